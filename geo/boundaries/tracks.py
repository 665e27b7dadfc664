"""The tracks of one line as a graph: find the way a train takes from station to station.

OpenStreetMap has a line in many pieces, one for each track and direction, with gaps where a tunnel
is not drawn. The pieces are cut into short steps; steps of two pieces that lie side by side are
linked at a cost, so that a way may change track where its own ends, but does so seldom.
"""

import heapq
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, hypot, inf

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree

from geo.boundaries.plane import Points

STEP_M = 40.0
"""Longest step after cutting."""
LINK_M = 60.0
"""How far apart the ends of two steps may be and still be linked."""
LINK_COST = 4.0
"""A link counts this many times its length, plus `LINK_FEE_M`."""
LINK_FEE_M = 40.0
STATION_M = 330.0
"""A track farther than this from a station does not serve it."""
STATION_COST = 3.0
"""What a metre between track and station costs: more than going on to the platform."""


class Tracks:
    """Steps of track in metres of the plane."""

    def __init__(self, pieces: Sequence[Points]) -> None:
        """Take pieces of track; there must be at least one."""
        steps = [_steps(piece) for piece in pieces]
        self.nodes: Points = np.vstack(steps)
        self._edges: list[list[tuple[int, float]]] = [[] for _ in self.nodes]
        self._lay(steps)
        self._tree = STRtree([shapely.Point(node) for node in self.nodes])
        self._link(np.repeat(np.arange(len(steps)), [len(piece) for piece in steps]))

    def near(self, station: Points) -> dict[int, float]:
        """Return the nodes that may serve a station, with what it costs to use them."""
        disc = shapely.Point(station)
        found = self._tree.query(disc, predicate="dwithin", distance=STATION_M)
        return {int(i): STATION_COST * self._apart(i, station) for i in found}

    def way(self, starts: Mapping[int, float], station: Points) -> list[int]:
        """Return the nodes from the best of `starts` to the best of `station`, or nothing."""
        goals = self.near(station)
        came, cost = self._search(starts, set(goals))
        reached = [goal for goal in goals if goal in cost]
        if not reached:
            return []
        return _trace(came, min(reached, key=lambda goal: cost[goal] + goals[goal]))

    def _search(
        self, starts: Mapping[int, float], goals: set[int]
    ) -> tuple[dict[int, int], dict[int, float]]:
        """Walk outwards from `starts` until every goal is settled (Dijkstra, 1959)."""
        cost, came, settled = dict(starts), dict[int, int](), set[int]()
        queue = [(spent, start) for start, spent in starts.items()]
        heapq.heapify(queue)
        while queue and not goals <= settled:
            spent, node = heapq.heappop(queue)
            if node in settled:
                continue
            settled.add(node)
            for other, length in self._edges[node]:
                if spent + length < cost.get(other, inf):
                    cost[other], came[other] = spent + length, node
                    heapq.heappush(queue, (spent + length, other))
        return came, cost

    def _lay(self, pieces: Sequence[Points]) -> None:
        first = 0
        for piece in pieces:
            for i in range(first, first + len(piece) - 1):
                self._join(i, i + 1, self._apart(i, self.nodes[i + 1]))
            first += len(piece)

    def _link(self, owner: NDArray[np.int64]) -> None:
        """Link nodes of different pieces, `owner` being the piece of each node."""
        dots = shapely.points(self.nodes)
        pairs = self._tree.query(dots, predicate="dwithin", distance=LINK_M).T
        for one, other in pairs[owner[pairs[:, 0]] < owner[pairs[:, 1]]].tolist():
            cost = LINK_FEE_M + LINK_COST * self._apart(one, self.nodes[other])
            self._join(one, other, cost)

    def _join(self, one: int, other: int, length: float) -> None:
        self._edges[one].append((other, length))
        self._edges[other].append((one, length))

    def _apart(self, node: int, point: Points) -> float:
        return float(hypot(*(self.nodes[node] - point)))


def _steps(piece: Points) -> Points:
    """Cut a piece so that no step is longer than `STEP_M`."""
    parts = [piece[:1]]
    for start, end in pairwise(piece):
        count = max(1, ceil(float(hypot(*(end - start))) / STEP_M))
        parts.append(start + (end - start) * (np.arange(1, count + 1) / count)[:, None])
    return np.vstack(parts)


def _trace(came: dict[int, int], node: int) -> list[int]:
    way = [node]
    while node in came:
        node = came[node]
        way.append(node)
    return way[::-1]
