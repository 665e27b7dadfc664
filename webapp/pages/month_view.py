"""A month as a calendar: weeks of days with the editions that sources date, and the rest."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.domain.events import Edition
from webapp.store.event_records import EventCard

FIRST_YEAR, LAST_YEAR = 2020, 2099


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year; prints as `2026-12`."""

    year: int
    number: int

    @classmethod
    def of(cls, on: date) -> Month:
        """The month of a day; raises `ValueError` outside 2020 to 2099."""
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise ValueError(on)
        return cls(on.year, on.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def shifted(self, months: int) -> Month:
        """The month so many months later, earlier when negative."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event with the edition that touches the month."""

    card: EventCard
    edition: Edition


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the grid; `events` is empty for days of the months around."""

    on: date
    is_inside: bool
    events: tuple[DatedEvent, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """What the page of a month shows: the grid, the dated events, those that usually fall in it."""

    month: Month
    weeks: tuple[tuple[CalendarDay, ...], ...]
    dated: tuple[DatedEvent, ...]
    usual: tuple[EventCard, ...]


def month_view(month: Month, events: Sequence[EventCard]) -> MonthView:
    """Sort `events` of a month into those with stated dates and the others."""
    dated = tuple(
        DatedEvent(card, edition)
        for card in events
        for edition in card.editions
        if edition.start <= month.last and edition.end >= month.first
    )
    with_dates = {each.card.slug for each in dated}
    return MonthView(
        month=month,
        weeks=_weeks(month, dated),
        dated=tuple(sorted(dated, key=lambda each: each.edition.start)),
        usual=tuple(card for card in events if card.slug not in with_dates),
    )


def _weeks(month: Month, dated: Sequence[DatedEvent]) -> tuple[tuple[CalendarDay, ...], ...]:
    grid = calendar.Calendar().monthdatescalendar(month.year, month.number)
    return tuple(tuple(_day(on, month, dated) for on in week) for week in grid)


def _day(on: date, month: Month, dated: Sequence[DatedEvent]) -> CalendarDay:
    is_inside = on.month == month.number
    there = tuple(each for each in dated if each.edition.start <= on <= each.edition.end)
    return CalendarDay(on, is_inside, there if is_inside else ())
