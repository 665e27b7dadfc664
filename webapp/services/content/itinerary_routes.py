"""The legs and times of itineraries, worked out from the places of their stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from geo.crossings import Barrier
from geo.records import LatLng
from webapp.domain.itineraries import PACES, Leg, Legs, Timeline, timeline
from webapp.domain.metro import Line
from webapp.domain.metro_network import MetroNetwork
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.entries import Position
from webapp.services.content.itinerary_entry import ItineraryEntry
from webapp.services.content.place_entries import minutes_of
from webapp.services.legs import LegFinder, hops_of

RIDDEN = frozenset({"metro", "apm"})
"""Kinds of line that run often enough for our waiting time, at the ordinary fare."""

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
    lines = tuple(_lines(catalogue, stations))
    finder = _finder(lines, tuple(stations.items()), catalogue.huangpu)
    found = {}
    for entry in (placed.entry for placed in catalogue.itineraries):
        points = _points(entry, stations, venues)
        if None not in points:
            found[entry.slug] = _route(entry, [each for each in points if each], finder)
    return found


def _points(entry: ItineraryEntry, stations: Places, venues: Places) -> list[LatLng | None]:
    stops = (venues.get(stop.venue) for stop in entry.stops)
    return [stations.get(entry.start.station), *stops, stations.get(entry.end.station)]


def _route(entry: ItineraryEntry, points: list[LatLng], finder: LegFinder) -> Route:
    pace = PACES[Legs(entry.legs)]
    legs = tuple(finder.leg(start, end, pace) for start, end in pairwise(points))
    stays = [stop.stay_min for stop in entry.stops]
    return Route(legs, timeline(minutes_of(entry.start.at), legs, stays))


def _lines(catalogue: Catalogue, stations: Places) -> Iterator[Line]:
    for entry in (placed.entry for placed in catalogue.lines):
        if entry.kind in RIDDEN:
            branches = tuple(_branch(each.stops, stations) for each in entry.branches)
            yield Line(entry.code, entry.name.as_text(), entry.loop, branches)


def _branch(stops: list[str], stations: Places) -> tuple[str, ...]:
    return tuple(slug for slug in stops if slug in stations)


@lru_cache(maxsize=1)  # the check and the sync of one run ask for the same network
def _finder(
    lines: tuple[Line, ...],
    stations: tuple[tuple[str, LatLng], ...],
    huangpu: tuple[tuple[LatLng, ...], ...],
) -> LegFinder:
    positions = dict(stations)
    called_at = {slug for line in lines for branch in line.branches for slug in branch}
    served = {slug: positions[slug] for slug in positions if slug in called_at}
    return LegFinder(served, MetroNetwork(hops_of(lines, positions)), Barrier(huangpu))


def _point(position: Position) -> LatLng:
    return LatLng(position.lat, position.lng)
