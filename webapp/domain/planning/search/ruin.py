"""Stops marked to go: a string of them, those near a place, or any."""

from __future__ import annotations

from webapp.domain.planning.search.arrays import HIGH, LOW, SIZE, Desk, Ground, Route
from webapp.domain.planning.search.compiled import compiled
from webapp.domain.planning.search.dice import below, chance
from webapp.domain.planning.search.stops import remove
from webapp.domain.planning.search.times import backward, forward

STRING, NEAR = 0.55, 0.8
"""Shares of the three ways, added up."""


@compiled
def ruin(ground: Ground, route: Route, desk: Desk, most: int) -> None:
    """Take out up to `most` stops; note which gaps may have become wider."""
    size = route.numbers[SIZE]
    route.numbers[LOW] = 0
    route.numbers[HIGH] = size
    if size == 0:
        return
    number = 1 + below(desk.seeds, min(most, size))
    mark(ground, route, desk, number)
    first, last = remove(route, desk)
    if last == 0:
        route.numbers[HIGH] = -1
        return
    high = forward(ground, route, first, last)
    low = backward(ground, route, last - 1, first - 1)
    route.numbers[LOW] = max(low, 0)
    route.numbers[HIGH] = min(high, route.numbers[SIZE])


@compiled
def mark(ground: Ground, route: Route, desk: Desk, number: int) -> None:
    """Mark up to `number` stops as gone."""
    size = route.numbers[SIZE]
    for p in range(size + 2):
        desk.gone[p] = 0
    way = chance(desk.seeds)
    if way < STRING:
        first = 1 + below(desk.seeds, size - number + 1)
        for p in range(first, first + number):
            desk.gone[p] = 1
    elif way < NEAR:
        mark_near(ground, route, desk, number)
    else:
        for _ in range(number):
            desk.gone[1 + below(desk.seeds, size)] = 1


@compiled
def mark_near(ground: Ground, route: Route, desk: Desk, number: int) -> None:
    """Mark the stops nearest to any node; none when all are far."""
    size = route.numbers[SIZE]
    for p in range(1, size + 1):
        desk.gap[route.stops[p]] = p
    centre = 2 + below(desk.seeds, ground.stay.size - 2)
    for rank in range(ground.near.shape[1]):
        node = ground.near[centre, rank]
        if node > 1 and desk.inside[node]:
            desk.gone[desk.gap[node]] = 1
            number -= 1
            if number == 0:
                return
