"""Which days a rule speaks of: weekdays, numbered weekdays of a month, public holidays."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.holidays import holiday_on

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_WEEKDAY = "|".join(WEEKDAYS)
_SHIFT = r"(?:\s*[+-]\s*\d+\s*days?)?"
_NUMBERS = r"\[-?\d(?:-\d)?(?:,-?\d(?:-\d)?)*\]"
ITEM = rf"(?:(?:PH|SH){_SHIFT}|(?:{_WEEKDAY})(?:-(?:{_WEEKDAY})|{_NUMBERS}{_SHIFT})?)"
DAYS = rf"{ITEM}(?:\s*,\s*{ITEM})*"

_ITEM_PARTS = re.compile(
    rf"(?P<first>PH|SH|{_WEEKDAY})(?:-(?P<last>{_WEEKDAY}))?(?P<numbers>{_NUMBERS})?"
    r"(?:\s*(?P<shift>[+-]\s*\d+)\s*days?)?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as a venue lives it: a make-up workday may keep another weekday's hours."""

    on: date
    weekday: int


@dataclass(frozen=True, slots=True)
class NumberedWeekday:
    """The n-th (negative: from the end) weekday of a month, moved by `shift` days."""

    weekday: int
    numbers: frozenset[int]
    shift: int

    def holds_on(self, day: Day) -> bool:
        """Say whether `day` is such a day."""
        base = day.on - timedelta(days=self.shift)
        weekday = base.weekday() if self.shift else day.weekday
        return weekday == self.weekday and not self.numbers.isdisjoint(_numbers_of(base))


@dataclass(frozen=True, slots=True)
class DaySelector:
    """The days a rule names; it holds on a day that fits any of its parts.

    `holiday_shifts` are days after a public holiday: 0 is the holiday, -1 the day before.
    """

    weekdays: frozenset[int]
    numbered: tuple[NumberedWeekday, ...]
    holiday_shifts: tuple[int, ...]

    def holds_on(self, day: Day) -> bool:
        """Say whether the rule speaks of `day`."""
        return (
            day.weekday in self.weekdays
            or any(numbered.holds_on(day) for numbered in self.numbered)
            or any(_is_holiday(day.on, shift) for shift in self.holiday_shifts)
        )


EVERY_DAY = DaySelector(frozenset(range(7)), (), ())


def parse_days(text: str) -> DaySelector:
    """Read a day selector that fits `DAYS`; the empty text means every day."""
    if not text:
        return EVERY_DAY
    items = list(_ITEM_PARTS.finditer(text))
    return DaySelector(
        frozenset(day for item in items for day in _weekdays(item)),
        tuple(_numbered(item) for item in items if item["numbers"]),
        tuple(_shift(item) for item in items if item["first"] == "PH"),
    )


def _weekdays(item: re.Match[str]) -> list[int]:
    if item["first"] not in WEEKDAYS or item["numbers"]:
        return []
    first = WEEKDAYS.index(item["first"])
    last = WEEKDAYS.index(item["last"] or item["first"])
    return [(first + n) % 7 for n in range((last - first) % 7 + 1)]


def _numbered(item: re.Match[str]) -> NumberedWeekday:
    numbers: set[int] = set()
    for part in item["numbers"].strip("[]").split(","):
        first, _, last = part.partition("-") if not part.startswith("-") else (part, "", "")
        numbers.update(range(int(first), int(last or first) + 1))
    return NumberedWeekday(WEEKDAYS.index(item["first"]), frozenset(numbers), _shift(item))


def _shift(item: re.Match[str]) -> int:
    return int((item["shift"] or "0").replace(" ", ""))


def _numbers_of(on: date) -> tuple[int, int]:
    days = calendar.monthrange(on.year, on.month)[1]
    return (on.day - 1) // 7 + 1, -((days - on.day) // 7 + 1)


def _is_holiday(on: date, shift: int) -> bool:
    return holiday_on(on - timedelta(days=shift)) is not None
