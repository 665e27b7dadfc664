"""The ways of a route: as files have them, as the map draws them, and as links to map apps."""

from __future__ import annotations

from collections.abc import Iterable

from geo.navigation import NavigationLink, Waypoint, way_links
from webapp import current
from webapp.domain.itineraries import Mode
from webapp.services.grounds import ride_paths
from webapp.services.take_away.route import Place, RideLine, RouteLeg, WayPart
from webapp.store.itinerary_records import ItineraryLeg, ItineraryRide
from webapp.store.place_records import StationCard

Links = tuple[NavigationLink, ...]


def route_leg(leg: ItineraryLeg, start: Place, end: Place) -> RouteLeg:
    """Return a leg with the places it leads between, rides along their rails."""
    if leg.mode is Mode.WALK:
        return RouteLeg(leg.mode, leg.minutes, leg.walk_m, (WayPart(start, end, leg.minutes),))
    rides = [_ride(ride) for ride in leg.rides]
    access = WayPart(start, rides[0].start, leg.access_min)
    egress = WayPart(rides[-1].end, end, leg.egress_min)
    return RouteLeg(leg.mode, leg.minutes, leg.walk_m, (access, *rides, egress))


def station_place(card: StationCard) -> Place:
    """Return a station as a place of a route, with its bare name."""
    return Place(card.name, card.position)


def leg_links(legs: Iterable[RouteLeg]) -> list[Links]:
    """Return the links for each leg; names in Chinese, as the maps have them."""
    return [_links(leg) for leg in legs]


def map_ways(legs: Iterable[RouteLeg]) -> list[dict[str, object]]:
    """Return what the map draws: lists of [lat, lng], rides with the code of their line."""
    return [
        {
            "line": part.line.code if part.line else None,
            "points": [[point.lat, point.lng] for point in part.points],
        }
        for leg in legs
        for part in leg.parts
    ]


def _ride(ride: ItineraryRide) -> WayPart:
    line = RideLine(ride.line.code, ride.line.name, ride.line.color)
    ends = station_place(ride.start), station_place(ride.end)
    paths = ride_paths(current.connection())
    shape = paths.between(ride.line.code, ride.start.slug, ride.end.slug)
    return WayPart(*ends, ride.minutes, line, ride.stops, shape)


def _links(leg: RouteLeg) -> Links:
    start, end = leg.parts[0].start, leg.parts[-1].end
    return way_links(_waypoint(start), _waypoint(end), transit=leg.mode is Mode.METRO)


def _waypoint(place: Place) -> Waypoint:
    return Waypoint(place.name.zh, place.position)
