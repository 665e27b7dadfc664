"""The routes of itineraries, as drawings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from geo.basemap.places import StationPlace
from geo.records import LatLng
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing
from geo.sketch.routes import End, Way, draw_route
from webapp.domain.itineraries import Leg
from webapp.domain.text import LocalText
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.itinerary_entry import ItineraryEntry
from webapp.services.content.itinerary_routes import routes_of

Stations = dict[str, StationPlace]


def route_drawings(
    base: SketchBase, catalogue: Catalogue
) -> Iterator[tuple[str, Drawing, LocalText]]:
    """Yield slug, drawing and spoken text of every itinerary."""
    stations = {each.slug: each for each in base.stations}
    venues = {placed.entry.slug: placed.entry for placed in catalogue.venues}
    routes = routes_of(catalogue)
    for entry in (placed.entry for placed in catalogue.itineraries):
        stops = [venues[stop.venue] for stop in entry.stops]
        positions = [LatLng(each.position.lat, each.position.lng) for each in stops]
        ways = list(_ways(entry, routes[entry.slug].legs, stations))
        spoken = _spoken([stop.name.as_text() for stop in stops])
        yield entry.slug, draw_route(base, positions, ways), spoken


def _ways(entry: ItineraryEntry, legs: tuple[Leg, ...], stations: Stations) -> Iterator[Way]:
    stops = range(len(entry.stops))
    ends: list[End] = [stations[entry.start.station], *stops, stations[entry.end.station]]
    for leg, (start, end) in zip(legs, pairwise(ends), strict=True):
        yield from _parts(leg, start, end, stations)


def _parts(leg: Leg, start: End, end: End, stations: Stations) -> Iterator[Way]:
    here = start
    for ride in leg.rides:
        first, last = stations[ride.start], stations[ride.end]
        if here != first:
            yield Way(here, first)
        yield Way(first, last, ride.line)
        here = last
    if here != end:
        yield Way(here, end)


def _spoken(stops: list[LocalText]) -> LocalText:
    zh, en = "、".join(stop.zh for stop in stops), ", ".join(stop.en for stop in stops)
    return LocalText(f"路线图：{zh}", f"Route: {en}")
