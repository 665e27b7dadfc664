"""Moments as people type them: tonight, 周六下午, after midnight, 明天晚上 9 点, at 23:30."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from webapp.domain.openings import DAY_STARTS_AT

DAY_MIN = 24 * 60
NOON_MIN, AFTERNOON_MIN, EVENING_MIN, LATE_MIN = 12 * 60, 15 * 60, 20 * 60, DAY_MIN + 30
LATEST_HOUR_OF_NIGHT = 6
WEEK = ("一", "二", "三", "四", "五", "六", "日")
HOURS_ZH = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
WEEK_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SpokenTime:
    """A moment by its words: `day` counts from today, `weekday` from Monday (0).

    `minutes` after 00:00 of that day may go beyond it: 1470 is 00:30 of the night that follows.
    What was not said is None; `is_next_week` is what 下周 and "next" say.
    """

    day: int | None = None
    weekday: int | None = None
    minutes: int | None = None
    is_next_week: bool = False

    def moment(self, now: datetime) -> datetime:
        """The moment meant at the aware moment `now`, never one that is over."""
        minutes = NOON_MIN if self.minutes is None else self.minutes
        meant = self._midnight(now) + timedelta(minutes=minutes)
        if meant >= now or self.day is not None or self._is_this_night(now):
            return max(meant, now)
        return meant + timedelta(days=1 if self.weekday is None else 7)

    def _midnight(self, now: datetime) -> datetime:
        """00:00 of the day meant; after midnight, tonight is still the night that began."""
        today = datetime.combine(now.date(), time(), now.tzinfo)
        if self._is_this_night(now):
            today -= timedelta(days=1)
        if self.weekday is None:
            return today + timedelta(days=self.day or 0)
        if self.is_next_week:
            return today + timedelta(days=7 - now.weekday() + self.weekday)
        return today + timedelta(days=(self.weekday - now.weekday()) % 7)

    def _is_this_night(self, now: datetime) -> bool:
        is_night = self.minutes is not None and self.minutes >= EVENING_MIN
        return is_night and self.weekday is None and now.time() < DAY_STARTS_AT

    def joined(self, other: SpokenTime) -> SpokenTime | None:
        """Both as one moment ("23:30" and "on Friday"), or None when they say the same part."""
        days = sum(time.day is not None or time.weekday is not None for time in (self, other))
        hours = sum(time.minutes is not None for time in (self, other))
        if days != 1 or hours != 1:
            return None
        said, hour = (self, other) if self.minutes is None else (other, self)
        return replace(said, minutes=hour.minutes)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A moment and where its words stand in the text."""

    start: int
    end: int
    time: SpokenTime


DAYS: dict[str, SpokenTime] = {
    **dict.fromkeys(("today", "今天", "今日"), SpokenTime(day=0)),
    **dict.fromkeys(("tomorrow", "明天", "明日"), SpokenTime(day=1)),
    "后天": SpokenTime(day=2),
    **dict.fromkeys(
        ("tonight", "this evening", "今晚", "今夜", "今天晚上"), SpokenTime(0, None, EVENING_MIN)
    ),
    "明晚": SpokenTime(1, None, EVENING_MIN),
    "明早": SpokenTime(1, None, 10 * 60),
    "this morning": SpokenTime(0, None, 10 * 60),
    "this afternoon": SpokenTime(0, None, AFTERNOON_MIN),
    **dict.fromkeys(("weekend", "周末"), SpokenTime(None, SATURDAY, AFTERNOON_MIN)),
}
PARTS_MIN: dict[str, int] = {
    **dict.fromkeys(("morning", "早上", "早晨", "上午"), 10 * 60),
    **dict.fromkeys(("noon", "midday", "lunchtime", "中午"), NOON_MIN),
    **dict.fromkeys(("afternoon", "下午"), AFTERNOON_MIN),
    **dict.fromkeys(("evening", "傍晚", "晚上", "晚"), EVENING_MIN),
    **dict.fromkeys(("night", "夜里", "夜晚"), 22 * 60),
    **dict.fromkeys(("半夜", "午夜", "后半夜", "零点"), LATE_MIN),
    "凌晨": 30,
}
LATE_WORDS = (
    *("after midnight", "past midnight", "late at night", "late night", "late-night"),
    *("凌晨", "半夜", "后半夜", "零点后", "零点以后", "零点之后", "午夜后", "午夜以后", "午夜之后"),
)
ALONE_MIN = {**dict.fromkeys(LATE_WORDS, LATE_MIN), "晚上": EVENING_MIN, "夜里": 22 * 60}
LATER_HALF = {"afternoon", "evening", "night", "下午", "傍晚", "晚上", "晚", "夜里", "夜晚", "pm"}


def _one_of(words: Iterable[str]) -> str:
    """A pattern for the longest of some words that fits."""
    known = sorted(map(re.escape, words), key=len, reverse=True)
    return "|".join(known).replace(r"\ ", r"\s+")


def _english(words: Iterable[str]) -> list[str]:
    return [word for word in words if word.isascii()]


def _chinese(words: Iterable[str]) -> list[str]:
    return [word for word in words if not word.isascii()]


