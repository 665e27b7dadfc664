"""What does not work on the day of an itinerary: closed stops, trains that have left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from webapp import current
from webapp.domain.itineraries import Mode
from webapp.domain.metro import has_stopped
from webapp.domain.openings import midnight
from webapp.pages.itinerary_day import ClosedWarning, closed_warnings
from webapp.pages.phrases import clock_words, minute_words, station_words
from webapp.store.itinerary_records import Itinerary, ItineraryRide
from webapp.store.stations import get_station
from webapp.words import gettext as _


def warnings_of(written: Itinerary, found: Itinerary) -> tuple[ClosedWarning, ...]:
    """Say what will be closed, and which trains will have left, when `written` is done so."""
    rides = (_warning(ride, at) for ride, at in _rides(found) if _is_over(ride, at))
    return (*closed_warnings(found), *_long_walks(written, found), *rides)


def _long_walks(written: Itinerary, found: Itinerary) -> Iterator[ClosedWarning]:
    """Yield a warning for each way one usually rides and has to walk then."""
    for usual, leg in zip(written.legs, found.legs, strict=True):
        if usual.mode is Mode.METRO and leg.mode is Mode.WALK:
            name = _ride_words(usual.rides[0])
            yield ClosedWarning(
                0, name, _("no train then, %(walk)s", walk=minute_words(leg.minutes))
            )


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
    hour = clock_words(at)
    return ClosedWarning(0, _ride_words(ride), _("no train after %(hour)s", hour=hour))


def _ride_words(ride: ItineraryRide) -> str:
    return _(
        "%(line)s from %(station)s",
        line=ride.line.name.in_(current.lang()),
        station=station_words(ride.start.name),
    )
