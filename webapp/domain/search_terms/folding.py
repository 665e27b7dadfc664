"""One spelling for all: width, case, accents, apostrophes and Chinese script do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

APOSTROPHES = "'’‘`´ʼ′＇＇ʹ"
MOST_ROUNDS = 6
_DROPPED = str.maketrans("", "", APOSTROPHES)
_OTHER = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` in lower-case letters, digits and simplified characters, words apart.

    Defined for every text; folding twice changes nothing.
    """
    folded = text.encode("utf-8", "ignore").decode()
    for _ in range(MOST_ROUNDS):
        again = _once(folded)
        if again == folded:
            break
        folded = again
    return folded


def _once(text: str) -> str:
    if text.isascii():
        plain = text.translate(_DROPPED).lower()
    else:
        apart = unicodedata.normalize("NFKD", text.translate(_DROPPED))
        bare = "".join(each for each in apart if not unicodedata.combining(each))
        whole = unicodedata.normalize("NFKC", bare).casefold()
        plain = _converter().convert(whole).translate(_DROPPED)
    return _OTHER.sub(" ", plain).strip()


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    # Loaded at first use: most pages of the site never search.
    from opencc import OpenCC  # noqa: PLC0415

    return OpenCC("t2s")
