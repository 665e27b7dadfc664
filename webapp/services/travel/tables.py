"""Tables of travel times between many points, one a period of departure.

Every period's table holds for whoever leaves at its last minute, hence for all who leave in it:
nobody who leaves earlier is slower, but for those who wait for the first train of the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from webapp.domain.metro import day_type
from webapp.domain.metro_network import NEVER, TENTHS, MetroNetwork, Ways
from webapp.domain.metro_runs import DAY_TYPES
from webapp.domain.paces import Pace
from webapp.services.travel.ground import Near
from webapp.services.travel.walks import Walks

NO_WAY_MIN = 9_999
"""Where the river lies between and no train goes."""
MOST_PERIODS = 11
"""Each costs a few milliseconds for 200 points."""
WALK_BITS = 1 << 20

Table = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TravelTable:
    """Minutes and metres walked from each point (rows) to each (columns).

    For those who leave at `since_min` or later, in minutes after 00:00 of the service day, until
    the next table begins. `NO_WAY_MIN` where there is no way at all.
    """

    since_min: int
    minutes: Table
    walk_m: Table


@dataclass(frozen=True, slots=True)
class Span:
    """When one may leave: minutes after 00:00 of the service day `on`, both included."""

    on: date
    from_min: int
    until_min: int


@dataclass(frozen=True, slots=True)
class _Trains:
    """Ways by metro between all points over every pair of near stations (first axis).

    `costs` and `late_costs` are minutes × WALK_BITS + metres, so that the least is the quickest
    and of those the one with the least walking; `until` and `late_until` are last departures from
    the point itself.
    """

    costs: NDArray[np.int64]
    until: Table
    late_costs: NDArray[np.int64]
    late_until: Table


def tables_of(
    walks: Walks, near: Sequence[Near], network: MetroNetwork, pace: Pace, span: Span
) -> tuple[TravelTable, ...]:
    """Return the tables from the first minute on; equal ones are one."""
    trains = _trains(near, network, pace, DAY_TYPES.index(day_type(span.on)))
    walk_min = np.maximum(1, np.ceil(walks.metres / pace.m_per_min)).astype(np.int32)
    np.fill_diagonal(walk_min, 0)
    tables: list[TravelTable] = []
    for since, last in _periods(trains, span):
        minutes, metres = _table(walks, walk_min, _by_metro(trains, last), pace)
        if not tables or not np.array_equal(tables[-1].minutes, minutes):
            tables.append(TravelTable(since, minutes, metres))
    return tuple(tables)


def _trains(near: Sequence[Near], network: MetroNetwork, pace: Pace, day: int) -> _Trains:
    """Look all cells up: the first near station of each point with the first of each, and so on."""
    tried = max((len(stations) for stations in near), default=0)
    station, metres = _columns(near, tried)
    minutes = np.ceil(metres / pace.m_per_min).astype(np.int32)
    pairs = tuple(product(range(tried), repeat=2))
    trains = _empty((len(pairs), len(near), len(near)))
    quick, late = network.quick, network.late[day]
    for number, (one, other) in enumerate(pairs):
        cells = station[one][:, None], station[other][None, :]
        walking = minutes[one][:, None] + minutes[other][None, :]
        walked = metres[one][:, None] + metres[other][None, :]
        missing = (metres[one][:, None] < 0) | (metres[other][None, :] < 0)
        walks = np.where(missing, NO_WAY_MIN, walking) * WALK_BITS + walked
        access = minutes[one][:, None]
        for costs, until, ways, leaves in (
            (trains.costs, trains.until, quick, quick.until[day][cells]),
            (trains.late_costs, trains.late_until, late, late.until[cells]),
        ):
            costs[number] = _whole_minutes(ways, cells) * WALK_BITS + walks
            until[number] = np.where(missing | (leaves == NEVER), NEVER, leaves - access)
    return trains


def _whole_minutes(ways: Ways, cells: tuple[Any, Any]) -> NDArray[np.int64]:
    """Return whole minutes of the journeys in these cells, rounded up."""
    minutes: NDArray[np.int64] = -(-ways.tenths[cells].astype(np.int64) // TENTHS)
    return minutes


def _columns(near: Sequence[Near], tried: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return number and metres of the stations near each point; -1 metres where there are fewer."""
    station = np.zeros((tried, len(near)), np.int64)
    metres = np.full((tried, len(near)), -1, np.int64)
    for number, stations in enumerate(near):
        for place, (index, walk) in enumerate(stations):
            station[place, number], metres[place, number] = index, walk
    return station, metres


def _empty(shape: tuple[int, int, int]) -> _Trains:
    costs, late_costs = (np.empty(shape, np.int64) for _ in range(2))
    until, late_until = (np.empty(shape, np.int32) for _ in range(2))
    return _Trains(costs, until, late_costs, late_until)


def _periods(trains: _Trains, span: Span) -> Iterator[tuple[int, int]]:
    """Yield first and last minute of each period: as many last trains leave in each.

    Judged by the station nearest to each point, which stands for the others near it.
    """
    nearest = np.concatenate((trains.until[:1].ravel(), trains.late_until[:1].ravel()))
    gone = nearest[(nearest >= span.from_min) & (nearest < span.until_min)]
    shares = np.linspace(0, 1, MOST_PERIODS)
    quantiles = np.quantile(gone, shares, method="nearest") if gone.size else gone
    starts = [span.from_min, *(int(edge) + 1 for edge in np.unique(quantiles))]
    lasts = [*(start - 1 for start in starts[1:]), span.until_min]
    yield from zip(starts, lasts, strict=True)


def _by_metro(trains: _Trains, leaves: int) -> NDArray[np.int64]:
    """Return the least cost of a way by metro for those who leave then."""
    nothing = np.int64(NO_WAY_MIN * WALK_BITS)
    late = np.where(leaves <= trains.late_until, trains.late_costs, nothing)
    costs = np.where(leaves <= trains.until, trains.costs, late)
    least: NDArray[np.int64] = costs.min(axis=0, initial=nothing)
    return least


def _table(
    walks: Walks, walk_min: Table, costs: NDArray[np.int64], pace: Pace
) -> tuple[Table, Table]:
    minutes = (costs // WALK_BITS).astype(np.int32)
    rides = walks.barred | ((walk_min > pace.longest_walk_min) & (minutes < walk_min))
    rides &= minutes < NO_WAY_MIN
    on_foot = np.where(walks.barred, NO_WAY_MIN, walk_min)
    walked = np.where(walks.barred, 0, walks.metres)
    table = np.where(rides, minutes, on_foot).astype(np.int32)
    return table, np.where(rides, costs % WALK_BITS, walked).astype(np.int32)
