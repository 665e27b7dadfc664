"""The dark sign at the left of a picture, and the words on it."""

from PIL import Image

from geo.preview.brand import mark, silhouette
from geo.preview.colours import COLOURS
from geo.preview.faces import BOLD, REGULAR, Face, Faces
from geo.preview.pen import Pen
from geo.preview.raster import pixels_of
from geo.preview.typesetting import Measure, Setting, Steps, set_in
from geo.preview.words import Words
from geo.sketch.frame import Size

SIGN: Size = (624, 630)
EDGE = 56
COLUMN = SIGN[0] - 2 * EDGE
MARK_PX, SILHOUETTE_PX = 52, 60
COURSE_Y = 520
"""The string course over the note."""
BRAND, BRAND_AT = Face(30, BOLD), (EDGE + MARK_PX + 16, EDGE + MARK_PX / 2 + 11)
NAME_STEPS: Steps = (
    *((88, 1), (78, 1), (70, 1), (64, 1)),
    *((76, 2), (68, 2), (60, 2), (54, 3), (48, 3), (42, 4)),
)
OTHER_STEPS: Steps = ((36, 1), (32, 1), (32, 2), (28, 2), (26, 3))
NOTE_STEPS: Steps = ((30, 1), (26, 1), (22, 1))
"""Sizes in pixels, each with the most lines it is tried with."""
NAME_LINE, OTHER_LINE = 1.2, 1.32
HALF_LETTER = 0.36
"""From the middle of a letter down to the baseline, in em."""
GAP = 18
MIDDLE_Y = 316
"""Around which the names stand."""


def sign(scenario: str) -> Image.Image:
    """Return the sign with the site's mark and the scenario's, without words."""
    lit = COLOURS[f"dusk-{scenario}"]
    body = (
        f'<rect width="{SIGN[0]}" height="{SIGN[1]}" fill="{COLOURS["sign"]}"/>'
        f'<rect x="{EDGE}" y="{COURSE_Y}" width="{COLUMN}" height="6" fill="{lit}"/>'
        f'<rect x="{EDGE}" y="{COURSE_Y + 10}" width="{COLUMN}" height="1.5" fill="{lit}"/>'
    )
    corner = (SIGN[0] - EDGE - SILHOUETTE_PX, EDGE - 4)
    marks = mark(EDGE, EDGE, MARK_PX) + silhouette(scenario, *corner, SILHOUETTE_PX)
    return pixels_of(body + marks, SIGN, SIGN, "")


def write_words(pen: Pen, faces: Faces, words: Words) -> None:
    """Write the words on the sign that stands at the left edge of a picture."""
    pen.write(BRAND_AT, words.brand, BRAND, COLOURS["on-sign"])
    name = set_in(words.name, COLUMN, NAME_STEPS, _measure(faces, BOLD))
    other = set_in(words.other, COLUMN, OTHER_STEPS, _measure(faces, REGULAR))
    heights = (_height(name, NAME_LINE), _height(other, OTHER_LINE))
    top = MIDDLE_Y - (sum(heights) + GAP) / 2
    _write(pen, name, top, (BOLD, COLOURS["on-sign"], NAME_LINE))
    _write(pen, other, top + heights[0] + GAP, (REGULAR, COLOURS["on-sign-2"], OTHER_LINE))
    note = set_in(words.note, COLUMN, NOTE_STEPS, _measure(faces, BOLD))
    pen.write((EDGE, COURSE_Y + 58), note.lines[0], Face(note.px, BOLD), COLOURS["on-sign"])


def _measure(faces: Faces, weight: int) -> Measure:
    return lambda text, px: faces.width(text, Face(px, weight))


def _height(setting: Setting, line: float) -> float:
    return len(setting.lines) * setting.px * line


def _write(pen: Pen, setting: Setting, top: float, how: tuple[int, str, float]) -> None:
    weight, colour, line = how
    for number, text in enumerate(setting.lines):
        baseline = top + ((number + 0.5) * line + HALF_LETTER) * setting.px
        pen.write((EDGE, baseline), text, Face(setting.px, weight), colour)
