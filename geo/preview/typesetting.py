"""Breaks a name into lines that fill a column well. Standard library only."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

_LATIN = r"[0-9A-Za-z\u00c0-\u024f'’&./+-]+"
WORDS = (
    *("博物馆", "美术馆", "纪念馆", "图书馆", "体育馆", "展览馆", "艺术馆", "敬老院", "护理院"),
    *("养老院", "福利院", "服务站", "卫生站", "大剧院", "电影院", "俱乐部", "旗舰店", "购物中心"),
    *("上海", "社区", "街道", "长者", "老年", "食堂", "中心", "服务", "日间", "照料", "照护"),
    *("为老", "养老", "综合", "卫生", "文化", "艺术", "活动", "旧址", "故居", "公园", "花园"),
    *(
        "人民",
        "广场",
        "大厦",
        "商场",
        "书店",
        "酒吧",
        "音乐",
        "剧场",
        "夜市",
        "码头",
        "古镇",
        "滨江",
    ),
    *("小镇", "乐园", "大学", "中国", "国际", "历史", "现代", "当代", "主题", "陈列", "教堂"),
    *("助餐点", "分院", "新村", "东路", "西路", "南路", "北路", "中路", "一大", "会址"),
)
"""Chinese words of names that are not broken; there is no need for a dictionary."""
_HAN = "|".join(sorted(WORDS, key=len, reverse=True))
_PIECE = re.compile(rf"(?:[（(《“]*(?:{_LATIN}|{_HAN}|[^\s]))[，。、·；：！？）)》”,;:!?]*\s*|\s+")
_PHRASE = re.compile(r".+?(?:[ ·、，：—–]+|(?=[（(])|$)")
_LEAST_SHARE = 0.6
"""Of the largest size: smaller than this, breaking within a phrase is better."""
_BALANCE_STEP = 0.95

Measure = Callable[[str, int], float]
"""The width of a line in a size, both in pixels."""
Steps = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A size in pixels, and the lines of a text in it."""

    px: int
    lines: tuple[str, ...]


def set_in(text: str, width: float, steps: Steps, measure: Measure) -> Setting:
    """Return the text in the first of `steps` (pixels, lines at most) that it fits in.

    Lines are broken between phrases while the letters are large; else between words, Han letters
    being words of their own. If it fits in no step: in the last, in as many lines as it takes.
    """
    large = [step for step in steps if step[0] >= steps[0][0] * _LEAST_SHARE]
    for pieces, tried in ((_PHRASE.findall(text), large), (_pieces(text), steps)):
        for px, most in tried:
            lines = _balanced(pieces, width, _in_size(measure, px))
            if lines and len(lines) <= most:
                return Setting(px, lines)
    px = steps[-1][0]
    return Setting(px, tuple(_filled(_pieces(text), width, _in_size(measure, px))))


def _in_size(measure: Measure, px: int) -> Callable[[str], float]:
    return lambda line: measure(line, px)


def _pieces(text: str) -> list[str]:
    """Words with the punctuation and the space that follow them."""
    return _PIECE.findall(text)


def _balanced(
    pieces: Sequence[str], width: float, measure: Callable[[str], float]
) -> tuple[str, ...]:
    """As few lines as fit, about equally long; none when a piece is wider than the column."""
    if any(measure(piece.strip()) > width for piece in pieces):
        return ()
    best = tuple(_filled(pieces, width, measure))
    while True:
        width *= _BALANCE_STEP
        lines = tuple(_filled(pieces, width, measure))
        if len(lines) > len(best) or max(map(measure, lines)) > width:
            return best
        best = lines


def _filled(pieces: Iterable[str], width: float, measure: Callable[[str], float]) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and measure(f"{line}{piece}".strip()) > width:
            yield line.strip()
            line = ""
        line += piece
    if line.strip():
        yield line.strip()
