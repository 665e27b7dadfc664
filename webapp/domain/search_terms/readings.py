"""The readings of Chinese characters, as Shanghai's names are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from webapp.domain.search_terms.syllables import canonical

# Where the common reading of a character is not the one of the name.
TOPONYMS = {
    "长宁": "cháng níng",
    "长寿": "cháng shòu",
    "长乐": "cháng lè",
    "长兴": "cháng xīng",
    "长风": "cháng fēng",
    "长征": "cháng zhēng",
    "长清": "cháng qīng",
    "长泰": "cháng tài",
    "长白": "cháng bái",
    "长海": "cháng hǎi",
    "长阳": "cháng yáng",
    "长江": "cháng jiāng",
    "长浜": "cháng bāng",
    "长岭": "cháng lǐng",
    "长岛": "cháng dǎo",
    "长桥": "cháng qiáo",
    "长沙": "cháng shā",
    "长治": "cháng zhì",
    "长春": "cháng chūn",
    "长虹": "cháng hóng",
    "长柳": "cháng liǔ",
    "长城": "cháng chéng",
    "长峰": "cháng fēng",
    "长廊": "cháng láng",
    "虬长": "qiú cháng",
    "重庆": "chóng qìng",
    "重固": "chóng gù",
    "乐山": "lè shān",
    "乐都": "lè dū",
    "六合": "liù hé",
    "六灶": "liù zào",
    "闵行": "mǐn háng",
    "高行": "gāo háng",
    "杨行": "yáng háng",
    "殷行": "yīn háng",
    "刘行": "liú háng",
    "四行": "sì háng",
    "洋行": "yáng háng",
    "罗店": "luó diàn",
    "七莘": "qī xīn",
    "莘庄": "xīn zhuāng",
    "莘砖": "xīn zhuān",
    "莘松": "xīn sōng",
    "朱家角": "zhū jiā jiǎo",
    "五角场": "wǔ jiǎo chǎng",
    "陆家浜": "lù jiā bāng",
    "大世界": "dà shì jiè",
    "大柏树": "dà bǎi shù",
    "东方绿舟": "dōng fāng lǜ zhōu",
    "宝藏": "bǎo zàng",
    "曾": "zēng",
}
# Read either way: both are indexed, so that either is found. The first is the usual one in names.
DOUBLE_READINGS = {
    "长": ("chang", "zhang"),
    "重": ("chong", "zhong"),
    "乐": ("le", "yue"),
    "六": ("liu", "lu"),
    "行": ("hang", "xing"),
    "厦": ("sha", "xia"),
    "都": ("du", "dou"),
    "朝": ("chao", "zhao"),
    "莘": ("xin", "shen"),
    "堡": ("bao", "pu", "bu"),
    "浜": ("bang", "bin"),
    "藏": ("cang", "zang"),
    "曾": ("zeng", "ceng"),
    "柏": ("bai", "bo"),
    "番": ("pan", "fan"),
    "圩": ("wei", "xu"),
    "会": ("hui", "kuai"),
    "还": ("huan", "hai"),
    "单": ("dan", "shan"),
    "解": ("jie", "xie"),
    "蕃": ("fan", "bo"),
    "大": ("da", "dai"),
    "石": ("shi", "dan"),
    "车": ("che", "ju"),
    "角": ("jiao", "jue"),
    "校": ("xiao", "jiao"),
    "调": ("tiao", "diao"),
    "传": ("chuan", "zhuan"),
    "弄": ("nong", "long"),
    "率": ("lu", "shuai"),
    "铜": ("tong",),
    "场": ("chang",),
    "宿": ("su", "xiu"),
    "什": ("shi", "shen"),
    "亭": ("ting",),
}
LONGEST_KEPT = 12
_PLAIN_MARKS = str.maketrans("（），、", "(),,")


def readings_of(run: str) -> tuple[str, ...]:
    """Return a syllable without tone for each character of a run of Chinese characters.

    A character without a reading stands for itself.
    """
    return _kept(run) if len(run) <= LONGEST_KEPT else _read(run)


def other_readings(run: str, read: Sequence[str]) -> tuple[str, ...] | None:
    """Return the readings with every second reading put in, None when there is none."""
    others = tuple(_other(each, syllable) for each, syllable in zip(run, read, strict=True))
    return None if others == tuple(read) else others


def pinyin_of(text: str) -> list[str]:
    """Return the syllables of a text; whatever is not Chinese stays as it is."""
    return list(_pinyin(text))


@lru_cache(maxsize=1024)
def toned_pinyin(text: str) -> str:
    """Return how a text is said, `shàng hǎi bó wù guǎn`; whatever is not Chinese stays as it is."""
    library = _library()
    said = " ".join(library.lazy_pinyin(text.translate(_PLAIN_MARKS), style=library.toned))
    return re.sub(r"\s*([(,)])\s*", _spaced, " ".join(said.split())).strip()


def likely_reading(run: str) -> tuple[str, ...]:
    """Return one syllable a character, each by itself: quick, for what visitors type."""
    return tuple(_single(each) for each in run)


@lru_cache(maxsize=8192)
def _kept(run: str) -> tuple[str, ...]:
    return _read(run)


def _read(run: str) -> tuple[str, ...]:
    read = tuple(canonical(each) for each in _pinyin(run, one_by_one=True))
    return read if len(read) == len(run) else tuple(_single(each) for each in run)


def _pinyin(text: str, *, one_by_one: bool = False) -> Sequence[str]:
    if one_by_one:
        return tuple(_library().lazy_pinyin(text, errors=_characters))
    return tuple(_library().lazy_pinyin(text))


@lru_cache(maxsize=4096)
def _single(character: str) -> str:
    if character in DOUBLE_READINGS:
        return DOUBLE_READINGS[character][0]
    _library()
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415

    toned = PINYIN_DICT.get(ord(character), character).split(",")[0]
    apart = unicodedata.normalize("NFD", toned)
    return "".join(each for each in apart if not unicodedata.combining(each))


def _other(character: str, syllable: str) -> str:
    ways = DOUBLE_READINGS.get(character, ())
    return next((each for each in ways if each != syllable), syllable)


def _spaced(mark: re.Match[str]) -> str:
    return {"(": " (", ")": ") ", ",": ", "}[mark[1]]


def _characters(text: str) -> list[str]:
    return list(text)


class _Library:
    """pypinyin with our names: loaded at first use, as it costs a fifth of a second."""

    def __init__(self) -> None:
        from pypinyin import (  # noqa: PLC0415
            Style,
            lazy_pinyin,
            load_phrases_dict,
            load_single_dict,
        )

        phrases = {name: sound.split() for name, sound in TOPONYMS.items()}
        load_phrases_dict(
            {name: [[each] for each in sound] for name, sound in phrases.items() if len(name) > 1}
        )
        load_single_dict({ord(n): s[0] for n, s in phrases.items() if len(n) == 1})
        self.lazy_pinyin: Any = lazy_pinyin
        self.toned: Any = Style.TONE


@lru_cache(maxsize=1)
def _library() -> _Library:
    return _Library()
