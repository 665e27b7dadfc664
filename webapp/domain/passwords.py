"""What makes a password acceptable: length, and not being among the first a thief would try.

No rules on kinds of characters: they make passwords harder to keep in mind, not to guess
(NIST SP 800-63B, section 5.1.1.2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

SHORTEST = 12
LONGEST = 128
LEAST_LEFT = 6
"""What must be left of a password without the words everybody knows of its owner."""


class Weakness(StrEnum):
    """Why a password is refused."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    OWN_NAME = "own-name"


def weakness_of(password: str, common: Collection[str], own: Iterable[str]) -> Weakness | None:
    """Say what is wrong with a password, None if nothing is.

    `common` are passwords many people use, in lower case; `own` the owner's name and e-mail.
    """
    if len(password) < SHORTEST:
        return Weakness.SHORT
    if len(password) > LONGEST:
        return Weakness.LONG
    folded = password.casefold()
    if _is_common(folded, common):
        return Weakness.COMMON
    return Weakness.OWN_NAME if _is_own(folded, own) else None


def _is_common(folded: str, common: Collection[str]) -> bool:
    unit = _repeated_unit(folded)
    core = folded.strip("0123456789!?.,;:-_+*#@$%&/ ")
    return len(unit) < LEAST_LEFT or unit in common or core in common


def _repeated_unit(text: str) -> str:
    """The shortest text that, repeated, gives this one; the text itself if there is none."""
    return text[: (text + text).index(text, 1)]


def _is_own(folded: str, own: Iterable[str]) -> bool:
    parts = {part for text in own for part in _parts(text) if len(part) > 1}
    left = folded
    for part in sorted(parts, key=len, reverse=True):
        left = left.replace(part, "")
    return len(left) < min(LEAST_LEFT, len(folded)) and left != folded


def _parts(text: str) -> set[str]:
    folded = text.casefold()
    words = "".join(c if c.isalnum() else " " for c in folded).split()
    return {folded, folded.replace(" ", ""), *words}
