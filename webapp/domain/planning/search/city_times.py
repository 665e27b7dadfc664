"""When the visits of a trip begin, what it costs, and whether it keeps to the rules."""

from __future__ import annotations

from webapp.domain.planning.search.city import (
    MOST_WALK,
    MOST_WITHOUT_REST,
    OVER,
    SIZE,
    TRAVEL,
    WALK,
    City,
    Trip,
)
from webapp.domain.planning.search.compiled import compiled


@compiled
def period(city: City, time: int) -> int:
    """Return which ways hold for a leg that begins at `time`."""
    k = 0
    while k + 1 < city.since.size and time >= city.since[k + 1]:
        k += 1
    return k


@compiled
def first_begin(city: City, node: int, time: int) -> int:
    """Return when a visit can begin at `time` or later; -1 for never."""
    for s in range(city.spans[node], city.spans[node + 1]):
        if time <= city.last[s]:
            return int(max(time, city.first[s]))
    return -1


@compiled
def last_begin(city: City, node: int, time: int) -> int:
    """Return when a visit can begin at `time` or before; -1 for never."""
    for s in range(city.spans[node + 1] - 1, city.spans[node] - 1, -1):
        if time >= city.first[s]:
            return int(min(time, city.last[s]))
    return -1


@compiled
def last_leave(city: City, node: int, target: int, time: int) -> int:
    """Return when to leave `node` at the latest to be at `target` at `time`."""
    for k in range(city.since.size - 1, 0, -1):
        leave = time - city.ways[k, node, target]
        if k + 1 < city.since.size:
            leave = min(leave, city.since[k + 1] - 1)
        if leave >= city.since[k]:
            return int(leave)
    leave = time - city.ways[0, node, target]
    return int(min(leave, city.since[1] - 1)) if city.since.size > 1 else int(leave)


@compiled
def judge(city: City, trip: Trip) -> bool:
    """Set all times and totals of a trip; whether it keeps to time, walking and row."""
    if not (go(city, trip) and line_up(city, trip)):
        return False
    look_back(city, trip)
    limit = city.limits[MOST_WITHOUT_REST]
    trip.totals[OVER] = without_rest(city, trip, limit) if limit >= 0 else 0
    return True


@compiled
def go(city: City, trip: Trip) -> bool:
    """Set earliest times, minutes and metres; whether all is in time and walked at most so far."""
    trip.begin[0] = city.first[0]
    trip.leave[0] = city.first[0]
    trip.totals[TRAVEL] = 0
    trip.totals[WALK] = 0
    for p in range(1, trip.totals[SIZE] + 2):
        here, node = trip.stops[p - 1], trip.stops[p]
        k = period(city, trip.leave[p - 1])
        begin = first_begin(city, node, trip.leave[p - 1] + city.ways[k, here, node])
        if begin < 0:
            return False
        trip.begin[p] = begin
        trip.leave[p] = begin + city.stay[node]
        trip.totals[TRAVEL] += city.ways[k, here, node]
        trip.totals[WALK] += city.walk[k, here, node]
    return bool(trip.totals[WALK] <= city.limits[MOST_WALK])


@compiled
def look_back(city: City, trip: Trip) -> None:
    """Set latest times."""
    end = trip.totals[SIZE] + 1
    trip.latest[end] = city.last[1]
    for p in range(end - 1, 0, -1):
        node = trip.stops[p]
        leave = last_leave(city, node, trip.stops[p + 1], trip.latest[p + 1])
        trip.latest[p] = last_begin(city, node, leave - city.stay[node])


@compiled
def line_up(city: City, trip: Trip) -> bool:
    """Set what each gap knows of the locked row; whether order and free places are kept."""
    size = trip.totals[SIZE]
    rank, others, start = 0, 0, 0
    for p in range(1, size + 1):
        trip.before[p - 1] = rank
        here = city.rank[trip.stops[p]]
        if here == 0:
            others += 1
            continue
        if here < rank or others > city.free[here] - city.free[rank]:
            return False
        for gap in range(start, p):
            trip.behind[gap] = here
            trip.others[gap] = others
        rank, others, start = here, 0, p
    trip.before[size] = rank
    for gap in range(start, size + 1):
        trip.behind[gap] = 0
        trip.others[gap] = others
    return True


@compiled
def without_rest(city: City, trip: Trip, limit: int) -> int:
    """Return the minutes beyond `limit` without a rest, added up."""
    over, since = 0, trip.leave[0]
    if trip.totals[SIZE] > 0:
        since = last_leave(city, 0, trip.stops[1], trip.begin[1])
        k = period(city, trip.leave[0])
        since = min(since, trip.begin[1] - city.ways[k, 0, trip.stops[1]])
        if k + 1 < city.since.size:
            since = min(since, city.since[k + 1] - 1)
    for p in range(1, trip.totals[SIZE] + 2):
        if city.rests[trip.stops[p]]:
            over += max(0, trip.begin[p] - since - limit)
            since = trip.leave[p]
    return int(over)
