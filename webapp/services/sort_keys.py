"""Keys by which names sort: pinyin for Chinese, folded letters for English."""

from __future__ import annotations

import unicodedata

from pypinyin import lazy_pinyin, load_phrases_dict

# Characters with two readings whose common one is not the toponym's.
load_phrases_dict(
    {
        "长宁": [["cháng"], ["níng"]],
        "长寿": [["cháng"], ["shòu"]],
        "长乐": [["cháng"], ["lè"]],
        "长兴": [["cháng"], ["xīng"]],
        "长风": [["cháng"], ["fēng"]],
        "长征": [["cháng"], ["zhēng"]],
        "长清": [["cháng"], ["qīng"]],
        "重庆": [["chóng"], ["qìng"]],
        "重固": [["chóng"], ["gù"]],
        "朱家角": [["zhū"], ["jiā"], ["jiǎo"]],
        "大世界": [["dà"], ["shì"], ["jiè"]],
    }
)


def chinese_key(name: str) -> str:
    """Return the name in pinyin without tones, lower case, syllables apart by a space."""
    return " ".join(lazy_pinyin(name)).casefold()


def english_key(name: str) -> str:
    """Return the name in plain lower-case letters, without accents or a leading article."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return plain.removeprefix("the ")
