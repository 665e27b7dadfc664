"""Icons as pictures, for home screens that take no SVG: drawn from the two in `static/img`.

Runs in the virtual environment: `.venv/bin/python -m bootstrap.icons`. The pictures are kept in
the repository; a test paints them again and compares.
"""

from __future__ import annotations

from pathlib import Path

from bootstrap.places import STATIC

FOLDER = STATIC / "img"
PICTURES = {
    "icon-192.png": ("icon.svg", 192),
    "icon-512.png": ("icon.svg", 512),
    "icon-whole-512.png": ("icon-whole.svg", 512),
    "icon-whole-180.png": ("icon-whole.svg", 180),
}
"""Each picture with its drawing and its width in px. The whole ones fill their square to the edge,
as a phone cuts them to its own shape: what matters lies in the middle 80 %."""


def painted(source: Path, width: int) -> bytes:
    """A drawing as PNG, `width` px wide and high."""
    import resvg_py  # noqa: PLC0415  (only in the virtual environment)

    return bytes(resvg_py.svg_to_bytes(svg_string=source.read_text(encoding="utf-8"), width=width))


def paint_all() -> None:
    """Write every picture beside its drawing."""
    for name, (source, width) in PICTURES.items():
        (FOLDER / name).write_bytes(painted(FOLDER / source, width))


if __name__ == "__main__":
    paint_all()
