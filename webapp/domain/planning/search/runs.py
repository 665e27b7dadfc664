"""One search from its beginning to its end, called slice by slice."""

from __future__ import annotations

import numpy as np

from webapp.domain.planning.search.anneal import anneal
from webapp.domain.planning.search.arrays import Ground, new_desk, new_route, stops_of
from webapp.domain.planning.search.times import reset


class Run:
    """A search on a ground; `heats` are temperatures as shares of the mean gain."""

    def __init__(self, ground: Ground, seed: int, heats: tuple[float, float]) -> None:
        """Begin with a route without stops."""
        nodes = ground.stay.size
        self._ground, self._desk = ground, new_desk(nodes, seed)
        self._routes = (new_route(nodes), new_route(nodes), new_route(nodes))
        for route in self._routes:
            reset(ground, route)
        mean = max(float(ground.gain[2:].mean()), 1.0) if nodes > 2 else 1.0
        self._from, self._to = heats[0] * mean, heats[1] * mean

    def slice(self, rounds: int, begun: float, ended: float) -> None:
        """Search for `rounds`, cooling from one part of the way to another."""
        heat = [self._heat(begun), self._heat(ended), float(rounds)]
        anneal(self._ground, self._routes, self._desk, np.array(heat))

    def best(self) -> list[int]:
        """The nodes of the best route so far."""
        return stops_of(self._routes[2])

    def _heat(self, part: float) -> float:
        return float(self._from * (self._to / self._from) ** part)
