"""Where a visit would fit into a trip, and a trip filled up with visits."""

from __future__ import annotations

from webapp.domain.planning.search.city import (
    MOST_STOPS,
    MOST_WALK,
    OVER,
    SIZE,
    WALK,
    Bench,
    City,
    Trip,
)
from webapp.domain.planning.search.city_times import first_begin, judge, period
from webapp.domain.planning.search.compiled import compiled
from webapp.domain.planning.search.dice import below, chance

FAR = 1e18
BLINK = 0.1


@compiled
def fill(city: City, trip: Trip, bench: Bench, patience: int) -> None:
    """Insert visits until none fits in.

    A visit may make the time without a rest longer by `patience` minutes: the rest comes later.
    """
    power = below(bench.seeds, city.pull.shape[0])
    number = 0
    for node in range(2, city.stay.size):
        if not bench.inside[node]:
            bench.waiting[number] = node
            number += 1
    number = sift(city, trip, bench, number)
    while number > 0 and trip.totals[SIZE] < city.limits[MOST_STOPS]:
        index = choose(city, bench, power, number)
        node = bench.waiting[index]
        bench.waiting[index] = bench.waiting[number - 1]
        number -= 1
        if try_insert(city, trip, bench, node, patience):
            number = sift(city, trip, bench, number)


@compiled
def sift(city: City, trip: Trip, bench: Bench, number: int) -> int:
    """Keep the waiting visits that fit in, with their best gaps; returns how many."""
    kept = 0
    for index in range(number):
        node = bench.waiting[index]
        bench.cost[node] = FAR
        if has_room(city, trip, node):
            look(city, trip, bench, node)
        if bench.cost[node] < FAR:
            bench.waiting[kept] = node
            kept += 1
    return kept


@compiled
def has_room(city: City, trip: Trip, node: int) -> bool:
    """Whether the groups of a visit have room for it."""
    for g in range(city.groups.shape[1]):
        group = city.groups[node, g]
        if trip.used[group] >= city.room[group]:
            return False
    return True


@compiled
def look(city: City, trip: Trip, bench: Bench, node: int) -> None:
    """Find the best gap: one that makes all later and the way longer as little as possible.

    A little luck is in it, so that other gaps get a chance.
    """
    for gap in range(trip.totals[SIZE] + 1):
        if trip.leave[gap] > city.last[city.spans[node + 1] - 1]:
            return
        if not keeps_row(city, trip, node, gap):
            continue
        cost = cost_of(city, trip, node, gap)
        if cost >= 0:
            cost *= 0.8 + 0.4 * chance(bench.seeds)
            if cost < bench.cost[node]:
                bench.cost[node] = cost
                bench.gap[node] = gap


@compiled
def keeps_row(city: City, trip: Trip, node: int, gap: int) -> bool:
    """Whether a visit in this gap keeps to the locked row."""
    rank, before, behind = city.rank[node], trip.before[gap], trip.behind[gap]
    if rank > 0:
        return bool(before < rank and (behind == 0 or rank < behind))
    return bool(behind == 0 or trip.others[gap] < city.free[behind] - city.free[before])


@compiled
def cost_of(city: City, trip: Trip, node: int, gap: int) -> float:
    """Return what a visit in this gap costs in minutes; -1 without time or walking left."""
    here, next_ = trip.stops[gap], trip.stops[gap + 1]
    k = period(city, trip.leave[gap])
    begin = first_begin(city, node, trip.leave[gap] + city.ways[k, here, node])
    if begin < 0:
        return -1.0
    leave = begin + city.stay[node]
    then = period(city, leave)
    arrive = leave + city.ways[then, node, next_]
    if arrive > trip.latest[gap + 1]:
        return -1.0
    walk = city.walk[k, here, node] + city.walk[then, node, next_] - city.walk[k, here, next_]
    if trip.totals[WALK] + walk > city.limits[MOST_WALK]:
        return -1.0
    way = city.ways[k, here, node] + city.ways[then, node, next_] - city.ways[k, here, next_]
    return float(max(arrive - trip.begin[gap + 1], 0) + max(way, 0))


@compiled
def choose(city: City, bench: Bench, power: int, number: int) -> int:
    """Return the index of the waiting visit with the highest pull for its cost."""
    best, top = -1, -1.0
    for index in range(number):
        node = bench.waiting[index]
        score = city.pull[power, node] / (bench.cost[node] + 5.0)
        if score > top and chance(bench.seeds) >= BLINK:
            best, top = index, score
    return best if best >= 0 else below(bench.seeds, number)


@compiled
def try_insert(city: City, trip: Trip, bench: Bench, node: int, patience: int) -> bool:
    """Put a visit into its best gap; take it out again when that breaks a rule."""
    over = trip.totals[OVER]
    put_in(city, trip, bench, node)
    if judge(city, trip) and trip.totals[OVER] <= over + patience:
        return True
    take_out(city, trip, bench, bench.gap[node] + 1)
    judge(city, trip)
    return False


@compiled
def put_in(city: City, trip: Trip, bench: Bench, node: int) -> None:
    """Put a visit into its best gap; times are not set."""
    for p in range(trip.totals[SIZE] + 1, bench.gap[node], -1):
        trip.stops[p + 1] = trip.stops[p]
    trip.stops[bench.gap[node] + 1] = node
    trip.totals[SIZE] += 1
    count(city, trip, bench, node, 1)


@compiled
def take_out(city: City, trip: Trip, bench: Bench, p: int) -> None:
    """Take out stop `p`; times are not set."""
    count(city, trip, bench, trip.stops[p], -1)
    for q in range(p, trip.totals[SIZE] + 1):
        trip.stops[q] = trip.stops[q + 1]
    trip.totals[SIZE] -= 1


@compiled
def count(city: City, trip: Trip, bench: Bench, node: int, by: int) -> None:
    """Note that a visit came (1) or went (-1)."""
    bench.inside[node] = by > 0
    for g in range(city.groups.shape[1]):
        trip.used[city.groups[node, g]] += by
