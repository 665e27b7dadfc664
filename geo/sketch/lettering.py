"""How much room a name takes, estimated: no font is at hand when sketches are drawn.

Sizes are those of the easy view, the largest a name is ever set in, and of the standard view.
Widths are generous means of the families in the style sheets (Noto Sans, Roboto, PingFang).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

_WIDE, _DOT = 1.0, "·"
_CLASSES = (("iljt.,:;'’|!()", 0.33), ("r- ", 0.42), ("mwMW", 0.93), ("fs", 0.5))
_CAPITAL, _OTHER = 0.7, 0.59
_PARTING = re.compile(r"(?<=[ ·])")
_BOLD = 1.06
LINE = 1.25
"""Height of a line in the size of its letters."""
LONGEST_EM = 13.0
"""Names wider than this are set in several lines."""


@dataclass(frozen=True, slots=True)
class Style:
    """A class of the style sheets: sizes in pixels, spacing in em."""

    classes: str
    easy_px: int
    standard_px: int
    spacing_em: float = 0.0
    is_bold: bool = True


PLAIN = Style("m-t", 24, 12, is_bold=False)
STRONG = Style("m-t m-t--p", 24, 13)
DISTRICT = Style("m-t m-t--d", 24, 14, 0.28)
WATER = Style("m-t m-t--w", 24, 13, 0.3)


@lru_cache(8192)
def width_em(text: str, style: Style) -> float:
    """Return the width of a line in the size of its letters."""
    letters = sum(_letter(letter) for letter in text) * (_BOLD if style.is_bold else 1)
    return letters + len(text) * style.spacing_em


@lru_cache(8192)
def lines_of(text: str, style: Style) -> tuple[str, ...]:
    """Return the name in one line, or in as many as it takes to be no wider than `LONGEST_EM`.

    It is parted at spaces and middle dots; a word is never broken, nor a name set with spacing.
    """
    if width_em(text, style) <= LONGEST_EM or style.spacing_em:
        return (text,)
    lines = [""]
    for word in _PARTING.split(text):
        longer = f"{lines[-1]}{word}"
        if lines[-1] and width_em(longer.strip(f"{_DOT} "), style) > LONGEST_EM:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(line.strip(f"{_DOT} ") for line in lines)


def _letter(letter: str) -> float:
    if letter == _DOT or east_asian_width(letter) in "WF":
        return _WIDE
    for letters, width in _CLASSES:
        if letter in letters:
            return width
    return _CAPITAL if letter.isupper() else _OTHER
