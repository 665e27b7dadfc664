"""One itinerary by the clock: stops with their state on arrival, and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import orjson

from geo.navigation import NavigationLink
from webapp import current
from webapp.domain.hours import status_of
from webapp.domain.openings import midnight
from webapp.pages.itinerary_day import (
    ClosedWarning,
    ItineraryDay,
    Offer,
    chosen_day,
    dated,
    offer_of,
)
from webapp.pages.itinerary_route import legs_of, page_url
from webapp.pages.itinerary_sketch import clock_of, route_sketch
from webapp.pages.itinerary_trains import warnings_of
from webapp.pages.leg_parts import LegPart, parts_of
from webapp.pages.phrases import StateWords, state_words
from webapp.pages.route_legs import leg_links, map_ways
from webapp.pages.trains import StationTrains, trains_from
from webapp.pages.way_home import WayHome, way_home
from webapp.store.itineraries import get_itinerary
from webapp.store.itinerary_records import Itinerary, ItineraryStop


@dataclass(frozen=True, slots=True)
class StopRow:
    """A numbered stop, its state on arrival, the way that led there, links for that way."""

    number: int
    stop: ItineraryStop
    arrives: str
    leaves: str
    arrives_at: datetime
    state: StateWords
    way: tuple[LegPart, ...]
    links: tuple[NavigationLink, ...]
    rests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItineraryPage:
    """All that the page of an itinerary shows for the day `on`; `route` is JSON for the map.

    `checked_on` is the day it was checked for. `offer` is a start that works, when this one does
    not; `url` is the page's whole address for this day.
    """

    itinerary: Itinerary
    day: ItineraryDay
    on: date
    checked_on: date
    begins: str
    ends: str
    rows: tuple[StopRow, ...]
    way_home: tuple[LegPart, ...]
    links_home: tuple[NavigationLink, ...]
    trains: StationTrains
    late: WayHome | None
    warnings: tuple[ClosedWarning, ...]
    offer: Offer | None
    sketch: str | None
    route: str
    url: str


def itinerary_page(slug: str) -> ItineraryPage:
    """Gather one itinerary on the day at hand; raises `ItineraryMissing`, `BadParameter`."""
    written = get_itinerary(current.connection(), slug)
    day = chosen_day(written)
    found = dated(written, day.start)
    trains, late = _trains(found)
    warnings = warnings_of(written, found)
    links = leg_links(legs_of(found))
    return ItineraryPage(
        itinerary=found,
        day=day,
        on=found.example_on,
        checked_on=written.example_on,
        begins=clock_of(found.card.start_min),
        ends=clock_of(found.card.end_min),
        rows=tuple(_row(found, n, links[n - 1]) for n in range(1, len(found.stops) + 1)),
        way_home=parts_of(found.legs[-1], found.end),
        links_home=links[-1],
        trains=trains,
        late=late,
        warnings=warnings,
        offer=_offer(written, day) if warnings else None,
        sketch=route_sketch(slug),
        route=_route(found),
        url=page_url(day),
    )


def _offer(written: Itinerary, day: ItineraryDay) -> Offer | None:
    return offer_of(written, day, lambda start: not warnings_of(written, dated(written, start)))


def notes_of(written: Itinerary, found: Itinerary) -> tuple[str, ...]:
    """What to say to whoever sets out as in `found`: what is closed, and the last trains."""
    closed = warnings_of(written, found)
    _trains_home, late = _trains(found)
    said = [each.sentence for each in closed]
    return (*said, f"{late.lead} {late.more}") if late else tuple(said)


def _trains(found: Itinerary) -> tuple[StationTrains, WayHome | None]:
    end_min = found.card.end_min
    trains = trains_from(found.card.end.slug, _moment(found.example_on, end_min))
    return trains, way_home(trains, end_min)


def _row(found: Itinerary, number: int, links: tuple[NavigationLink, ...]) -> StopRow:
    stop = found.stops[number - 1]
    arrives_at = _moment(found.example_on, stop.arrive_min)
    status = status_of(stop.venue.hours_text, stop.venue.hours_basis, arrives_at)
    lang = current.lang()
    return StopRow(
        number=number,
        stop=stop,
        arrives=clock_of(stop.arrive_min),
        leaves=clock_of(stop.leave_min),
        arrives_at=arrives_at,
        state=state_words(status, arrives_at),
        way=parts_of(found.legs[number - 1], None),
        links=links,
        rests=tuple(rest.what.in_(lang) for rest in found.rests if rest.after_stop == number),
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
    return orjson.dumps({"stops": stops, "ways": map_ways(legs_of(found))}).decode()
