"""The arrays a search works on. Node 0 is the start, node 1 the end, the rest can be visited."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.uint8]
Floats = NDArray[np.float64]
Seeds = NDArray[np.uint64]

SIZE, LOW, HIGH = 0, 1, 2
"""What `Route.numbers` holds: stops between start and end, first and last gap to look at."""

NEIGHBOURS = 60


class Ground(NamedTuple):
    """What does not change: `ways[i, j]` from i to j, `back` the same turned round.

    `opens` and `closes` bound the beginning of a stay; `near` lists the nearest nodes of each;
    `pull[k]` is each node's gain raised to a power, one row a power.
    """

    ways: Ints
    back: Ints
    opens: Ints
    closes: Ints
    stay: Ints
    gain: Longs
    near: Ints
    pull: Floats


class Route(NamedTuple):
    """A row of stops with its times.

    Stop p is `stops[p]`; its stay is from `begin[p]` to `leave[p]` and could begin at `latest[p]`
    without harm to what follows. Gap p lies behind stop p.
    """

    stops: Ints
    begin: Ints
    leave: Ints
    latest: Ints
    numbers: Longs


class Desk(NamedTuple):
    """Room for working.

    By node: the best gap with its cost, both in one number, its score, how many stops there were
    when it was looked for, whether it is in the route, whether it just left it. By position:
    whether the stop is to go. `waiting` lists nodes that may still fit in.
    """

    gap: Longs
    cost: Longs
    key: Longs
    score: Floats
    seen: Longs
    inside: Flags
    fresh: Flags
    gone: Flags
    waiting: Longs
    seeds: Seeds


def new_route(nodes: int) -> Route:
    """A route from start to end without stops, for up to `nodes` nodes; its times are not set."""
    stops, begin, leave, latest = (np.zeros(nodes + 2, np.int32) for _ in range(4))
    stops[1] = 1
    return Route(stops, begin, leave, latest, np.zeros(3, np.int64))


def new_desk(nodes: int, seed: int) -> Desk:
    """An empty desk."""
    gap, cost, key, seen, waiting = (np.zeros(nodes + 2, np.int64) for _ in range(5))
    inside, fresh, gone = (np.zeros(nodes + 2, np.uint8) for _ in range(3))
    inside[:2] = 1
    score, seeds = np.zeros(nodes + 2), np.array([seed], np.uint64)
    return Desk(gap, cost, key, score, seen, inside, fresh, gone, waiting, seeds)


def new_ground(ways: Ints, columns: list[list[int]], powers: tuple[float, ...]) -> Ground:
    """The ground of `ways` [from, to] and, for each node, when it opens and closes, stay, gain."""
    opens, closes, stay, gain = np.array(columns, dtype=np.int64).T
    return Ground(
        ways=ways,
        back=np.ascontiguousarray(ways.T),
        opens=opens.astype(np.int32),
        closes=closes.astype(np.int32),
        stay=stay.astype(np.int32),
        gain=gain.copy(),
        near=_nearest(ways),
        pull=pulls(gain, powers),
    )


def distances(places: list[list[int]], units: int) -> Ints:
    """Euclidean distances of places in thousandths, cut to whole `units` (10 or 100 to the one).

    Exact: the squares are whole numbers below 2**53.
    """
    xy = np.array(places, dtype=np.int64)
    squares = ((xy[:, None, :] - xy[None, :, :]) ** 2).sum(axis=2) * units * units
    roots: Longs = np.sqrt(squares).astype(np.int64)
    return (roots // 1000).astype(np.int32)


def pulls(gain: Longs, powers: tuple[float, ...]) -> Floats:
    """Gains as shares of their mean, raised to each power."""
    mean = max(float(gain[2:].mean()) if gain.size > 2 else 0.0, 1.0)
    return np.array([(gain / mean) ** power for power in powers], dtype=np.float64)


def stops_of(route: Route) -> list[int]:
    """The nodes between start and end."""
    return [int(node) for node in route.stops[1 : int(route.numbers[SIZE]) + 1]]


def _nearest(ways: Ints) -> Ints:
    """The nearest nodes of each, itself first."""
    order = np.argsort(ways, axis=1, kind="stable")[:, :NEIGHBOURS]
    return np.ascontiguousarray(order, dtype=np.int32)
