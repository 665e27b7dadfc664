"""When each stop begins at the earliest and at the latest, mended only as far as it changed."""

from __future__ import annotations

from webapp.domain.planning.search.arrays import SIZE, Ground, Route
from webapp.domain.planning.search.compiled import compiled


@compiled
def forward(ground: Ground, route: Route, first: int, last: int) -> int:
    """Set earliest times from stop `first` to `last` and on while they change.

    Returns the first stop that stayed as it was.
    """
    end = route.numbers[SIZE] + 1
    for p in range(first, end + 1):
        node = route.stops[p]
        begin = route.leave[p - 1] + ground.ways[route.stops[p - 1], node]
        begin = max(begin, ground.opens[node])
        if p > last and begin == route.begin[p]:
            return p
        route.begin[p] = begin
        route.leave[p] = begin + ground.stay[node]
    return int(end + 1)


@compiled
def backward(ground: Ground, route: Route, first: int, last: int) -> int:
    """Set latest times from stop `first` down to `last` and on while they change.

    Returns the last stop that stayed as it was, -1 for none.
    """
    for p in range(first, -1, -1):
        node = route.stops[p]
        latest = route.latest[p + 1] - ground.ways[node, route.stops[p + 1]] - ground.stay[node]
        latest = min(latest, ground.closes[node])
        if p < last and latest == route.latest[p]:
            return p
        route.latest[p] = latest
    return -1


@compiled
def reset(ground: Ground, route: Route) -> None:
    """Set all times of a route."""
    size = route.numbers[SIZE]
    route.begin[0] = ground.opens[0]
    route.leave[0] = ground.opens[0]
    route.latest[size + 1] = ground.closes[1]
    forward(ground, route, 1, size + 1)
    backward(ground, route, size, 0)