_EN_WEEKDAY = (
    r"(?P<next>next\s+)?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?s?"
)
_EN_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])(?:(?::(?P<minute>[0-5]\d))(?:\s*(?P<half>am|pm))?"
    r"|\s*(?P<half_only>am|pm))"
)
_EN_OPEN = r"(?:(?:that|which|and)\s+(?:are|is)\s+)?(?:still\s+)?(?:open\s+)?(?:until\s+)?"
ENGLISH = re.compile(
    rf"(?<![a-z0-9:-]){_EN_OPEN}(?:"
    rf"(?P<alone>{_one_of(_english(LATE_WORDS))})"
    rf"|(?:on\s+(?:an?\s+)?|at\s+the\s+|this\s+)?"
    rf"(?:(?P<day>{_one_of(_english(DAYS))})|{_EN_WEEKDAY})"
    rf"(?:\s+(?:in\s+the\s+)?(?P<part>{_one_of(_english(PARTS_MIN))}))?"
    rf"(?:\s+(?:at|after|from)\s+(?:{_EN_CLOCK}))?"
    rf")(?![a-z0-9:-])"
)
ENGLISH_CLOCK = re.compile(
    rf"(?<![a-z0-9:-]){_EN_OPEN}(?:(?:at|after|from)\s+)?(?:{_EN_CLOCK})(?![a-z0-9:-])"
)
_ZH_WEEKDAY = r"(?P<next>下)?(?:这|本)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
_ZH_PART = rf"(?:{_one_of(_chinese(PARTS_MIN))})(?![海茶])"
_ZH_CLOCK = (
    rf"(?P<hour>[01]?\d|2[0-4]|{_one_of(HOURS_ZH)})\s?(?:点钟?(?P<thirty>半)?|:(?P<minute>[0-5]\d))"
)
_ZH_TAIL = r"(?:以后|之后|过后|后)?(?:还|仍|也|能|在|会)*(?:营业中?|开门|开着|开放|开)?的?"
_ZH_LEAD = r"(?:(?:营业|开)到)?"
CHINESE = re.compile(
    rf"{_ZH_LEAD}(?:(?P<day>{_one_of(_chinese(DAYS))})|{_ZH_WEEKDAY})"
    rf"\s?(?P<part>{_ZH_PART})?\s?(?:{_ZH_CLOCK})?{_ZH_TAIL}"
)
CHINESE_CLOCK = re.compile(
    rf"{_ZH_LEAD}(?:(?P<part>{_ZH_PART})\s?|(?<!\d)(?=\d)){_ZH_CLOCK}{_ZH_TAIL}"
)
CHINESE_ALONE = re.compile(rf"{_ZH_LEAD}(?P<alone>{_one_of(_chinese(ALONE_MIN))})(?!海){_ZH_TAIL}")
PATTERNS = (ENGLISH, ENGLISH_CLOCK, CHINESE, CHINESE_CLOCK, CHINESE_ALONE)


def find_times(text: str) -> Iterator[FoundTime]:
    """Every moment named in folded `text`, of all readings; they may overlap."""
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield FoundTime(match.start(), match.end(), _read(match))


def _read(match: re.Match[str]) -> SpokenTime:
    said = match.groupdict()
    if said.get("alone"):
        return SpokenTime(minutes=ALONE_MIN[_spaced(said["alone"])])
    day = DAYS[_spaced(said["day"])] if said.get("day") else _weekday(said)
    minutes = _clock_min(said, day)
    if minutes is None and said.get("part"):
        minutes = PARTS_MIN[said["part"]]
    return day if minutes is None else replace(day, minutes=minutes)


def _spaced(words: str) -> str:
    """Words with single spaces between them."""
    return " ".join(words.split())


def _weekday(said: dict[str, str | None]) -> SpokenTime:
    named = said.get("weekday")
    if not named:
        return SpokenTime()
    names = WEEK_EN if named.isascii() else WEEK
    weekday = names.index(named) if named in names else WEEK.index("日")
    return SpokenTime(weekday=weekday, is_next_week=bool(said.get("next")))


def _clock_min(said: dict[str, str | None], day: SpokenTime) -> int | None:
    """The hour said as minutes of its day: 晚上 9 点 is 21:00, "tonight at 1:00" is 25:00."""
    if not said.get("hour"):
        return None
    hour = _hour(said["hour"] or "0")
    half = said.get("half") or said.get("half_only")
    is_evening = day.minutes is not None and day.minutes >= EVENING_MIN
    is_after_noon = half == "pm" or said.get("part") in LATER_HALF
    if is_evening and half is None:
        is_after_noon = hour >= LATEST_HOUR_OF_NIGHT
    if half == "am" and hour == 12:
        hour = 0
    if is_after_noon and hour < 12:
        hour += 12
    if is_evening and hour < LATEST_HOUR_OF_NIGHT:
        hour += 24
    return hour * 60 + (30 if said.get("thirty") else int(said.get("minute") or 0))


def _hour(said: str) -> int:
    return int(said) if said.isdigit() else HOURS_ZH.index(said)
