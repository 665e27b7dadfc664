"""English words: which do not count, and one form for singular and plural."""

from __future__ import annotations

from functools import lru_cache

_STOP_WORDS = "the a an of in at on and to for by near with from around"
STOP_WORDS = frozenset(_STOP_WORDS.split())
# Spellings and short forms that mean the same word.
VARIANTS = {
    "center": "centre",
    "theater": "theatre",
    "harbor": "harbour",
    "color": "colour",
    "rd": "road",
    "ave": "avenue",
    "blvd": "boulevard",
    "sq": "square",
    "bldg": "building",
    "intl": "international",
    "st": "street",
    "saint": "street",  # St Ignatius and Nanjing St are both written so
    "subway": "metro",
}
_SIBILANTS = ("sses", "shes", "ches", "xes", "zes")
_NO_PLURALS = ("ss", "us", "is")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the form that stands for `word`, its plural and its other spellings."""
    single = _singular(word) if len(word) > 3 and word.isascii() else word
    return VARIANTS.get(single, single)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANTS):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_NO_PLURALS):
        return word[:-1]
    return word


def counting(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without articles and prepositions, all of them if nothing else is there."""
    if STOP_WORDS.isdisjoint(words):
        return words
    return tuple(word for word in words if word not in STOP_WORDS) or words
