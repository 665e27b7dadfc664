"""Writes on a picture."""

from collections.abc import Iterator
from typing import Literal

from PIL import Image, ImageDraw

from geo.preview.faces import Face, Faces, Run
from geo.sketch.frame import Pixel

Align = Literal["left", "middle", "right"]
_SHIFT: dict[Align, float] = {"left": 0.0, "middle": 0.5, "right": 1.0}


class Pen:
    """Draws lines of text on one picture; positions are on the baseline."""

    def __init__(self, picture: Image.Image, faces: Faces) -> None:
        """Take a picture in RGB and the fonts."""
        self._picture = picture
        self._draw = ImageDraw.Draw(picture)
        self._faces = faces

    def write(self, at: Pixel, text: str, face: Face, colour: str, align: Align = "left") -> None:
        """Write one line."""
        for x, run in self._laid(at[0], text, face, align):
            self._draw.text((x, at[1]), run.text, colour, run.font, anchor="ls")

    def halo(self, at: Pixel, text: str, face: Face, colour: str, align: Align = "left") -> None:
        """Draw what keeps a line legible on a map, before the line itself is written."""
        width = face.px / 7
        for x, run in self._laid(at[0], text, face, align):
            self._draw.text((x, at[1]), run.text, colour, run.font, anchor="ls", stroke_width=width)

    def spread(self, middle: Pixel, text: str, face: Face, colour: str, angle: float = 0) -> None:
        """Write letters apart, around `middle`, turned clockwise by `angle` degrees."""
        spacing = 0.29 * face.px
        width = self._faces.width(text, face) + spacing * (len(text) - 1)
        size = (round(width) + 2 * face.px, 3 * face.px)
        mask = Image.new("L", size)
        ink = ImageDraw.Draw(mask)
        x, y = (size[0] - width) / 2, size[1] / 2 + 0.36 * face.px
        for letter in text:
            (run,) = self._faces.runs(letter, face)
            ink.text((x, y), letter, 255, run.font, anchor="ls")
            x += run.advance + spacing
        turned = mask.rotate(-angle, Image.Resampling.BICUBIC, expand=True)
        corner = (round(middle[0] - turned.width / 2), round(middle[1] - turned.height / 2))
        self._picture.paste(colour, corner, turned)

    def _laid(self, x: float, text: str, face: Face, align: Align) -> Iterator[tuple[float, Run]]:
        x -= self._faces.width(text, face) * _SHIFT[align]
        for run in self._faces.runs(text, face):
            yield x, run
            x += run.advance
