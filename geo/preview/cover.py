"""The site's own picture: the city at dusk, with its name and the four scenarios."""

from collections.abc import Iterable
from math import dist

from geo.preview.brand import mark, silhouette
from geo.preview.colours import COLOURS, SCENARIOS
from geo.preview.faces import BOLD, REGULAR, Face
from geo.preview.pen import Pen
from geo.preview.words import Words
from geo.records import LatLng
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing
from geo.sketch.frame import Frame, Pixel
from geo.sketch.marks import pin

FRAME = Frame(LatLng(31.2462, 121.4560), 13.5, 1200, 630)
"""The bend of the river at Lujiazui comes to stand at the right, beside the words."""
LEFT, RIGHT, TOP, BOTTOM = 850, 1150, 50, 580
"""Between these pixels pins stand."""
PIN_PX, GAP_PX = 46, 84
MOST_PINS = 2
"""Of each scenario."""
EDGE = 64
MARK_PX = 84
ROW_Y, ROW_PX, ROW_STEP = 486, 64, 88
NAME, OTHER, NOTE = Face(92, BOLD), Face(48, REGULAR), Face(34, BOLD)
NAME_Y, OTHER_Y, NOTE_Y = 292, 362, 436


def draw_cover(base: SketchBase, venues: Iterable[tuple[str, LatLng]]) -> Drawing:
    """Draw the city with pins for the first (scenario, position)s that stand clear."""
    taken: list[tuple[str, Pixel]] = []
    for scenario, position in venues:
        at = FRAME.px(position)
        is_free = all(dist(at, other) > GAP_PX for _, other in taken)
        if is_free and _is_inside(at) and sum(each == scenario for each, _ in taken) < MOST_PINS:
            taken.append((scenario, at))
    pins = (pin(scenario, at, PIN_PX) for scenario, at in taken)
    return Drawing(FRAME, base.ground(FRAME), top="".join(pins))


def cover_marks() -> str:
    """Return the site's mark and the row of silhouettes as SVG."""
    row = (
        silhouette(scenario, EDGE + place * ROW_STEP, ROW_Y, ROW_PX)
        for place, scenario in enumerate(SCENARIOS)
    )
    return mark(EDGE, EDGE, MARK_PX) + "".join(row)


def write_cover(pen: Pen, words: Words) -> None:
    """Write the name in both languages and what the site is for."""
    pen.write((EDGE - 4, NAME_Y), words.name, NAME, COLOURS["on-sign"])
    pen.write((EDGE, OTHER_Y), words.other, OTHER, COLOURS["on-sign-2"])
    pen.write((EDGE, NOTE_Y), words.note, NOTE, COLOURS["on-sign"])


def _is_inside(at: Pixel) -> bool:
    return LEFT <= at[0] <= RIGHT and TOP <= at[1] <= BOTTOM
