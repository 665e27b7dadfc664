"""One itinerary by the clock: stops with their state on arrival, and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import orjson

from geo.records import LatLng
from webapp import current
from webapp.domain.hours import status_of
from webapp.domain.itineraries import Mode
from webapp.domain.openings import midnight
from webapp.pages.itinerary_sketch import clock_of, route_sketch
from webapp.pages.phrases import StateWords, state_words
from webapp.pages.trains import StationTrains, trains_from
from webapp.pages.way_home import WayHome, way_home
from webapp.store.itineraries import get_itinerary
from webapp.store.itinerary_records import Itinerary, ItineraryLeg, ItineraryRide, ItineraryStop
from webapp.store.place_records import StationCard


@dataclass(frozen=True, slots=True)
class WalkPart:
    """A stretch on foot; `to` is the station it leads to, None for a stop."""

    minutes: int
    metres: int | None
    to: StationCard | None


@dataclass(frozen=True, slots=True)
class LegPart:
    """One line of the way: a walk or a ride, with the minutes of all waits before the first."""

    walk: WalkPart | None = None
    ride: ItineraryRide | None = None
    wait_min: int = 0


@dataclass(frozen=True, slots=True)
class StopRow:
    """A numbered stop, its hours on a clock, its state on arrival, and the way that led there."""

    number: int
    stop: ItineraryStop
    arrives: str
    leaves: str
    state: StateWords
    way: tuple[LegPart, ...]
    rests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItineraryPage:
    """All that the page of an itinerary shows for the day `on`; `route` is JSON for the map."""

    itinerary: Itinerary
    on: date
    begins: str
    ends: str
    rows: tuple[StopRow, ...]
    way_home: tuple[LegPart, ...]
    trains: StationTrains
    late: WayHome | None
    sketch: str | None
    route: str


def itinerary_page(slug: str) -> ItineraryPage:
    """Gather one itinerary on the day it is checked for; raises `ItineraryMissing`."""
    found = get_itinerary(current.connection(), slug)
    on, end_min = found.example_on, found.card.end_min
    trains = trains_from(found.card.end.slug, _moment(on, end_min))
    return ItineraryPage(
        itinerary=found,
        on=on,
        begins=clock_of(found.card.start_min),
        ends=clock_of(end_min),
        rows=tuple(_row(found, number) for number in range(1, len(found.stops) + 1)),
        way_home=_parts(found.legs[-1], found.end),
        trains=trains,
        late=way_home(trains, end_min),
        sketch=route_sketch(slug),
        route=_route(found),
    )


def _row(found: Itinerary, number: int) -> StopRow:
    stop = found.stops[number - 1]
    arrives_at = _moment(found.example_on, stop.arrive_min)
    status = status_of(stop.venue.hours_text, stop.venue.hours_basis, arrives_at)
    lang = current.lang()
    return StopRow(
        number=number,
        stop=stop,
        arrives=clock_of(stop.arrive_min),
        leaves=clock_of(stop.leave_min),
        state=state_words(status, arrives_at),
        way=_parts(found.legs[number - 1], None),
        rests=tuple(rest.what.in_(lang) for rest in found.rests if rest.after_stop == number),
    )


def _parts(leg: ItineraryLeg, goal: StationCard | None) -> tuple[LegPart, ...]:
    if leg.mode is Mode.WALK:
        return (LegPart(walk=WalkPart(leg.minutes, leg.walk_m, goal)),)
    access = WalkPart(leg.access_min, None, leg.rides[0].start)
    egress = WalkPart(leg.egress_min, None, None)
    walks_out = (LegPart(walk=access),) if leg.access_min else ()
    walks_in = (LegPart(walk=egress),) if leg.egress_min else ()
    return (*walks_out, *_rides(leg), *walks_in)


def _rides(leg: ItineraryLeg) -> tuple[LegPart, ...]:
    """The rides; what is neither walked nor ridden is waited, and said with the first."""
    moving_min = leg.access_min + leg.egress_min + sum(ride.minutes for ride in leg.rides)
    waits_min = (leg.minutes - moving_min, *(0 for _ in leg.rides[1:]))
    return tuple(
        LegPart(ride=ride, wait_min=wait_min)
        for ride, wait_min in zip(leg.rides, waits_min, strict=True)
    )


def _moment(on: date, minutes: int) -> datetime:
    return midnight(on) + timedelta(minutes=minutes)


def _route(found: Itinerary) -> str:
    """Stops as [lat, lng] with number and name, ways as lists of [lat, lng] with their line."""
    lang = current.lang()
    stops = [
        {
            "at": [stop.venue.position.lat, stop.venue.position.lng],
            "name": stop.venue.name.in_(lang),
            "slug": stop.venue.slug,
        }
        for stop in found.stops
    ]
    return orjson.dumps({"stops": stops, "ways": _ways(found)}).decode()


def _ways(found: Itinerary) -> list[dict[str, object]]:
    places = [
        found.start.position,
        *(stop.venue.position for stop in found.stops),
        found.end.position,
    ]
    ways: list[dict[str, object]] = []
    for leg, start, end in zip(found.legs, places[:-1], places[1:], strict=True):
        here = start
        for ride in leg.rides:
            ways.append(_way(None, here, ride.start.position))
            ways.append(_way(ride.line.code, ride.start.position, ride.end.position))
            here = ride.end.position
        ways.append(_way(None, here, end))
    return ways


def _way(line: str | None, start: LatLng, end: LatLng) -> dict[str, object]:
    points = [[point.lat, point.lng] for point in (start, end)]
    return {"line": line, "points": points}
