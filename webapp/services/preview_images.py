"""Painting the pictures for shared links, those only whose inputs changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from PIL import Image

import geo.preview
from geo.preview.faces import Faces
from geo.preview.picture import STAMP, Painter, as_png
from webapp.image_files import FONT, ImageFiles
from webapp.services.previews import Preview

PAINTING = tuple(sorted(Path(geo.preview.__file__).parent.glob("*.py")))
LIBRARIES = ("pillow", "resvg-py")


@dataclass(slots=True)
class Painted:
    """How many pictures were painted, were right already, and were nobody's any more."""

    painted: int = 0
    kept: int = 0
    removed: int = 0

    def __str__(self) -> str:
        """Say so in a line."""
        return f"pictures: {self.painted} painted, {self.kept} unchanged, {self.removed} removed"


def paint_all(previews: Iterable[Preview], files: ImageFiles, font: Path = FONT) -> Painted:
    """Bring the folder of pictures to `previews`; raises `FontMissing`.

    Each is written whole or not at all, so that a run cut short is taken up by the next.
    """
    painter = Painter(Faces.load(font))
    how = _how_painted(font)
    report, wanted = Painted(), set()
    for preview in previews:
        for place, png in _changed(preview, files, painter, how):
            wanted.add(place)
            report.kept += png is None
            report.painted += png is not None
            if png is not None:
                _write(place, png)
    for place in files.present():
        if place not in wanted:
            place.unlink()
            report.removed += 1
    return report


def _changed(
    preview: Preview, files: ImageFiles, painter: Painter, how: str
) -> Iterator[tuple[Path, bytes | None]]:
    """Yield where each language's picture lies, and its bytes when they are to be written."""
    ground = cache(lambda: painter.ground(preview.subject))
    for lang, words in preview.words.items():
        place = files.place(preview.kind, preview.slug, lang)
        drawn = preview.subject.drawing.svg(lang, "")
        inputs = _digest(how, str(preview.subject.scenario), repr(words), drawn)
        if _inputs_of(place) == inputs:
            yield place, None
        else:
            picture = painter.finished(ground(), preview.subject, words)
            yield place, as_png(picture, inputs)


def _how_painted(font: Path) -> str:
    """A hash of the code, the libraries and the font."""
    code = [path.read_text(encoding="utf-8") for path in PAINTING]
    fonts = [f"{path.name} {path.stat().st_size}" for path in sorted(font.rglob("*.woff2"))]
    return _digest(*code, *(version(name) for name in LIBRARIES), *fonts)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


def _inputs_of(place: Path) -> str | None:
    """What the picture was made of, as it says itself; None when there is no whole picture."""
    if not place.is_file():
        return None
    try:
        with Image.open(place) as picture:
            return str(picture.info.get(STAMP))
    except OSError:
        return None


def _write(place: Path, png: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_suffix(".partial")
    partial.write_bytes(png)
    partial.replace(place)
