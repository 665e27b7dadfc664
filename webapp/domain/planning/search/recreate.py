"""A route filled up again: one node after the other, the one most worth its time first."""

from __future__ import annotations

from webapp.domain.planning.search.arrays import SIZE, Desk, Ground, Route
from webapp.domain.planning.search.compiled import compiled
from webapp.domain.planning.search.dice import below, chance
from webapp.domain.planning.search.gaps import gather, look_everywhere
from webapp.domain.planning.search.stops import insert
from webapp.domain.planning.search.times import backward, forward


@compiled
def recreate(ground: Ground, route: Route, desk: Desk, blink: float) -> None:
    """Insert nodes until none fits in; overlook each of the best with the chance `blink`.

    Gaps only get narrower, so that a node's gap is looked for anew when its turn comes.
    """
    power = below(desk.seeds, ground.pull.shape[0])
    number = gather(ground, route, desk, power)
    while number > 0:
        index = choose(desk, number, blink)
        node = desk.waiting[index]
        if desk.seen[node] != route.numbers[SIZE]:
            look_everywhere(ground, route, desk, node)
            if desk.gap[node] >= 0:
                desk.score[node] = ground.pull[power, node] / (desk.cost[node] + 1.0)
                continue
        else:
            insert(route, desk, desk.gap[node], node)
            forward(ground, route, desk.gap[node] + 1, desk.gap[node] + 1)
            backward(ground, route, desk.gap[node] + 1, desk.gap[node] + 1)
        number -= 1
        desk.waiting[index] = desk.waiting[number]


@compiled
def choose(desk: Desk, number: int, blink: float) -> int:
    """Return the index of the waiting node with the highest score."""
    best, top = -1, -1.0
    for index in range(number):
        score = desk.score[desk.waiting[index]]
        if score > top and chance(desk.seeds) >= blink:
            best, top = index, score
    return best if best >= 0 else below(desk.seeds, number)
