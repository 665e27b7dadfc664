"""How trains run between the stations of a line, hop by hop. Light: no shapely.

A document (`geo.sketch.rail_hops` makes it) says for each line, by code:

    [{"loop": false, "stops": [slug, …], "at": line, "hops": [line, …]}, …]

a run for each branch; `at` is one line through the stations, hop `i` the track beside stop `i` to
that beside the next one, as in `geo.basemap.deltas`; a loop has one more hop, to its first stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from geo.basemap.deltas import decode
from geo.records import LatLng

Points = tuple[LatLng, ...]


@dataclass(frozen=True, slots=True)
class RailRun:
    """The track of a branch; WGS-84."""

    stops: tuple[str, ...]
    places: Points
    hops: tuple[Points, ...]
    is_loop: bool

    def ways(self, start: str, end: str) -> Iterator[tuple[int, Points]]:
        """Yield how many hops and which points lead from `start` to `end`; on a loop two ways."""
        if start not in self.stops or end not in self.stops or start == end:
            return
        first, last = self.stops.index(start), self.stops.index(end)
        if first < last or self.is_loop:
            yield self._way(first, last)
        if last < first or self.is_loop:
            count, points = self._way(last, first)
            yield count, points[::-1]

    def _way(self, first: int, last: int) -> tuple[int, Points]:
        hops = self._onward(first, last)
        track = tuple(point for point, _ in groupby(chain.from_iterable(hops)))
        return len(hops), (self.places[first], *track[1:-1], self.places[last])

    def _onward(self, first: int, last: int) -> tuple[Points, ...]:
        return self.hops[first:last] if first < last else self.hops[first:] + self.hops[:last]


class RidePaths:
    """The tracks of all lines."""

    def __init__(self, document: Mapping[str, Sequence[Any]]) -> None:
        """Take the document; an empty one knows no tracks."""
        self._runs = {line: [_run(each) for each in runs] for line, runs in document.items()}

    def between(self, line: str, start: str, end: str) -> Points:
        """Return the track between two stations of a line, the way with fewest stops.

        Empty where no branch of the line calls at both.
        """
        ways = [way for run in self._runs.get(line, ()) for way in run.ways(start, end)]
        return min(ways, key=itemgetter(0), default=(0, ()))[1]


def _run(told: Mapping[str, Any]) -> RailRun:
    hops = tuple(_points(hop) for hop in told["hops"])
    return RailRun(tuple(told["stops"]), _points(told["at"]), hops, bool(told["loop"]))


def _points(line: Sequence[int]) -> Points:
    return tuple(LatLng(lat, lng) for lng, lat in decode(line))
