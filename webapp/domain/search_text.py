"""A query made comparable letter by letter, so that places in it stay places in what was typed."""

from __future__ import annotations

TRADITIONAL = str.maketrans(
    "現營業開著門無礙輪費時點後週禮邊離圍還這鐘裡裏內遠處對過間臺鄰錢進",
    "现营业开着门无碍轮费时点后周礼边离围还这钟里里内远处对过间台邻钱进",
)
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
QUOTES = {0x2019: 0x27, 0x2018: 0x27, 0x2010: 0x2D, 0x2011: 0x2D, 0x2013: 0x2D}


def fold(text: str) -> str:
    """`text` in lower case, half width and, for words of phrases, simplified; as long as before.

    Only characters that phrases are made of are simplified: the analyzer does the whole of it.
    """
    plain = text.translate(FULL_WIDTH).translate(QUOTES).translate(TRADITIONAL)
    return "".join(_lower(char) for char in plain)


def _lower(char: str) -> str:
    """The small letter, where it is one letter as well (`İ` becomes two)."""
    small = char.lower()
    return small if len(small) == 1 else char


def is_han(char: str) -> bool:
    """Whether `char` is written without spaces around it, as Chinese is."""
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"
