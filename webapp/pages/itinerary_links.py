"""Links from an itinerary's page: each leg in map applications, and the files to take along."""

from __future__ import annotations

from geo.navigation import NavigationLink, Waypoint, way_links
from webapp.domain.itineraries import Mode
from webapp.domain.text import LocalText
from webapp.pages.itinerary_route import legs_of
from webapp.services.take_away.route import Place, RouteLeg
from webapp.store.itinerary_records import Itinerary


def leg_links(found: Itinerary) -> list[tuple[NavigationLink, ...]]:
    """Return the links for each leg, the last one home; names in Chinese, as the maps have them."""
    return [_links(leg) for leg in legs_of(found)]


def _links(leg: RouteLeg) -> tuple[NavigationLink, ...]:
    start, end = leg.parts[0].start, leg.parts[-1].end
    return way_links(_waypoint(start), _waypoint(end), transit=leg.mode is Mode.METRO)


def _waypoint(place: Place) -> Waypoint:
    name: LocalText = place.name
    return Waypoint(name.zh, place.position)
