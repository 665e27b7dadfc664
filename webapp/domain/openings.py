"""What the evaluation of opening hours hands out, and the day it counts in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

TZ = ZoneInfo("Asia/Shanghai")
DAY_STARTS_AT = time(6)
DAY_MIN = 24 * 60


class State(StrEnum):
    """Whether a venue is open at an instant; unknown is never shown as closed."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Nuance(StrEnum):
    """A finer shade of *open*: closing within 30 minutes, or open only as far as usual."""

    SOON = "soon"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Opening:
    """A half-open stretch of time, aware in Asia/Shanghai, open or (`unknown`) perhaps open."""

    start: datetime
    end: datetime
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class OpenStatus:
    """The state at an instant and what comes next; instants are aware in Asia/Shanghai.

    `changes_at` is None when nothing changes within `hours.HORIZON_DAYS`. `opens_at` is the next
    sure opening of a venue that is not open. `closes_at` is the end of the hours an open venue is
    sure of; it is never called *soon* when perhaps-open hours follow. `is_usual` says that the
    hours are not confirmed for this day, whatever the state.
    """

    state: State
    nuance: Nuance | None = None
    changes_at: datetime | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    always_open: bool = False
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class DayHours:
    """One line of the week table.

    `openings` are those that the day's own rules give: one may begin before 06:00 and one may
    end after midnight. `spans` are minutes after 06:00 (0 to 1440), for a bar from 06 to 06.
    `holiday` is a code of `holidays`; `unknown` says that some of the day's hours are not known.
    """

    on: date
    is_today: bool
    holiday: str | None
    makeup: bool
    openings: tuple[Opening, ...]
    spans: tuple[tuple[int, int], ...]
    unknown: bool


def service_day(at: datetime) -> date:
    """Return the day that runs from 06:00 to 06:00 and holds `at` (aware, any zone)."""
    local = at.astimezone(TZ)
    return (local - timedelta(hours=DAY_STARTS_AT.hour)).date()


def midnight(on: date) -> datetime:
    """Return 00:00 of a day in Asia/Shanghai, which has had no clock changes since 1991."""
    return datetime.combine(on, time(), TZ)
