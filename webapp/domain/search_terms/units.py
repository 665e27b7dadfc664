"""A folded text in units: single Chinese characters, and words of letters and digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"([{HAN}]+)|([^\s{HAN}]+)")
LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand together: Chinese ones, or a word of letters and digits."""

    text: str
    is_han: bool


def runs_of(folded: str) -> Iterator[Run]:
    """Yield the runs of a folded text in order; words are cut at 40 letters."""
    for found in _RUN.finditer(folded):
        if found[1]:
            yield Run(found[1], True)
        else:
            yield Run(found[2][:LONGEST_WORD], False)


@lru_cache(maxsize=32768)
def is_han(unit: str) -> bool:
    """Say whether a unit is a Chinese character."""
    return len(unit) == 1 and unit > "\u3004" and _RUN.fullmatch(unit)[1] is not None  # type: ignore[index]


def pairs_of(units: tuple[str, ...] | str) -> Iterator[str]:
    """Yield neighbours joined: 外滩源 holds 外滩 and 滩源."""
    for first, second in pairwise(units):
        yield first + second
