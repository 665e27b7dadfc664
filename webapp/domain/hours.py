"""Opening hours: OSM text in, openings and states out.

A day off takes away the evening that begins on it; an evening lasts past midnight whatever the
next day says; a make-up workday follows the decision on make-up workdays.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from webapp.domain import holidays
from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours_evaluation import Hours, find_hours, read_hours
from webapp.domain.openings import (
    DAY_MIN,
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

_ONE_DAY = timedelta(days=1)


def status_of(hours_text: str | None, basis: str | None, at: datetime) -> OpenStatus:
    """Return the state at `at` (aware) and what comes next.

    `basis` is `source`, `usual` or None. Never raises: no text, or one that cannot be read, is
    unknown.
    """
    hours = find_hours(hours_text)
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
    hours, today = find_hours(hours_text), service_day(at)
    monday = today - _ONE_DAY * today.weekday()
    return tuple(_day_hours(hours, monday + _ONE_DAY * n, today) for n in range(7))


def day_spans(hours_text: str | None, on: date) -> tuple[tuple[int, int], ...] | None:
    """Return when a service day is open, in minutes after 06:00 (0 to 1440).

    None means unknown: no readable text, or a day of which only unknown hours are told.
    """
    hours = find_hours(hours_text)
    if hours is None:
        return None
    bar = hours.bar_on(on)
    known = tuple((span.start, span.end) for span in bar if not span.unknown)
    return known if known or not bar else None


def unknown_spans(hours_text: str | None, on: date) -> tuple[tuple[int, int], ...]:
    """Return when a service day is perhaps open, in minutes after 06:00 (0 to 1440)."""
    hours = find_hours(hours_text)
    if hours is None:
        return ((0, DAY_MIN),)
    return tuple((span.start, span.end) for span in hours.bar_on(on) if span.unknown)


def _status(hours: Hours, at: datetime, usual: bool) -> OpenStatus:
    ahead = _ahead(hours, at)
    if not ahead or ahead[0].start > at:
        changes_at = ahead[0].start if ahead else None
        return OpenStatus(State.CLOSED, None, changes_at, _next_known(ahead), is_usual=usual)
    if ahead[0].unknown:
        opens_at = _next_known(ahead[1:])
        return OpenStatus(State.UNKNOWN, None, _end(ahead[0], at), opens_at, is_usual=usual)
    return _open_status(ahead, at, usual)


def _open_status(ahead: tuple[Opening, ...], at: datetime, usual: bool) -> OpenStatus:
    ends_at = _end(ahead[0], at)
    # Where perhaps-open hours follow, nobody can say that the venue is about to close.
    closes = ends_at is not None and ends_at not in {opening.start for opening in ahead[1:2]}
    soon = closes and ahead[0].end - at <= SOON
    nuance = Nuance.SOON if soon else Nuance.USUAL if usual else None
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


def _next_known(openings: tuple[Opening, ...]) -> datetime | None:
    return next((opening.start for opening in openings if not opening.unknown), None)


def _day_hours(hours: Hours | None, on: date, today: date) -> DayHours:
    holiday, makeup = holidays.holiday_on(on), holidays.is_makeup_workday(on)
    openings: tuple[Opening, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    unknown = True
    if hours is not None:
        openings = tuple(span.counted_from(midnight(on)) for span in hours.spans_on(on))
        spans = tuple((s.start, s.end) for s in hours.bar_on(on) if not s.unknown)
        unknown = any(opening.unknown for opening in openings)
    code = holiday.code if holiday else None
    return DayHours(on, on == today, code, makeup, openings, spans, unknown)
