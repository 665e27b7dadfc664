"""A route filled up again: one node after the other, the one most worth its time first."""

from __future__ import annotations

from webapp.domain.planning.search.arrays import HIGH, LOW, SIZE, Desk, Ground, Route
from webapp.domain.planning.search.compiled import compiled
from webapp.domain.planning.search.dice import below, chance
from webapp.domain.planning.search.gaps import gather, still_fits
from webapp.domain.planning.search.stops import insert
from webapp.domain.planning.search.times import backward, forward


@compiled
def recreate(ground: Ground, route: Route, desk: Desk, blink: float) -> None:
    """Insert nodes until none fits in; overlook each of the best with the chance `blink`."""
    power = below(desk.seeds, ground.pull.shape[0])
    number = gather(ground, route, desk)
    while number > 0:
        index = choose(ground, desk, (power, number), blink)
        node, gap = desk.waiting[index], desk.gap[desk.waiting[index]]
        insert(route, desk, gap, node)
        high = forward(ground, route, gap + 1, gap + 1)
        low = backward(ground, route, gap + 1, gap + 1)
        route.numbers[LOW] = gap
        route.numbers[HIGH] = min(high, route.numbers[SIZE])
        desk.waiting[index] = desk.waiting[number - 1]
        number = sift(ground, route, desk, (number - 1, low))


@compiled
def choose(ground: Ground, desk: Desk, range_: tuple[int, int], blink: float) -> int:
    """Return the index of the waiting node with the highest pull for its cost."""
    power, number = range_
    best, top = -1, -1.0
    for index in range(number):
        node = desk.waiting[index]
        score = ground.pull[power, node] / (desk.cost[node] + 1.0)
        if score > top and chance(desk.seeds) >= blink:
            best, top = index, score
    return best if best >= 0 else below(desk.seeds, number)


@compiled
def sift(ground: Ground, route: Route, desk: Desk, after: tuple[int, int]) -> int:
    """Keep the waiting nodes that still fit in after an insertion; returns how many."""
    number, low = after
    kept = 0
    for index in range(number):
        node = desk.waiting[index]
        if still_fits(ground, route, desk, node, low):
            desk.waiting[kept] = node
            kept += 1
    return kept
