"""Noto Sans SC in its variable form, cut into small files by character, as Pillow's fonts."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Self

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont, Layout

REGULAR, BOLD = 450, 700
FILE = "noto-sans-sc-{part}-wght-normal.woff2"
APOSTROPHE = re.compile(r"(?<=[A-Za-z])’")
"""Chinese faces set this letter as wide as a Han letter; between Latin ones it is set straight."""
LATIN = "latin"
"""Preferred where several files have a character, so that words are not set from two."""


class FontMissing(Exception):
    """The folder holds no such font; the message names the folder."""


@dataclass(frozen=True, slots=True)
class Face:
    """A size in pixels and a weight, 100 to 900."""

    px: int
    weight: int


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one file, and how far the pen moves over them, in pixels."""

    text: str
    font: FreeTypeFont
    advance: float


class Faces:
    """Finds the font for each character; made once for all pictures."""

    def __init__(self, folder: Path, ranges: list[tuple[int, int, str]]) -> None:
        """Take the folder of font files and which code points (first, last) each part has."""
        self._folder = folder
        self._latin = {code for a, b, part in ranges if part == LATIN for code in range(a, b + 1)}
        self._ranges = sorted(each for each in ranges if each[2] != LATIN)
        self._starts = [first for first, _, _ in self._ranges]
        self._font = lru_cache(maxsize=512)(self._load)
        self._runs = lru_cache(maxsize=4096)(self._cut)
        self.width = lru_cache(maxsize=65536)(self._width)
        """`width(text, face)`: how wide a line is, in pixels."""

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the folder that a package of the font came in; raises `FontMissing`."""
        table = folder / "unicode.json"
        if not table.exists():
            raise FontMissing(f"no font in {folder}")
        parts: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))
        found = [
            (*_bounds(each), name.strip("[]"))
            for name, listed in parts.items()
            for each in listed.split(",")
        ]
        return cls(folder / "files", found)

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """Return the text in runs of one font each; raises `KeyError` for a letter in none."""
        return self._runs(text, face)

    def _width(self, text: str, face: Face) -> float:
        return sum(run.advance for run in self.runs(text, face))

    def _cut(self, text: str, face: Face) -> tuple[Run, ...]:
        return tuple(self._each_run(text, face))

    def _each_run(self, text: str, face: Face) -> Iterator[Run]:
        for part, letters in groupby(APOSTROPHE.sub("'", text), self._part):
            run = "".join(letters)
            font = self._font(part, face)
            yield Run(run, font, font.getlength(run))

    def _part(self, letter: str) -> str:
        code = ord(letter)
        if code in self._latin:
            return LATIN
        place = bisect_right(self._starts, code) - 1
        if place < 0 or code > self._ranges[place][1]:
            raise KeyError(f"no font has {letter!r}")
        return self._ranges[place][2]

    def _load(self, part: str, face: Face) -> FreeTypeFont:
        # The basic layout needs no library of the system and is the same everywhere.
        path = self._folder / FILE.format(part=part)
        font = ImageFont.truetype(path, face.px, layout_engine=Layout.BASIC)
        font.set_variation_by_axes([face.weight])
        return font


def _bounds(listed: str) -> tuple[int, int]:
    """The code points of `U+4e00-4e0b` or `U+a5`."""
    first, _, last = listed.strip().removeprefix("U+").partition("-")
    return int(first, 16), int(last or first, 16)
