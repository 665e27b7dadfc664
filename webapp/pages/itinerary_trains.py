"""Rides of an itinerary for which the last train has left at the hour they would be taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from webapp import current
from webapp.domain.metro import has_stopped
from webapp.domain.openings import midnight
from webapp.pages.itinerary_day import ClosedWarning
from webapp.pages.phrases import clock_words, station_words
from webapp.store.itinerary_records import Itinerary, ItineraryRide
from webapp.store.stations import get_station
from webapp.words import gettext as _


def stopped_rides(found: Itinerary) -> tuple[ClosedWarning, ...]:
    """Return a warning for each ride whose line no longer stops at its station by then."""
    return tuple(_warning(ride, at) for ride, at in _rides(found) if _is_over(ride, at))


def _rides(found: Itinerary) -> Iterator[tuple[ItineraryRide, datetime]]:
    """Yield each ride with the moment one is on its platform, waits left out."""
    starts = (found.card.start_min, *(stop.leave_min for stop in found.stops))
    for leg, start_min in zip(found.legs, starts, strict=True):
        at = midnight(found.example_on) + timedelta(minutes=start_min + leg.access_min)
        for ride in leg.rides:
            yield ride, at
            at += timedelta(minutes=ride.minutes)


def _is_over(ride: ItineraryRide, at: datetime) -> bool:
    station = get_station(current.connection(), ride.start.slug)
    trains = [train for train in station.last_trains if train.line.code == ride.line.code]
    return has_stopped(trains, at)


def _warning(ride: ItineraryRide, at: datetime) -> ClosedWarning:
    name = _(
        "%(line)s from %(station)s",
        line=ride.line.name.in_(current.lang()),
        station=station_words(ride.start.name),
    )
    return ClosedWarning(0, name, _("no train after %(hour)s", hour=clock_words(at)))
