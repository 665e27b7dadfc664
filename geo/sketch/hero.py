"""The city at dusk: the picture behind the first page. Frame and marks need no drawing library."""

from collections.abc import Iterable
from math import dist
from typing import TYPE_CHECKING

from geo.records import LatLng
from geo.sketch.frame import Frame, Pixel
from geo.sketch.marks import lamp, pin

if TYPE_CHECKING:
    from geo.sketch.base import SketchBase

FRAME = Frame(LatLng(31.2542, 121.4875), 15.17, 1440, 640)
"""From Jing'an to Lujiazui and down to the bend at Nanpu; the river comes in at the upper right."""
PIN_PX, GAP_PX, MOST_PINS = 30, 44, 6
LEFT, RIGHT, TOP, BOTTOM = 560, 1020, 90, 480
"""Between these pixels no words stand, on a phone or on a desk."""
CLOCK = (700, 350)
"""The clock's lower right corner on a phone."""
END = "</svg>"


def hero_svg(base: "SketchBase") -> str:
    """Return the central city without names, for decoration only."""
    size = f"{FRAME.width} {FRAME.height}"
    return (
        f'<svg class="dusk__map" viewBox="0 0 {size}" preserveAspectRatio="xMidYMid slice" '
        f'aria-hidden="true" focusable="false">{base.ground(FRAME)}{END}'
    )


def with_marks(hero: str, venues: Iterable[tuple[str, LatLng]], here: LatLng | None) -> str:
    """Return the hero with the lamp at `here` and pins for the first (scenario, position)s.

    Pins stand in the free part of the picture, clear of each other, of the lamp and of the words.
    """
    taken = [FRAME.px(here)] if here else []
    light = lamp(taken[0]) if here and FRAME.shows(here) else ""
    pins: list[str] = []
    for scenario, position in venues:
        at = FRAME.px(position)
        if len(pins) < MOST_PINS and _is_free(at) and all(dist(at, o) > GAP_PX for o in taken):
            pins.append(pin(scenario, at, PIN_PX))
            taken.append(at)
    return hero.removesuffix(END) + "".join(pins) + light + END


def _is_free(at: Pixel) -> bool:
    """Whether neither the clock on a phone nor the search field on a desk is over that place."""
    x, y = at
    return LEFT <= x <= RIGHT and TOP <= y <= BOTTOM and not (x < CLOCK[0] and y < CLOCK[1])
