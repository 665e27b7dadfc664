"""Stops put into a route and taken out of it; their times move with them."""

from __future__ import annotations

from webapp.domain.planning.search.arrays import SIZE, Desk, Route
from webapp.domain.planning.search.compiled import compiled


@compiled
def move(source: Route, p: int, target: Route, q: int) -> None:
    """Write stop `p` of one route as stop `q` of another."""
    target.stops[q] = source.stops[p]
    target.begin[q] = source.begin[p]
    target.leave[q] = source.leave[p]
    target.latest[q] = source.latest[p]


@compiled
def copy(source: Route, target: Route) -> None:
    """Make `target` the same as `source`."""
    target.numbers[SIZE] = source.numbers[SIZE]
    for p in range(source.numbers[SIZE] + 2):
        move(source, p, target, p)


@compiled
def insert(route: Route, desk: Desk, gap: int, node: int) -> None:
    """Put `node` into a gap; the times are not set."""
    for p in range(route.numbers[SIZE] + 1, gap, -1):
        move(route, p, route, p + 1)
    route.stops[gap + 1] = node
    route.numbers[SIZE] += 1
    desk.inside[node] = 1


@compiled
def remove(route: Route, desk: Desk) -> tuple[int, int]:
    """Take out the stops marked as gone; returns the first and the last place with a new stop."""
    first, last, kept = 0, 0, 1
    for p in range(1, route.numbers[SIZE] + 2):
        if desk.gone[p]:
            last = kept
            if first == 0:
                first = kept
            desk.inside[route.stops[p]] = 0
            desk.fresh[route.stops[p]] = 1
        else:
            move(route, p, route, kept)
            kept += 1
    route.numbers[SIZE] = kept - 2
    return first, last


@compiled
def mark_inside(route: Route, desk: Desk, flag: int) -> None:
    """Note of all stops that they are in the route (1) or not (0)."""
    for p in range(1, route.numbers[SIZE] + 1):
        desk.inside[route.stops[p]] = flag
