"""Keys by which names sort: pinyin for Chinese, folded letters for English."""

from __future__ import annotations

import unicodedata

from webapp.domain.search_terms.readings import pinyin_of


def chinese_key(name: str) -> str:
    """Return the name in pinyin without tones, lower case, syllables apart by a space."""
    return " ".join(pinyin_of(name)).casefold()


def english_key(name: str) -> str:
    """Return the name in plain lower-case letters, without accents or a leading article."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return plain.removeprefix("the ")
