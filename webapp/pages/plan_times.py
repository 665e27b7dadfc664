"""Day, start and end of a plan: read from the form, or the ones most people mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from webapp import clock
from webapp.domain.faults import BadParameter
from webapp.services.plans.request import LONGEST_MIN
from webapp.settings import SHANGHAI
from webapp.words import gettext as _

DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONGEST = 40
"""Letters of a field that are read."""
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

    @property
    def types(self) -> dict[str, str]:
        """The type of each field: `text` where the usual one would not show what was typed."""
        fields = (("on", "date", DAY), ("at", "time", clock.HOUR), ("until", "time", clock.HOUR))
        return {
            name: usual if not text or form.fullmatch(text) else "text"
            for (name, usual, form), text in zip(
                fields, (self.on, self.at, self.until), strict=True
            )
        }


def default_times() -> FormTimes:
    """From the chosen moment (else the next quarter of an hour, by day and evening) for 4 hours."""
    return _usual(clock.moment() if clock.is_chosen() else _next_start(clock.now()))


def _usual(begins: datetime) -> FormTimes:
    ends = begins + USUAL_LENGTH
    return FormTimes(begins.date().isoformat(), f"{begins:%H:%M}", f"{ends:%H:%M}", begins, ends)


def read_times(given: Mapping[str, str]) -> FormTimes:
    """Read `on=2026-11-20&at=18:30&until=01:00`; `at` and `until` may be whole instants.

    `2026-11-20T18:30` is Shanghai's clock; `2026-11-20T10:30:00Z` names its own.
    """
    on, at, until = (given.get(name, "").strip()[:LONGEST] for name in ("on", "at", "until"))
    on, at = _parted(on, at)
    usual = _usual(_next_start(clock.now()))
    on, at = on or usual.on, at or usual.at
    read = FormTimes(on, at, until)
    day, start = _day(on), _hour(at)
    end = (_instant(until) if "T" in until else _hour(until)) if until else USUAL_LENGTH
    if day is None or start is None or end is None:
        return replace(read, faults=_unreadable(day, start, end))
    begins = datetime.combine(day, start, SHANGHAI)
    ends = _end(begins, end)
    late = tuple(_late(begins, ends))
    if late:
        return replace(read, faults=late)
    return FormTimes(on, at, until_text(begins, ends), begins, ends)


def until_text(begins: datetime, ends: datetime) -> str:
    """Return an end as addresses have it: its hour, or the instant where that would be misread."""
    return f"{ends:%H:%M}" if _end(begins, ends.time()) == ends else f"{ends:%Y-%m-%dT%H:%M}"


def _parted(on: str, at: str) -> tuple[str, str]:
    """Day and hour of an instant in `at`; one that cannot be read keeps its text in two fields."""
    if "T" not in at:
        return on, at
    begins = _instant(at)
    if begins:
        return begins.date().isoformat(), f"{begins:%H:%M}"
    day, _t, hour = at.partition("T")
    return day, hour


def _instant(raw: str) -> datetime | None:
    """A moment in Shanghai, of whatever offset; the + of one may have come as a space."""
    try:
        return clock.read_moment(raw.replace(" ", "+"))
    except BadParameter:
        return None


def _unreadable(
    day: date | None, start: time | None, end: object | None
) -> tuple[tuple[str, str], ...]:
    faults = (
        ("on", day, _("Give the date as year, month and day")),
        ("at", start, _("Give the start as hours and minutes, such as 18:30")),
        ("until", end, _("Give the end as hours and minutes, such as 23:00")),
    )
    return tuple((field, words) for field, value, words in faults if value is None)


def _end(begins: datetime, end: datetime | time | timedelta) -> datetime:
    """The end; an hour is of the same day, or of the night after it, which lasts until six."""
    if isinstance(end, timedelta):
        return begins + end
    if isinstance(end, datetime):
        return end
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
