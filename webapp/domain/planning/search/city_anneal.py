"""Ruin and recreate for the city's problem."""

from __future__ import annotations

import math

from webapp.domain.planning.search.arrays import Floats
from webapp.domain.planning.search.city import OVER, SIZE, TRAVEL, Bench, City, Trip
from webapp.domain.planning.search.city_gaps import fill, take_out
from webapp.domain.planning.search.city_times import judge
from webapp.domain.planning.search.compiled import compiled
from webapp.domain.planning.search.dice import below, chance

MOST = 4
"""How many stops are taken out at most."""

STRING = 0.5
"""How often they follow each other."""

PATIENCE = 90
"""Minutes without a rest that may come with one visit, now none, now one time, now two times."""

A_MINUTE_TIRED = 0.2
"""What a minute too long without a rest counts against the mean gain."""

A_MINUTE = 1e-4
"""What a minute on the way counts against the mean gain: it only decides between equals."""


@compiled
def anneal_city(city: City, trips: tuple[Trip, Trip, Trip], bench: Bench, heat: Floats) -> None:
    """Improve the first of `trips` (the second is for trials, the third for the best found).

    `heat` holds the temperature at the beginning and at the end, the number of rounds, the mean
    gain, and the value of the best so far, which it sets.
    """
    now, trial, best = trips
    value = value_of(city, now, heat[3])
    cooling = (heat[1] / heat[0]) ** (1.0 / heat[2])
    temperature = heat[0]
    keep_best(now, best, value, heat)
    for _ in range(int(heat[2])):
        temperature *= cooling
        copy(now, trial)
        ruin(city, trial, bench)
        feasible = judge(city, trial)
        if feasible:
            fill(city, trial, bench, PATIENCE * below(bench.seeds, 3))
        new = value_of(city, trial, heat[3])
        if feasible and (
            new >= value or chance(bench.seeds) < math.exp((new - value) / temperature)
        ):
            value = new
            now, trial = trial, now
        else:
            mark_inside(trial, bench, 0)
            mark_inside(now, bench, 1)
        keep_best(now, best, value, heat)
    copy(now, trips[0])


@compiled
def keep_best(now: Trip, best: Trip, value: float, heat: Floats) -> None:
    """Make `best` the same as `now` when that is better and keeps to the rests."""
    if value > heat[4] and now.totals[OVER] == 0:
        heat[4] = value
        copy(now, best)


@compiled
def value_of(city: City, trip: Trip, mean: float) -> float:
    """Return the sum of gains, less a little for the way and much for missing rests."""
    total = 0.0
    for p in range(1, trip.totals[SIZE] + 1):
        total += city.gain[trip.stops[p]]
    over = trip.totals[OVER]
    if over > 0:
        total -= mean * (1.0 + A_MINUTE_TIRED * over)
    return float(total - mean * A_MINUTE * trip.totals[TRAVEL])


@compiled
def ruin(city: City, trip: Trip, bench: Bench) -> None:
    """Take out a string of stops, or any."""
    size = trip.totals[SIZE]
    if size == 0:
        return
    number = 1 + below(bench.seeds, min(MOST, size))
    if chance(bench.seeds) < STRING:
        first = 1 + below(bench.seeds, size - number + 1)
        for _ in range(number):
            take_out(city, trip, bench, first)
    else:
        for _ in range(number):
            take_out(city, trip, bench, 1 + below(bench.seeds, trip.totals[SIZE]))


@compiled
def copy(source: Trip, target: Trip) -> None:
    """Make `target` the same as `source`."""
    for p in range(source.totals[SIZE] + 2):
        target.stops[p] = source.stops[p]
        target.begin[p] = source.begin[p]
        target.leave[p] = source.leave[p]
        target.latest[p] = source.latest[p]
        target.before[p] = source.before[p]
        target.behind[p] = source.behind[p]
        target.others[p] = source.others[p]
    for t in range(source.totals.size):
        target.totals[t] = source.totals[t]
    for g in range(source.used.size):
        target.used[g] = source.used[g]


@compiled
def mark_inside(trip: Trip, bench: Bench, flag: int) -> None:
    """Note of all stops that they are visited (1) or not (0)."""
    for p in range(1, trip.totals[SIZE] + 1):
        bench.inside[trip.stops[p]] = flag
