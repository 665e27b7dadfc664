"""The arrays of the city's problem: several windows, ways by the hour, rules of all kinds.

Node 0 is the start, node 1 the end; every other node is a visit one could make, several for a
place where one can have a meal.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from webapp.domain.planning.search.arrays import Flags, Floats, Ints, Longs, Seeds

SIZE, TRAVEL, WALK, OVER = 0, 1, 2, 3
"""What `Trip.totals` holds: stops, minutes and metres, minutes too long without a rest."""

MOST_STOPS, MOST_WALK, MOST_WITHOUT_REST = 0, 1, 2
"""What `City.limits` holds."""


class City(NamedTuple):
    """What does not change.

    `ways[k, i, j]` and `walk[k, i, j]` hold for legs that begin at `since[k]` or later. A visit to
    node v begins in a span from `first[s]` to `last[s]`, s from `spans[v]` to before
    `spans[v + 1]`. `groups[v]` are three groups, each with `room` for so many visits. `rank` is
    the place in the locked row, 0 for none, `free` the free places of the row before each rank.
    """

    since: Ints
    ways: Ints
    walk: Ints
    stay: Ints
    spans: Ints
    first: Ints
    last: Ints
    groups: Ints
    room: Ints
    rests: Flags
    rank: Ints
    free: Ints
    gain: Longs
    pull: Floats
    limits: Longs


class Trip(NamedTuple):
    """A row of stops with its times, as in `Route`; totals, and the visits in each group.

    By gap: the rank of the last stop of the row before it and of the next behind it (0 for none),
    and the other stops between these two.
    """

    stops: Ints
    begin: Ints
    leave: Ints
    latest: Ints
    before: Ints
    behind: Ints
    others: Ints
    used: Ints
    totals: Longs


class Bench(NamedTuple):
    """Room for working: nodes that may still fit, their best gaps and costs; what is visited."""

    waiting: Longs
    gap: Longs
    cost: Floats
    inside: Flags
    seeds: Seeds


def new_trip(nodes: int, groups: int) -> Trip:
    """A trip without stops; its times are not set."""
    stops, begin, leave, latest = (np.zeros(nodes + 2, np.int32) for _ in range(4))
    before, behind, others = (np.zeros(nodes + 2, np.int32) for _ in range(3))
    used, totals = np.zeros(groups, np.int32), np.zeros(4, np.int64)
    stops[1] = 1
    return Trip(stops, begin, leave, latest, before, behind, others, used, totals)


def new_bench(nodes: int, seed: int) -> Bench:
    """An empty bench."""
    waiting, gap = np.zeros(nodes, np.int64), np.zeros(nodes, np.int64)
    inside = np.zeros(nodes, np.uint8)
    inside[:2] = 1
    return Bench(waiting, gap, np.zeros(nodes), inside, np.array([seed], np.uint64))
