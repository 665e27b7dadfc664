"""The legs and times of itineraries, worked out from the places of their stops."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from geo.distance import compass_code, distance_m, walking_m
from geo.records import LatLng
from webapp.domain.itineraries import PACES, Leg, Legs, Mode, Timeline, timeline
from webapp.domain.paces import Pace
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.entries import Position
from webapp.services.content.itinerary_entry import ItineraryEntry
from webapp.services.content.place_entries import minutes_of
from webapp.services.travel.facts import facts_of
from webapp.services.travel.travel import Travel

Places = dict[str, LatLng]


@dataclass(frozen=True, slots=True)
class Route:
    """One itinerary by the clock: a leg to each stop, and one to the end."""

    legs: tuple[Leg, ...]
    plan: Timeline


def routes_of(catalogue: Catalogue) -> dict[str, Route]:
    """Return the route of each itinerary by slug; one that names an unknown place is left out."""
    stations = {placed.entry.slug: _point(placed.entry.position) for placed in catalogue.stations}
    venues = {placed.entry.slug: _point(placed.entry.position) for placed in catalogue.venues}
    travel = Travel(facts_of(catalogue))
    found = {}
    for entry in (placed.entry for placed in catalogue.itineraries):
        points = _points(entry, stations, venues)
        if None not in points:
            found[entry.slug] = _route(entry, [each for each in points if each], travel)
    return found


def _points(entry: ItineraryEntry, stations: Places, venues: Places) -> list[LatLng | None]:
    stops = (venues.get(stop.venue) for stop in entry.stops)
    return [stations.get(entry.start.station), *stops, stations.get(entry.end.station)]


def _route(entry: ItineraryEntry, points: list[LatLng], travel: Travel) -> Route:
    pace = PACES[Legs(entry.legs)]
    legs = tuple(_leg(start, end, pace, travel) for start, end in pairwise(points))
    stays = [stop.stay_min for stop in entry.stops]
    return Route(legs, timeline(minutes_of(entry.start.at), legs, stays))


def _leg(start: LatLng, end: LatLng, pace: Pace, travel: Travel) -> Leg:
    """Return the way to take; where there is none, a walk, whose length the check will refuse."""
    leg = travel.usual_leg(start, end, pace)
    if leg is not None:
        return leg
    metres = round(walking_m(distance_m(start, end)))
    minutes = max(1, ceil(metres / pace.m_per_min))
    return Leg(Mode.WALK, minutes, metres, compass_code(start, end))


def _point(position: Position) -> LatLng:
    return LatLng(position.lat, position.lng)
