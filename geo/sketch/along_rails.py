"""The way a train takes between two stations, along the track of its line."""

from itertools import product

import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from geo.records import LatLng

FARTHEST_DEG = 0.005
"""About 500 m: a station farther from the track is not on it."""


def rails_between(track: BaseGeometry, start: LatLng, end: LatLng) -> LineString | None:
    """Return the way from `start` to `end` in `[lng, lat]`, or None when the track leads past one.

    It begins and ends at the stations themselves; else as `track_between`.
    """
    found = track_between(track, start, end)
    if found is None:
        return None
    return LineString([start.as_geojson(), *found.coords[1:-1], end.as_geojson()])


def track_between(track: BaseGeometry, start: LatLng, end: LatLng) -> LineString | None:
    """Return the stretch of a track beside two stations, or None when it leads past one.

    `track` is a line with all its branches; where one changes branch, it goes through the point
    at which they are nearest. A ring is followed the shorter way.
    """
    parts = [part for part in shapely.get_parts(track) if isinstance(part, LineString)]
    here, there = (Point(place.as_geojson()) for place in (start, end))
    pairs = [
        pair
        for pair in product(parts, parts)
        if max(pair[0].distance(here), pair[1].distance(there)) < FARTHEST_DEG
    ]
    ways = [_way(one, other, here, there) for one, other in pairs]
    return min(ways, key=lambda way: way.length, default=None)


def _way(one: LineString, other: LineString, start: Point, end: Point) -> LineString:
    if one is other:
        return _along(one, start, end)
    junction = shapely.shortest_line(one, other)
    out, into = (Point(place) for place in junction.coords)
    return LineString([*_along(one, start, out).coords, *_along(other, into, end).coords])


def _along(part: LineString, start: Point, end: Point) -> LineString:
    begins, ends = part.project(start), part.project(end)
    if part.is_ring and abs(ends - begins) > part.length / 2:
        return _over_seam(part, begins, ends)
    return _line(substring(part, begins, ends))


def _over_seam(ring: LineString, begins: float, ends: float) -> LineString:
    """The way through the point where a ring is written to begin."""
    seam = ring.length if begins > ends else 0.0
    first = _line(substring(ring, begins, seam))
    last = _line(substring(ring, ring.length - seam, ends))
    return LineString([*first.coords, *last.coords])


def _line(piece: BaseGeometry) -> LineString:
    """A piece as a line: of no length at all, it is a point."""
    if isinstance(piece, LineString):
        return piece
    (point,) = shapely.get_coordinates(piece)
    return LineString([point, point])
