"""A route as GPX 1.1: the places as waypoints, the way as a route and, to be drawn, as a track.

The route leads through stations and stops; the track follows the rails.
"""

from __future__ import annotations

from datetime import UTC, datetime, time

from gpxpy.gpx import (
    GPX,
    GPXRoute,
    GPXRoutePoint,
    GPXTrack,
    GPXTrackPoint,
    GPXTrackSegment,
    GPXWaypoint,
)

from webapp.services.take_away import wording
from webapp.services.take_away.cleaning import clean, in_attribute
from webapp.services.take_away.route import Place, RouteStop, TakeAwayRoute

CREATOR = "Shanghai Scenes"


def gpx_file(route: TakeAwayRoute, lang: str) -> bytes:
    """Return the file in UTF-8; positions in WGS-84, instants in UTC, as the format wants both."""
    gpx = GPX()
    gpx.creator = CREATOR
    gpx.name = clean(route.title.in_(lang))
    gpx.description = clean("\n".join((route.story, *route.notes)))
    gpx.link = in_attribute(route.url)
    gpx.link_text = gpx.name
    gpx.time = datetime.combine(route.changed_on, time(), UTC)
    gpx.copyright_author = in_attribute("; ".join(route.credits))
    gpx.waypoints = [_waypoint(stop, lang) for stop in route.stops]
    gpx.routes = [_way(route, lang)]
    gpx.tracks = [_track(route, lang)]
    text: str = gpx.to_xml(version="1.1")
    return text.encode()


def _waypoint(stop: RouteStop, lang: str) -> GPXWaypoint:
    point = GPXWaypoint(
        latitude=stop.place.position.lat,
        longitude=stop.place.position.lng,
        time=stop.arrive.astimezone(UTC),
        name=clean(stop.place.name.in_(lang)),
        description=clean("\n".join((wording.span(stop), *wording.stop_lines(stop, lang)))),
        comment=clean(f"{stop.place.name.zh}\n{stop.address.zh}"),
    )
    point.link = in_attribute(stop.url)  # type: ignore[assignment]  # declared without its type in gpxpy
    point.link_text = point.name  # type: ignore[assignment]
    return point


def _way(route: TakeAwayRoute, lang: str) -> GPXRoute:
    """Every place in order, the stations one changes at between the stops."""
    way = GPXRoute(name=clean(route.title.in_(lang)), description=clean(wording.summary(route)))
    way.link = in_attribute(route.url)
    way.points = [_route_point(route.start, lang)]
    for leg in route.legs:
        way.points += [_route_point(part.end, lang) for part in leg.parts]
    return way


def _track(route: TakeAwayRoute, lang: str) -> GPXTrack:
    """A segment for each walk and ride."""
    track = GPXTrack(name=clean(route.title.in_(lang)))
    parts = (part for leg in route.legs for part in leg.parts)
    track.segments = [
        GPXTrackSegment([GPXTrackPoint(point.lat, point.lng) for point in part.points])
        for part in parts
    ]
    return track


def _route_point(place: Place, lang: str) -> GPXRoutePoint:
    return GPXRoutePoint(
        latitude=place.position.lat,
        longitude=place.position.lng,
        name=clean(place.name.in_(lang)),
    )
