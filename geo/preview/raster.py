"""Drawings to pixels."""

from io import BytesIO

from PIL import Image
from resvg_py import svg_to_bytes

from geo.sketch.frame import Size

XML = 'xmlns="http://www.w3.org/2000/svg"'


def pixels_of(body: str, seen: Size, size: Size, sheet: str) -> Image.Image:
    """Return SVG elements as a picture in RGB; `seen` is the size of their own plane.

    Text is left out: no font is looked for.
    """
    svg = f'<svg {XML} viewBox="0 0 {seen[0]} {seen[1]}">{body}</svg>'
    png = svg_to_bytes(
        svg_string=svg,
        width=size[0],
        height=size[1],
        style_sheet=sheet,
        skip_system_fonts=True,
    )
    with Image.open(BytesIO(bytes(png))) as found:
        return found.convert("RGB")
