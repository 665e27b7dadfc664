"""Day, start and end of a plan: read from the form, or the ones most people mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from webapp import clock
from webapp.services.plans.request import LONGEST_MIN
from webapp.settings import SHANGHAI
from webapp.words import gettext as _

A_DAY = timedelta(days=1)
NIGHT_ENDS = time(6)
QUARTER_MIN = 15
FIRST_START, LAST_START = time(8), time(22)
USUAL_LENGTH = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class FormTimes:
    """What stands in the three fields; aware moments once they are right, else `faults`."""

    on: str
    at: str
    until: str
    begins: datetime | None = None
    ends: datetime | None = None
    faults: tuple[tuple[str, str], ...] = ()


def default_times() -> FormTimes:
    """From the chosen moment (else the next quarter of an hour, by day and evening) for 4 hours."""
    return _usual(clock.moment() if clock.is_chosen() else _next_start(clock.now()))


def _usual(begins: datetime) -> FormTimes:
    ends = begins + USUAL_LENGTH
    return FormTimes(begins.date().isoformat(), f"{begins:%H:%M}", f"{ends:%H:%M}", begins, ends)


def read_times(given: Mapping[str, str]) -> FormTimes:
    """Read `on=2026-11-20&at=18:30&until=01:00`, or `at=2026-11-20T18:30&until=01:00`."""
    on, at, until = (given.get(name, "").strip() for name in ("on", "at", "until"))
    if "T" in at:
        on, _t, at = at[:16].partition("T")
    usual = _usual(_next_start(clock.now()))
    on, at = on or usual.on, at or usual.at
    read = FormTimes(on, at, until)
    day, start, end = _day(on), _hour(at), _hour(until)
    if day is None or start is None or (end is None and until):
        return _wrong(read, _unreadable(day, start, end))
    begins = datetime.combine(day, start, SHANGHAI)
    ends = begins + USUAL_LENGTH if end is None else _end(begins, end)
    late = tuple(_late(begins, ends))
    if late:
        return _wrong(read, late)
    return FormTimes(on, at, f"{ends:%H:%M}", begins, ends)


def _wrong(read: FormTimes, faults: tuple[tuple[str, str], ...]) -> FormTimes:
    return FormTimes(read.on, read.at, read.until, faults=faults)


def _unreadable(
    day: date | None, start: time | None, end: time | None
) -> tuple[tuple[str, str], ...]:
    faults = (
        ("on", day, _("Give the date as year, month and day")),
        ("at", start, _("Give the start as hours and minutes, such as 18:30")),
        ("until", end, _("Give the end as hours and minutes, such as 23:00")),
    )
    return tuple((field, words) for field, value, words in faults if value is None)


def _end(begins: datetime, end: time) -> datetime:
    """The end on the same day, or in the night after it, which lasts until six."""
    ends = datetime.combine(begins.date(), end, SHANGHAI)
    return ends + A_DAY if ends <= begins and end <= NIGHT_ENDS else ends


def _late(begins: datetime, ends: datetime) -> Iterator[tuple[str, str]]:
    if ends <= begins:
        yield "until", _("The end has to be later than the start, %(hour)s", hour=f"{begins:%H:%M}")
    elif ends - begins > timedelta(minutes=LONGEST_MIN):
        yield "until", _("A plan lasts at most %(hours)d hours", hours=LONGEST_MIN // 60)


def _day(raw: str) -> date | None:
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        return None
    return day if clock.EARLIEST.date() <= day < clock.LATEST.date() else None


def _hour(raw: str) -> time | None:
    try:
        hour = time.fromisoformat(raw)
    except ValueError:
        return None
    return hour.replace(second=0, microsecond=0, tzinfo=None)


def _next_start(now: datetime) -> datetime:
    start = now.replace(minute=0) + timedelta(minutes=-(-now.minute // QUARTER_MIN) * QUARTER_MIN)
    if start.time() > LAST_START:
        start = start.replace(hour=10, minute=0) + A_DAY
    return max(start, start.replace(hour=FIRST_START.hour, minute=0))
