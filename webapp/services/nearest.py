"""Which stations a venue is near: those to walk to, and all whose lines it is listed under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

import numpy as np

from geo.crossings import Barrier
from geo.distance import distance_m, walking_min
from geo.records import LatLng

NEAREST = 3
FARTHEST_M = 3000
"""A station beyond 3 km as the crow flies, more than 50 minutes on foot, is no help."""
CLOSE_M = 1000
"""Within 1 km every station counts, so that a venue is found under each of its lines."""
MOST = 12
ROWS_AT_ONCE = 5000
NO_RIVER = Barrier()


@dataclass(frozen=True, slots=True)
class Near:
    """The station at `index` of the given list: metres as the crow flies, walking minutes."""

    index: int
    distance_m: int
    walk_min: int


def nearest_stations(
    positions: Sequence[LatLng], stations: Sequence[LatLng], river: Barrier = NO_RIVER
) -> Iterator[tuple[Near, ...]]:
    """Yield the stations near each position, nearest first: all within 1 km, 3 within 3 km.

    A station beyond the river is not near, however short the straight line.
    """
    if not stations:
        yield from (() for _ in positions)
        return
    plane = _plane(stations)
    last = min(MOST, len(stations)) - 1
    for start in range(0, len(positions), ROWS_AT_ONCE):
        part = positions[start : start + ROWS_AT_ONCE]
        gaps = ((_plane(part)[:, None, :] - plane[None, :, :]) ** 2).sum(axis=2)
        closest = np.argpartition(gaps, last, axis=1)[:, : last + 1]
        for position, candidates in zip(part, closest.tolist(), strict=True):
            reached = [i for i in candidates if not river.is_between(position, stations[i])]
            yield tuple(_near(position, stations, reached))


def _near(position: LatLng, stations: Sequence[LatLng], candidates: list[int]) -> Iterator[Near]:
    measured = sorted((distance_m(position, stations[index]), index) for index in candidates)
    for place, (metres, index) in enumerate(measured):
        if metres <= (FARTHEST_M if place < NEAREST else CLOSE_M):
            yield Near(index, round(metres), walking_min(metres))


def _plane(points: Sequence[LatLng]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return points with longitudes shrunk as at 31.2 degrees north, good enough to rank."""
    shrink = cos(radians(31.2))
    return np.array([(point.lat, point.lng * shrink) for point in points])
