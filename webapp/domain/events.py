"""When events are: stated editions and the months they usually fall in; days in Asia/Shanghai."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Repeats(StrEnum):
    """How often an event comes back."""

    YEARLY = "yearly"
    EVERY_TWO_YEARS = "every-two-years"
    TWICE_A_YEAR = "twice-a-year"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY_IN_SEASON = "daily-in-season"
    ONCE = "once"


ALL_YEAR = frozenset({Repeats.MONTHLY, Repeats.WEEKLY})
"""What comes back within any month, unless its months are named."""


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """One edition with the dates its source states, both days included."""

    start: date
    end: date
    source: str

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> frozenset[int]:
        """The months (1 to 12) it touches."""
        count = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        return frozenset((self.start.month - 1 + n) % 12 + 1 for n in range(min(count, 11) + 1))


def next_edition(editions: Iterable[Edition], today: date) -> Edition | None:
    """Return the edition that is on or comes next, None when no stated one lies ahead."""
    return min((each for each in editions if each.end >= today), default=None)


def last_edition(editions: Iterable[Edition], today: date) -> Edition | None:
    """Return the newest edition that is over."""
    return max((each for each in editions if each.end < today), default=None)


def months_of(
    months: Iterable[int], repeats: Repeats, editions: Iterable[Edition]
) -> frozenset[int]:
    """Return the months an event is listed under: its own, else all year or its editions'."""
    named = frozenset(months)
    if named or repeats in ALL_YEAR:
        return named or frozenset(range(1, 13))
    return frozenset(month for each in editions for month in each.months)
