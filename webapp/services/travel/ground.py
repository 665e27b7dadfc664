"""Distances on foot, and the stations near a point; many points at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.crossings import Barrier
from geo.distance import DETOUR, EARTH_RADIUS_M
from geo.records import LatLng

STATIONS_TRIED = 3
"""How many stations near each end are tried; a farther one is hardly ever quicker."""
FARTHEST_STATION_M = 3_000
CANDIDATES = 12
"""Stations looked at before those beyond the river are left out."""
REMEMBERED = 20_000

Degrees = NDArray[np.float64]
Metres = NDArray[np.int32]
Indexes = NDArray[np.int64]
Near = tuple[tuple[int, int], ...]
"""Number of a station and metres as walked, nearest first."""


def degrees_of(points: Sequence[LatLng]) -> Degrees:
    """Return the points as rows of latitude and longitude."""
    return np.array([(point.lat, point.lng) for point in points], np.float64).reshape(-1, 2)


def walks_m(starts: Degrees, ends: Degrees) -> Metres:
    """Return metres as walked from each start (rows) to each end (columns)."""
    lat, lng = np.radians(starts).T, np.radians(ends).T
    rise = np.sin((lng[0][None, :] - lat[0][:, None]) / 2) ** 2
    run = np.sin((lng[1][None, :] - lat[1][:, None]) / 2) ** 2
    h = rise + np.cos(lat[0])[:, None] * np.cos(lng[0])[None, :] * run
    metres = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.minimum(1.0, h)))
    walked: Metres = np.rint(metres * DETOUR).astype(np.int32)
    return walked


class Ground:
    """The city on foot; the stations near a point are remembered."""

    def __init__(self, stations: Sequence[LatLng], river: Barrier) -> None:
        """Take the stations that trains call at (WGS-84), and what nobody walks over."""
        self.river = river
        self._stations = degrees_of(stations)
        self._near: dict[LatLng, Near] = {}

    def near(self, points: Sequence[LatLng]) -> list[Near]:
        """Return the nearest stations on this bank for each point."""
        unknown = [point for point in dict.fromkeys(points) if point not in self._near]
        found = dict(zip(unknown, self._found(unknown), strict=True))
        answer = [self._near.get(point) or found.get(point, ()) for point in points]
        if len(self._near) + len(found) > REMEMBERED:
            self._near.clear()
        self._near.update(found)
        return answer

    def _found(self, points: list[LatLng]) -> list[Near]:
        if not points or not len(self._stations):
            return [() for _ in points]
        places = degrees_of(points)
        metres = walks_m(places, self._stations)
        order = np.argsort(metres, axis=1, kind="stable")[:, :CANDIDATES]
        barred = self.river.between(
            np.repeat(places, order.shape[1], axis=0), self._stations[order.ravel()]
        ).reshape(order.shape)
        return [
            _reached(row, metres[i], barred[i]) for i, row in enumerate(order)
        ]  # one point at a time: the lists differ in length


def _reached(order: Indexes, metres: Metres, barred: NDArray[np.bool_]) -> Near:
    reached = [
        (int(index), int(metres[index]))
        for index, is_barred in zip(order, barred, strict=True)
        if not is_barred and metres[index] <= FARTHEST_STATION_M * DETOUR
    ]
    return tuple(reached[:STATIONS_TRIED])
