"""The day and the hour a visitor wants an itinerary for, and what is closed then, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import request, url_for

from webapp import clock, current
from webapp.domain.openings import midnight, service_day
from webapp.pages.itinerary_sketch import clock_of
from webapp.pages.phrases import (
    clock_words,
    day_words,
    weekday_date_words,
    weekday_words,
)
from webapp.services.itinerary_days import ClosedStop, Closure, Start, closed_stops, next_start
from webapp.services.itinerary_times import on_day
from webapp.services.travel import open_travel
from webapp.store.itinerary_records import Itinerary
from webapp.words import gettext as _

A_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class ClosedWarning:
    """A stop that is closed: `why`, and `until` when, empty where nobody knows.

    A warning with the number 0 is about a train, not a stop.
    """

    number: int
    name: str
    why: str
    until: str = ""

    @property
    def told(self) -> str:
        """Why, and until when: `closed all day on Monday; opens Tuesday 09:00`."""
        if not self.until:
            return self.why
        return _("%(why)s; %(until)s", why=self.why, until=self.until)

    @property
    def sentence(self) -> str:
        """The whole warning: `Shanghai Museum: closed all day on Monday; opens Tuesday 09:00.`"""
        return _("%(name)s: %(told)s.", name=self.name, told=self.told)


@dataclass(frozen=True, slots=True)
class Offer:
    """A day and hour that work, as a link."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class ItineraryDay:
    """The start an itinerary is shown for; `is_chosen` when the visitor asked for it."""

    slug: str
    start: Start
    is_chosen: bool

    @property
    def hour(self) -> str:
        """The start on a clock."""
        return clock_of(self.start.start_min)

    def address(self, endpoint: str, **values: str) -> str:
        """Return the path of another page or file of the same itinerary, day and start."""
        asked = _query(self.start) if self.is_chosen else {}
        return _address(endpoint, self.slug, {**values, **asked})


def chosen_day(written: Itinerary) -> ItineraryDay:
    """Read `?on=2026-11-27&from=16:00`, either of them, or `at=`; raises `BadParameter`.

    Without any of them it is the day that the itinerary was checked for.
    """
    on = request.args.get("on", "")
    hour = request.args.get("from") or request.args.get("hour", "")
    usual = Start(written.example_on, written.card.start_min)
    if on or hour:
        start = _start(on or usual.on.isoformat(), hour or clock_of(usual.start_min))
        return ItineraryDay(written.card.slug, start, True)
    if clock.is_chosen():
        at = clock.moment()
        start = Start(at.date(), at.hour * 60 + at.minute)
        return ItineraryDay(written.card.slug, start, True)
    return ItineraryDay(written.card.slug, usual, False)


def closed_warnings(found: Itinerary) -> tuple[ClosedWarning, ...]:
    """Say each stop that will be closed."""
    return tuple(_warning(closed) for closed in closed_stops(found))


def dated(written: Itinerary, start: Start) -> Itinerary:
    """The itinerary from a start, its ways as they are then."""
    connection = current.connection()
    return on_day(connection, open_travel(connection, current.settings()), written, start)


def offer_of(
    written: Itinerary, day: ItineraryDay, is_fine: Callable[[Start], bool]
) -> Offer | None:
    """The nearest start at which no stop is closed, None within two weeks."""
    start = next_start(written, day.start, is_fine)
    if start is None:
        return None
    address = _address("pages.itinerary", day.slug, _query(start))
    return Offer(
        _("%(day)s from %(hour)s", day=_day(start.on), hour=clock_of(start.start_min)), address
    )


def _address(endpoint: str, slug: str, query: dict[str, str]) -> str:
    """The path for a day of its own: the moment that other links carry is left out."""
    values: dict[str, Any] = {"slug": slug, "at": None, **query}
    return url_for(endpoint, **values)


def _start(on: str, hour: str) -> Start:
    at = clock.read_moment(f"{on}T{hour}")
    return Start(at.date(), at.hour * 60 + at.minute)


def _query(start: Start) -> dict[str, str]:
    return {"on": start.on.isoformat(), "from": clock_of(start.start_min)}


def _day(on: date) -> str:
    is_near = abs((on - clock.now().date()).days) < 300
    return weekday_date_words(on) if is_near else day_words(on)


def _warning(closed: ClosedStop) -> ClosedWarning:
    name = closed.stop.venue.name.in_(current.lang())
    return ClosedWarning(closed.number, name, _why(closed), _until(closed))


def _until(closed: ClosedStop) -> str:
    """When it opens again, with the weekday: whoever reads this does so on another day."""
    opens = closed.status.opens_at
    if closed.closure is Closure.DURING or opens is None:
        return ""
    hour = clock_words(opens)
    if opens.date() != closed.arrives.date():
        is_near = opens - closed.arrives < A_WEEK
        day = weekday_words(opens.date()) if is_near else weekday_date_words(opens.date())
        hour = _("%(day)s %(hour)s", day=day, hour=hour)
    if closed.status.is_usual:
        return _("usually opens %(hour)s, not confirmed", hour=hour)
    return _("opens %(hour)s", hour=hour)


def _why(closed: ClosedStop) -> str:
    arrives = clock_words(closed.arrives)
    if closed.closure is Closure.ALL_DAY:
        return _("closed all day on %(day)s", day=weekday_words(service_day(closed.arrives)))
    if closed.closure is Closure.NOT_YET:
        return _("not open yet when you arrive at %(hour)s", hour=arrives)
    if closed.closure is Closure.OVER:
        return _("already closed when you arrive at %(hour)s", hour=arrives)
    closes = closed.status.closes_at or midnight(closed.arrives.date())
    return _(
        "closes at %(hour)s, before you leave at %(leaves)s",
        hour=clock_words(closes),
        leaves=clock_words(closed.leaves),
    )
