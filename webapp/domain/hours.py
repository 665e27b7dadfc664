"""Opening hours: OSM text in, openings and states out.

A day off takes away the evening that begins on it; an evening lasts past midnight whatever the
next day says; a make-up workday follows the decision on make-up workdays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from webapp.domain import holidays
from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours_days import Day
from webapp.domain.hours_rules import Rule, parse_rules, spans_of
from webapp.domain.hours_spans import Span, clipped, settled, shifted
from webapp.domain.hours_text import normalise
from webapp.domain.openings import (
    DAY_MIN,
    DAY_STARTS_AT,
    TZ,
    DayHours,
    Nuance,
    Opening,
    OpenStatus,
    State,
    midnight,
    service_day,
)

__all__ = [
    "HORIZON_DAYS",
    "TZ",
    "DayHours",
    "Hours",
    "HoursUnreadable",
    "Nuance",
    "OpenStatus",
    "Opening",
    "State",
    "day_spans",
    "read_hours",
    "service_day",
    "status_of",
    "unknown_spans",
    "week_of",
]

HORIZON_DAYS = 400
SOON = timedelta(minutes=30)

_MINUTE = timedelta(minutes=1)
_ONE_DAY = timedelta(days=1)
_BAR_STARTS_MIN = DAY_STARTS_AT.hour * 60


@dataclass(frozen=True, slots=True, eq=False)
class Hours:
    """Hours that can be evaluated; `text` is the normalised OSM text they were read from."""

    text: str
    rules: tuple[Rule, ...]

    def openings_in(self, start: datetime, end: datetime) -> tuple[Opening, ...]:
        """Return what is open within [start, end) (aware), merged, sorted and clipped to it."""
        start, end = start.astimezone(TZ), end.astimezone(TZ)
        day, found = start.date() - _ONE_DAY, list[Span]()
        first = midnight(day)
        while day <= end.date():
            found += shifted(self.spans_on(day), (day - first.date()).days * DAY_MIN)
            day += _ONE_DAY
        openings = (_opening(first, span) for span in settled(found))
        return tuple(
            Opening(max(o.start, start), min(o.end, end), o.unknown)
            for o in openings
            if o.start < end and o.end > start
        )

    def state_at(self, at: datetime) -> State:
        """Return the state at an instant (aware)."""
        local = at.astimezone(TZ)
        minute = local.hour * 60 + local.minute
        today = _state_in(self.spans_on(local.date()), minute)
        if today is State.OPEN:
            return today
        night = _state_in(self.spans_on(local.date() - _ONE_DAY), minute + DAY_MIN)
        return today if night is State.CLOSED else night

    def spans_on(self, on: date) -> tuple[Span, ...]:
        """Return what the rules of one day open, in minutes from its 00:00 (0 to 2880)."""
        return settled(spans_of(self.rules, self.day_of(on)))

    def bar_on(self, on: date) -> tuple[Span, ...]:
        """Return the service day `on` in minutes after its 06:00 (0 to 1440), nights included."""
        around = (self.spans_on(on + _ONE_DAY * n) for n in (-1, 0, 1))
        spans = [span for n, day in enumerate(around) for span in shifted(day, (n - 1) * DAY_MIN)]
        bar = clipped(settled(spans), _BAR_STARTS_MIN, _BAR_STARTS_MIN + DAY_MIN)
        return tuple(shifted(bar, -_BAR_STARTS_MIN))

    def day_of(self, on: date) -> Day:
        """Return the day whose hours the venue keeps on a date."""
        stands_in_for = holidays.stands_in_for(on)
        if stands_in_for is not None and self.keeps_workdays(on):
            return Day(on, stands_in_for.weekday())
        return Day(on, on.weekday())

    def keeps_workdays(self, on: date) -> bool:
        """Say whether the venue lives an office week at the time of year of `on`.

        It does when it opens on each of Monday to Friday and neither Saturday nor Sunday has
        the hours of one of these days.
        """
        week = [settled(spans_of(self.rules, Day(on, weekday))) for weekday in range(7)]
        workdays = week[:5]
        return all(workdays) and not any(day in workdays for day in week[5:])

    def is_assured_on(self, on: date) -> bool:
        """Say whether the text itself settles the day.

        It does not on a public holiday without a rule for holidays or for the date, on a
        holiday not yet announced, and on a make-up workday that follows our own rule.
        """
        if self.always_open:
            return True
        if holidays.holiday_on(on) is not None:
            return self._names(on) and not holidays.is_provisional(on)
        return not (holidays.is_makeup_workday(on) and self.keeps_workdays(on))

    @property
    def always_open(self) -> bool:
        """Say whether the text plainly means 24 hours a day, every day."""
        return len(self.rules) == 1 and self.rules[0].never_rests

    def _names(self, on: date) -> bool:
        day = Day(on, on.weekday())
        return any(
            rule.names_holidays or (rule.names_dates and rule.holds_on(day)) for rule in self.rules
        )


@lru_cache(maxsize=4096)
def read_hours(text: str) -> Hours:
    """Read hours as people or OSM write them; raises `HoursUnreadable` with a reason."""
    normalised = normalise(text)
    return Hours(normalised, parse_rules(normalised))


def status_of(hours_text: str | None, basis: str | None, at: datetime) -> OpenStatus:
    """Return the state at `at` (aware) and what comes next.

    `basis` is `source`, `usual` or None. Never raises: no text, or one that cannot be read, is
    unknown.
    """
    hours = _find_hours(hours_text)
    if hours is None:
        return OpenStatus(State.UNKNOWN)
    at = at.astimezone(TZ)
    usual = basis == "usual" or not hours.is_assured_on(service_day(at))
    if hours.always_open:
        nuance = Nuance.USUAL if usual else None
        return OpenStatus(State.OPEN, nuance, always_open=True, is_usual=usual)
    return _status(hours, at, usual)


def week_of(hours_text: str | None, at: datetime) -> tuple[DayHours, ...]:
    """Return seven days, Monday first: the week that holds the service day of `at` (aware)."""
    hours, today = _find_hours(hours_text), service_day(at)
    monday = today - _ONE_DAY * today.weekday()
    return tuple(_day_hours(hours, monday + _ONE_DAY * n, today) for n in range(7))


def day_spans(hours_text: str | None, on: date) -> tuple[tuple[int, int], ...] | None:
    """Return when a service day is open, in minutes after 06:00 (0 to 1440).

    None means unknown: no readable text, or a day of which only unknown hours are told.
    """
    hours = _find_hours(hours_text)
    if hours is None:
        return None
    bar = hours.bar_on(on)
    known = tuple((span.start, span.end) for span in bar if not span.unknown)
    return known if known or not bar else None


def unknown_spans(hours_text: str | None, on: date) -> tuple[tuple[int, int], ...]:
    """Return when a service day is perhaps open, in minutes after 06:00 (0 to 1440)."""
    hours = _find_hours(hours_text)
    if hours is None:
        return ((0, DAY_MIN),)
    return tuple((span.start, span.end) for span in hours.bar_on(on) if span.unknown)


def _find_hours(text: str | None) -> Hours | None:
    return None if text is None else _find_readable(text)


@lru_cache(maxsize=4096)
def _find_readable(text: str) -> Hours | None:
    # `read_hours` remembers what it could read only; this also remembers what it could not.
    try:
        return read_hours(text)
    except HoursUnreadable:
        return None


def _state_in(spans: tuple[Span, ...], minute: int) -> State:
    for span in spans:
        if span.start <= minute < span.end:
            return State.UNKNOWN if span.unknown else State.OPEN
    return State.CLOSED


def _status(hours: Hours, at: datetime, usual: bool) -> OpenStatus:
    ahead = _ahead(hours, at)
    now = ahead[0] if ahead and ahead[0].start == at else None
    following = next((opening for opening in ahead if opening is not now), None)
    opens_at = following.start if following else None
    if now is None:
        return OpenStatus(State.CLOSED, None, opens_at, opens_at, is_usual=usual)
    ends_at = _end(now, at)
    if now.unknown:
        opens_at = next((o.start for o in ahead if not o.unknown), None)
        return OpenStatus(State.UNKNOWN, None, ends_at, opens_at, is_usual=usual)
    nuance = _nuance(ends_at, at, usual)
    return OpenStatus(State.OPEN, nuance, ends_at, None, ends_at, ends_at is None, usual)


def _ahead(hours: Hours, at: datetime) -> tuple[Opening, ...]:
    """Return the openings from `at` on, as far as needed to see the next change."""
    for days in (2, 9, HORIZON_DAYS):
        end = at + _ONE_DAY * days
        ahead = hours.openings_in(at, end)
        if ahead and (ahead[0].start > at or ahead[0].end < end):
            break
    return ahead


def _end(opening: Opening, at: datetime) -> datetime | None:
    return None if opening.end >= at + _ONE_DAY * HORIZON_DAYS else opening.end


def _nuance(ends_at: datetime | None, at: datetime, usual: bool) -> Nuance | None:
    if ends_at is not None and ends_at - at <= SOON:
        return Nuance.SOON
    return Nuance.USUAL if usual else None


def _day_hours(hours: Hours | None, on: date, today: date) -> DayHours:
    holiday, makeup = holidays.holiday_on(on), holidays.is_makeup_workday(on)
    openings: tuple[Opening, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    unknown = True
    if hours is not None:
        openings = tuple(_opening(midnight(on), span) for span in hours.spans_on(on))
        spans = tuple((s.start, s.end) for s in hours.bar_on(on) if not s.unknown)
        unknown = any(opening.unknown for opening in openings)
    code = holiday.code if holiday else None
    return DayHours(on, on == today, code, makeup, openings, spans, unknown)


def _opening(first: datetime, span: Span) -> Opening:
    return Opening(first + span.start * _MINUTE, first + span.end * _MINUTE, span.unknown)
