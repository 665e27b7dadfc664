"""The picture of a place: names on the dark sign, and beside it the map on paper."""

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image
from PIL.ImageColor import getrgb
from PIL.PngImagePlugin import PngInfo

from geo.preview.colours import COLOURS, LINES, day_sheet, dusk_sheet
from geo.preview.cover import cover_marks, write_cover
from geo.preview.faces import BOLD, REGULAR, Face, Faces
from geo.preview.pen import Align, Pen
from geo.preview.raster import pixels_of
from geo.preview.sign import SIGN, sign, write_words
from geo.preview.words import Words
from geo.sketch.drawing import Drawing
from geo.sketch.frame import Pixel, Size
from geo.sketch.labels import Lettering, Placed, anchor_of, rise_of
from geo.sketch.lettering import DISTRICT, LINE, WATER, lines_of

SIZE: Size = (1200, 630)
ZOOM = 1.5
"""Pixels of the picture in one of the sketch."""
SKETCH: Size = (round((SIZE[0] - SIGN[0]) / ZOOM), round(SIZE[1] / ZOOM))
"""The size that sketches for pictures are drawn in."""
WAYS_TO_PACK = ((24, 7), (12, 9), (4, 9))
"""Blended colours and zlib's level; 9 takes six times as long and is for what comes out large."""
SAMPLE: Size = (300, 158)
"""Blended colours are looked for on a picture as small as this."""
LARGE = 39_000
"""Bytes."""
STAMP = "Inputs"
"""The PNG text that holds what a picture was made of."""
FIGURE = Face(21, BOLD)
"""The numbers of stops."""
_PLAIN = [part for colour in (*COLOURS.values(), *LINES) for part in getrgb(colour)[:3]]
_ALIGN: dict[str, Align] = {"right": "left", "left": "right"}
_FIGURE = re.compile(r'<text x="([\d.]+)" y="([\d.]+)">(\d+)</text>')


@dataclass(frozen=True, slots=True)
class Subject:
    """What a picture shows: a sketch of size `SKETCH`, and the scenario that gives the colour.

    Without a scenario it is the city at dusk, of size `SIZE`, with the words written on it.
    """

    drawing: Drawing
    scenario: str | None


class Painter:
    """Paints pictures; made once for all of them."""

    def __init__(self, faces: Faces) -> None:
        """Take the fonts."""
        self._faces = faces
        self._sheet = day_sheet()
        self._sign = cache(sign)

    def ground(self, subject: Subject) -> Image.Image:
        """Return the picture without words, which is the same in both languages."""
        drawing = subject.drawing
        if subject.scenario is None:
            body = f"{drawing.ground}{drawing.top}{cover_marks()}"
            return pixels_of(body, SIZE, SIZE, dusk_sheet())
        picture = Image.new("RGB", SIZE)
        paper = f'<rect width="{SKETCH[0]}" height="{SKETCH[1]}" fill="{COLOURS["land-0"]}"/>'
        body = f"{paper}{drawing.ground}{drawing.top}"
        size = (SIZE[0] - SIGN[0], SIZE[1])
        picture.paste(pixels_of(body, SKETCH, size, self._sheet), (SIGN[0], 0))
        picture.paste(self._sign(subject.scenario), (0, 0))
        return picture

    def finished(self, ground: Image.Image, subject: Subject, words: Words) -> Image.Image:
        """Return a copy of the picture with its words and the names on the map."""
        picture = ground.copy()
        pen = Pen(picture, self._faces)
        if subject.scenario is None:
            write_cover(pen, words)
            return picture
        write_words(pen, self._faces, words)
        lettering = Lettering(SKETCH, words.lang, subject.drawing.marks)
        for each in lettering.place(subject.drawing.labels):
            self._name(pen, each, words.lang)
        for x, y, figure in _FIGURE.findall(subject.drawing.top):
            pen.write(_on_map(float(x), float(y)), figure, FIGURE, COLOURS["map-halo"], "middle")
        return picture

    def _name(self, pen: Pen, placed: Placed, lang: str) -> None:
        label, spot = placed.label, placed.spot
        x, y = anchor_of(spot)
        px = label.style.standard_px * ZOOM
        face = Face(round(px), BOLD if label.style.is_bold else REGULAR)
        lines = lines_of(label.name.in_(lang), label.style)
        if label.style in (WATER, DISTRICT):
            colour = COLOURS["water-label" if label.style is WATER else "map-label"]
            pen.spread(_on_map(x, y), lines[0], face, colour, spot.angle)
            return
        left, top = _on_map(x, y)
        top += rise_of(spot.side, len(lines)) * px
        align = _ALIGN.get(spot.side, "middle")
        for colour, write in ((COLOURS["map-halo"], pen.halo), (COLOURS["ink"], pen.write)):
            for number, line in enumerate(lines):
                write((left, top + number * LINE * px), line, face, colour, align)


def _on_map(x: float, y: float) -> Pixel:
    """Where a place of the sketch is on the picture."""
    return SIGN[0] + x * ZOOM, y * ZOOM


def as_png(picture: Image.Image, inputs: str) -> bytes:
    """Return the picture in few colours as PNG, with `inputs` written in it."""
    note = PngInfo()
    note.add_text(STAMP, inputs)
    png = b""
    for colours, level in WAYS_TO_PACK:
        few = picture.quantize(palette=_palette(picture, colours), dither=Image.Dither.NONE)
        out = BytesIO()
        few.save(out, "PNG", pnginfo=note, compress_level=level)
        png = out.getvalue()
        if len(png) <= LARGE:
            break
    return png


def _palette(picture: Image.Image, blended: int) -> Image.Image:
    """The identity's colours, so that they stay right, and `blended` ones for their edges."""
    sample = picture.resize(SAMPLE, Image.Resampling.NEAREST)
    found = sample.quantize(blended, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = Image.new("P", (1, 1))
    palette.putpalette([*_PLAIN, *(found.getpalette() or ())[: 3 * blended]])
    return palette
