"""The routes of itineraries, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.records import LatLng
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing
from geo.sketch.frame import Size
from geo.sketch.routes import SIZE, End, Way, draw_route
from webapp.domain.itineraries import Leg
from webapp.domain.text import LocalText
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.itinerary_entry import ItineraryEntry
from webapp.services.content.itinerary_routes import routes_of
from webapp.services.sketched_ways import Stations, route_ways


@dataclass(frozen=True, slots=True)
class RouteSketch:
    """One itinerary with what its drawing needs."""

    entry: ItineraryEntry
    stops: tuple[LatLng, ...]
    ways: tuple[Way, ...]
    names: tuple[LocalText, ...]

    def draw(self, base: SketchBase, size: Size = SIZE) -> Drawing:
        """Draw the route."""
        return draw_route(base, self.stops, self.ways, size)

    @property
    def spoken(self) -> LocalText:
        """What the drawing says to those who do not see it."""
        zh = "、".join(name.zh for name in self.names)
        en = ", ".join(name.en for name in self.names)
        return LocalText(f"路线图：{zh}", f"Route: {en}")


def route_sketches(base: SketchBase, catalogue: Catalogue) -> Iterator[RouteSketch]:
    """Yield the route of every itinerary."""
    stations = {each.slug: each for each in base.stations}
    venues = {placed.entry.slug: placed.entry for placed in catalogue.venues}
    routes = routes_of(catalogue)
    for entry in (placed.entry for placed in catalogue.itineraries):
        stops = [venues[stop.venue] for stop in entry.stops]
        yield RouteSketch(
            entry,
            tuple(LatLng(each.position.lat, each.position.lng) for each in stops),
            tuple(_ways(entry, routes[entry.slug].legs, stations)),
            tuple(each.name.as_text() for each in stops),
        )


def _ways(entry: ItineraryEntry, legs: tuple[Leg, ...], stations: Stations) -> Iterator[Way]:
    stops = range(len(entry.stops))
    ends: list[End] = [stations[entry.start.station], *stops, stations[entry.end.station]]
    return route_ways(legs, ends, stations)
