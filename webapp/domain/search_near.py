"""Near which place: the words around "near", 附近, "within 10 minutes' walk of", 离 … 近."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.domain.search_text import is_han

MOST_READINGS = 12
WALK_STEPS_MIN = (5, 10, 15, 20, 30)
EDGES = re.compile(r"[,，、;；。.!！?？()（）]")
UNIT = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")

_REACH_EN = (
    r"(?:within\s+)?(?:a\s+)?(?P<walk>\d{1,2})\s*-?\s*min(?:ute)?s?'?\s*(?:(?:on\s+foot|walk(?:ing)?)"
    r"(?:\s+distance)?)?\s*(?:of|from|to)|within\s+(?P<far>\d{1,5}(?:\.\d)?)\s*(?P<unit>km|m|metres?|"
    r"meters?)\s+(?:of|from)"
)
BEFORE_PLACE = re.compile(
    rf"(?<![a-z0-9-])(?:{_REACH_EN}|(?:within\s+)?walking\s+distance\s+(?:of|from|to)|"
    r"near(?:by)?(?:\s+to)?|close\s+to|next\s+to|around|beside|not\s+far\s+from|(?P<weak>by|in|at))"
    r"\s+(?=\S)"
)
AFTER_PLACE = re.compile(
    r"(?:步行|走路|走)?\s?(?P<walk>\d{1,2})\s?分钟(?:步行)?(?:以内|之内|内|可达|能到)?的?"
    r"|(?P<far>\d{1,5}(?:\.\d)?)\s?(?P<unit>公里|千米|米|km|m)(?:以内|之内|范围内|内)的?"
    r"|(?:的)?(?:附近|旁边|周边(?!店|商|产品)|周围|边上|一带|近旁|隔壁|对面)"
    r"的?(?:有(?:什么|哪些|没有)?)?"
)
AROUND_PLACE = re.compile(r"(?:离|距离?)(?P<place>.{1,24}?)(?:最近|很近|近|不远)的?")
GENERAL = {
    *(
        "博物馆",
        "美术馆",
        "酒吧",
        "食堂",
        "公园",
        "商场",
        "餐厅",
        "广场",
        "书店",
        "咖啡",
        "咖啡馆",
        "咖啡店",
    ),
    *(
        "剧院",
        "剧场",
        "展览",
        "图书馆",
        "寺庙",
        "教堂",
        "夜市",
        "医院",
        "学校",
        "酒店",
        "地铁",
        "地铁站",
        "车站",
    ),
    *("上海", "市区", "市中心", "家", "这里", "这儿", "那里", "最", "江边", "河边"),
    *("museum", "museums", "bar", "bars", "park", "parks", "mall", "station", "metro", "canteen"),
    *("restaurant", "hotel", "home", "here", "there", "me", "the", "shanghai", "town", "river"),
    *("the river", "the metro", "night", "least", "all", "work", "centre", "center"),
}
"""Words that name no one place, though many names hold them."""
KILOMETRES = {"km", "公里", "千米"}


@dataclass(frozen=True, slots=True)
class NearWords:
    """One reading of "near a place": the words from `start` to `end`, of which `place` names it.

    `walk_min` and `within_m` say how far, where the words do; `is_weak` marks "in", "at" and "by",
    which only mean a place when it is an area, a district or a station.
    """

    start: int
    end: int
    place: str
    walk_min: int | None = None
    within_m: int | None = None
    is_weak: bool = False

    @property
    def is_general(self) -> bool:
        """Whether the words fit too many places to mean one."""
        is_one_character = len(self.place) == 1 and is_han(self.place)
        return self.place in GENERAL or is_one_character

    def could_name(self, name: str) -> bool:
        """Whether the Chinese `name` may be meant: one says its beginning or its end."""
        place = self.place.replace(" ", "")
        if place not in name or not is_han(place[:1]):
            return True  # pinyin, English or another name: the look-up knows better
        return name.startswith(place) or name.endswith((place, f"{place}站", f"{place}区"))


def near_words(text: str, taken: Sequence[tuple[int, int]]) -> tuple[tuple[NearWords, ...], ...]:
    """For each "near" in folded `text` outside the spans `taken`, its readings, longest first."""
    found: list[tuple[NearWords, ...]] = []
    for start, end in _free_spans(text, taken):
        readings = (
            *_around(text, start, end),
            *_before(text, start, end),
            *_after(text, start, end),
        )
        found.extend(one for one in readings if one)
    return tuple(found)


def _free_spans(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of `text` between what is taken and between punctuation."""
    edges = [*taken, *((match.start(), match.end()) for match in EDGES.finditer(text))]
    at = 0
    for start, end in sorted(edges):
        if at < start:
            yield at, start
        at = max(at, end)
    if at < len(text):
        yield at, len(text)


def _before(text: str, start: int, end: int) -> Iterator[tuple[NearWords, ...]]:
    """Readings of "near …": the place is the first words after it, as many as may be."""
    for match in BEFORE_PLACE.finditer(text, start, end):
        ends = [unit.end() for unit in UNIT.finditer(text, match.end(), end)][:MOST_READINGS]
        yield tuple(
            _words(match, text, (match.start(), last), (match.end(), last)) for last in ends[::-1]
        )


def _after(text: str, start: int, end: int) -> Iterator[tuple[NearWords, ...]]:
    """Readings of "… 附近": the place is the last words before it, as many as may be."""
    for match in AFTER_PLACE.finditer(text, start, end):
        yield tuple(
            _words(match, text, (_with_at(text, first, start), match.end()), (first, match.start()))
            for first in _beginnings(text, start, match.start())
        )


def _beginnings(text: str, start: int, end: int) -> list[int]:
    """Where a place that ends at `end` may begin; Chinese names seldom hold a space."""
    units = [unit.start() for unit in UNIT.finditer(text, start, end)][-MOST_READINGS:]
    last_gap = text.rstrip().rfind(" ", start, end) if is_han(text[end - 1]) else -1
    return sorted(units, key=lambda first: (first <= last_gap, first))


def _around(text: str, start: int, end: int) -> Iterator[tuple[NearWords, ...]]:
    for match in AROUND_PLACE.finditer(text, start, end):
        yield (_words(match, text, match.span(), match.span("place")),)


def _with_at(text: str, first: int, least: int) -> int:
    """Take the 在 of 在外滩附近 along."""
    return first - 1 if first > least and text[first - 1] == "在" else first


def _words(
    match: re.Match[str], text: str, whole: tuple[int, int], place: tuple[int, int]
) -> NearWords:
    said = match.groupdict()
    name = text[slice(*place)].strip()
    end = whole[1]
    if is_han(name[-1:]) and text[end : end + 1] == "的":
        end += 1
    return NearWords(
        whole[0],
        end,
        name.removesuffix("的"),
        walk_min=_walk_min(said.get("walk")),
        within_m=_within_m(said.get("far"), said.get("unit")),
        is_weak=bool(said.get("weak")),
    )


def _walk_min(said: str | None) -> int | None:
    """The step of the walking filter that reaches as far as was said."""
    if said is None:
        return None
    return next((step for step in WALK_STEPS_MIN if step >= int(said)), WALK_STEPS_MIN[-1])


def _within_m(said: str | None, unit: str | None) -> int | None:
    if said is None:
        return None
    metres = float(said) * (1000 if unit in KILOMETRES else 1)
    return int(min(max(metres, 50), 20_000))
