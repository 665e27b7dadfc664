"""An itinerary on a day of one's own: what is closed then, and when nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from webapp.domain.hours import day_spans, status_of
from webapp.domain.openings import OpenStatus, State, midnight, service_day
from webapp.domain.stays import state_during
from webapp.store.itinerary_records import Itinerary, ItineraryStop

DAYS_AHEAD = 14
HALF_A_DAY = timedelta(hours=12)


class Closure(StrEnum):
    """Why a stop cannot be visited as planned."""

    ALL_DAY = "all-day"
    NOT_YET = "not-yet"
    OVER = "over"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class ClosedStop:
    """The stop `number` (from 1), closed on arrival or before one leaves; `status` on arrival."""

    number: int
    stop: ItineraryStop
    arrives: datetime
    leaves: datetime
    closure: Closure
    status: OpenStatus


@dataclass(frozen=True, slots=True)
class Start:
    """A day and minutes after its 00:00, Asia/Shanghai."""

    on: date
    start_min: int


def closed_stops(found: Itinerary) -> tuple[ClosedStop, ...]:
    """Return the stops that are surely not open from arrival to leaving on `example_on`."""
    return tuple(_closed(found))


def next_start(written: Itinerary, wanted: Start, is_fine: Callable[[Start], bool]) -> Start | None:
    """Return the start nearest to `wanted` at which no stop is closed, None within two weeks.

    First the day that was asked for at the hour the itinerary is written for, then each later day
    at the hour asked for, then at the hour written. `is_fine` looks closer at a start whose stops
    are open were its ways the usual ones, as they nearly always are.
    """
    hours = (wanted.start_min, written.card.start_min)
    days = [wanted.on + timedelta(days=n) for n in range(1, DAYS_AHEAD + 1)]
    tried = [Start(wanted.on, hours[1]), *(Start(on, hour) for hour in hours for on in days)]
    return next((start for start in tried if _opens(written, start) and is_fine(start)), None)


def _opens(written: Itinerary, start: Start) -> bool:
    return not any(True for _ in _closed(_moved(written, start)))


def _moved(written: Itinerary, start: Start) -> Itinerary:
    """Return the stops from another start, were all ways the usual ones."""
    later = start.start_min - written.card.start_min
    stops = tuple(replace(stop, arrive_min=stop.arrive_min + later) for stop in written.stops)
    return replace(written, stops=stops, example_on=start.on)


def _closed(found: Itinerary) -> Iterator[ClosedStop]:
    start = midnight(found.example_on)
    for number, stop in enumerate(found.stops, 1):
        arrives, leaves = (start + timedelta(minutes=m) for m in (stop.arrive_min, stop.leave_min))
        if state_during(stop.venue.hours_text, arrives, leaves) is State.CLOSED:
            status = status_of(stop.venue.hours_text, stop.venue.hours_basis, arrives)
            closure = _closure(stop.venue.hours_text, arrives, status)
            yield ClosedStop(number, stop, arrives, leaves, closure, status)


def _closure(hours_text: str | None, arrives: datetime, status: OpenStatus) -> Closure:
    if status.state is not State.CLOSED:
        return Closure.DURING
    spans = day_spans(hours_text, service_day(arrives))
    if not spans:
        return Closure.ALL_DAY
    opens = status.opens_at
    return Closure.NOT_YET if opens and _is_same_day(arrives, opens) else Closure.OVER


def _is_same_day(arrives: datetime, opens: datetime) -> bool:
    """Whether one who arrives early waits; before 06:00 only for what opens within half a day."""
    is_soon = arrives.date() == opens.date() and opens - arrives <= HALF_A_DAY
    return is_soon or service_day(arrives) == service_day(opens)
