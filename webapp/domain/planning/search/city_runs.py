"""One search of the city's problem from its beginning to its end, called slice by slice."""

from __future__ import annotations

import numpy as np

from webapp.domain.planning.search.city import MOST_WITHOUT_REST, SIZE, City, new_bench, new_trip
from webapp.domain.planning.search.city_anneal import anneal_city
from webapp.domain.planning.search.city_times import judge

HEATS, RESTING_HEATS = (1.0, 0.05), (0.3, 0.03)
"""Temperatures as shares of the mean gain, the second where rests are needed."""

NOTHING = -1e300


class CityRun:
    """A search; `mean` is the mean gain of a usual visit."""

    def __init__(self, city: City, seed: int, mean: float) -> None:
        """Begin with a trip without stops."""
        nodes = city.stay.size
        self._city, self._bench = city, new_bench(nodes, seed)
        groups = city.room.size
        self._trips = (new_trip(nodes, groups), new_trip(nodes, groups), new_trip(nodes, groups))
        self.possible = judge(city, self._trips[0])
        self._mean, self._top = mean, NOTHING
        self._heats = RESTING_HEATS if city.limits[MOST_WITHOUT_REST] >= 0 else HEATS

    def slice(self, rounds: int, begun: float, ended: float) -> None:
        """Search for `rounds`, cooling from one part of the way to another."""
        heat = np.array(
            [self._heat(begun), self._heat(ended), float(rounds), self._mean, self._top]
        )
        anneal_city(self._city, self._trips, self._bench, heat)
        self._top = float(heat[4])

    def best(self) -> list[int] | None:
        """The nodes of the best trip so far; None when none kept to all rules."""
        trip = self._trips[2]
        if self._top == NOTHING:
            return None
        return [int(node) for node in trip.stops[1 : int(trip.totals[SIZE]) + 1]]

    def _heat(self, part: float) -> float:
        warm, cold = self._heats
        return float(self._mean * warm * (cold / warm) ** part)
