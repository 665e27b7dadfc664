"""Hours that can be evaluated: which days are kept, what is open, and how sure that is."""

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
from webapp.domain.openings import DAY_MIN, DAY_STARTS_AT, TZ, Opening, State, midnight

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
        openings = (span.counted_from(first) for span in settled(found))
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
        return _spans_on(self, on)

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


def find_hours(text: str | None) -> Hours | None:
    """Return the hours of a text, None for no text or one that cannot be read."""
    return None if text is None else _find_readable(text)


@lru_cache(maxsize=4096)
def _find_readable(text: str) -> Hours | None:
    # `read_hours` remembers what it could read only; this also remembers what it could not.
    try:
        return read_hours(text)
    except HoursUnreadable:
        return None


@lru_cache(maxsize=16384)
def _spans_on(hours: Hours, on: date) -> tuple[Span, ...]:
    return settled(spans_of(hours.rules, hours.day_of(on)))


def _state_in(spans: tuple[Span, ...], minute: int) -> State:
    for span in spans:
        if span.start <= minute < span.end:
            return State.UNKNOWN if span.unknown else State.OPEN
    return State.CLOSED
