"""The track from each station to the next, prepared for `geo.ride_paths`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from shapely.geometry import LineString

from geo.basemap.deltas import encode, to_steps
from geo.basemap.embedded import RAIL_TOLERANCE_DEG
from geo.basemap.layers import Rail
from geo.records import LatLng
from geo.sketch.along_rails import track_between


@dataclass(frozen=True, slots=True)
class BranchStops:
    """A branch of a line: the slugs of its stations in order; a loop is not closed in it."""

    line: str
    stops: tuple[str, ...]
    is_loop: bool


def rail_hops(
    rails: Sequence[Rail], branches: Iterable[BranchStops], places: Mapping[str, LatLng]
) -> dict[str, list[dict[str, Any]]]:
    """Return the document of `geo.ride_paths`; `places` are the stations' positions by slug.

    Where no rails are on record a hop is the straight line.
    """
    document: dict[str, list[dict[str, Any]]] = {}
    for branch in branches:
        tracks = [rail for rail in rails if rail.line == branch.line]
        closed = (*branch.stops, *branch.stops[: branch.is_loop])
        hops = [_hop(tracks, places[start], places[end]) for start, end in pairwise(closed)]
        at = encode(to_steps(places[stop].as_geojson() for stop in branch.stops))
        told = {"loop": branch.is_loop, "stops": branch.stops, "at": at, "hops": hops}
        document.setdefault(branch.line, []).append(told)
    return document


def _hop(tracks: Iterable[Rail], start: LatLng, end: LatLng) -> list[int]:
    found = (track_between(track.shape, start, end) for track in tracks)
    straight = LineString([start.as_geojson(), end.as_geojson()])
    way = next(filter(None, found), straight)
    return encode(to_steps(way.simplify(RAIL_TOLERANCE_DEG).coords))
