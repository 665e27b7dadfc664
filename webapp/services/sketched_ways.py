"""The legs of a route as the ways that a sketch draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from geo.basemap.places import StationPlace
from geo.sketch.routes import End, Way
from webapp.domain.itineraries import Leg

Stations = Mapping[str, StationPlace]


def route_ways(legs: Iterable[Leg], ends: Sequence[End], stations: Stations) -> Iterator[Way]:
    """Yield the walks and rides of legs; each leads from one of `ends` to the next."""
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
