"""The city at dusk: the picture behind the first page. Frame and marks need no drawing library."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from geo.records import LatLng
from geo.sketch.frame import Frame
from geo.sketch.marks import lamp, pin

if TYPE_CHECKING:
    from geo.sketch.base import SketchBase

FRAME = Frame(LatLng(31.2542, 121.4875), 15.17, 1440, 640)
"""From Jing'an to Lujiazui and down to the bend at Nanpu; the river comes in at the upper right."""
PIN_PX = 30
END = "</svg>"


def hero_svg(base: "SketchBase") -> str:
    """Return the central city without names, for decoration only."""
    size = f"{FRAME.width} {FRAME.height}"
    return (
        f'<svg class="dusk__map" viewBox="0 0 {size}" preserveAspectRatio="xMidYMid slice" '
        f'aria-hidden="true" focusable="false">{base.ground(FRAME)}{END}'
    )


def with_marks(hero: str, venues: Iterable[tuple[str, LatLng]], here: LatLng | None) -> str:
    """Return the hero with a pin for each (scenario, position) in sight, and the lamp at `here`."""
    pins = [
        pin(scenario, FRAME.px(position), PIN_PX)
        for scenario, position in venues
        if FRAME.shows(position)
    ]
    light = lamp(FRAME.px(here)) if here and FRAME.shows(here) else ""
    return hero.removesuffix(END) + "".join(pins) + light + END
