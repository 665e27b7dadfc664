"""The best gap for each node that waits, looked for anew only where the route changed."""

from __future__ import annotations

import numpy as np

from webapp.domain.planning.search.arrays import HIGH, LOW, SIZE, Desk, Ground, Route
from webapp.domain.planning.search.compiled import compiled

FAR = 1 << 30
GAP_BITS = 16


@compiled
def look(ground: Ground, route: Route, desk: Desk, node: int) -> None:
    """Look in the gaps from LOW to HIGH for one better than what the desk knows.

    The cost of a gap is how much later the next stop begins.
    """
    opens, closes, stay = ground.opens[node], ground.closes[node], ground.stay[node]
    if opens + stay > route.latest[route.numbers[HIGH] + 1]:
        return
    best, cost = desk.gap[node], desk.cost[node]
    for p in range(route.numbers[LOW], route.numbers[HIGH] + 1):
        if route.leave[p] > closes:
            break
        if opens + stay > route.latest[p + 1]:
            continue
        time = route.leave[p] + ground.back[node, route.stops[p]]
        if time > closes:
            continue
        time = max(time, opens) + stay + ground.ways[node, route.stops[p + 1]]
        if time <= route.latest[p + 1] and max(time - route.begin[p + 1], 0) < cost:
            best, cost = p, max(time - route.begin[p + 1], 0)
    desk.gap[node] = best
    desk.cost[node] = cost


@compiled
def look_everywhere(ground: Ground, route: Route, desk: Desk, node: int) -> None:
    """Look in all gaps, forgetting what the desk knows."""
    low, high = route.numbers[LOW], route.numbers[HIGH]
    route.numbers[LOW] = 0
    route.numbers[HIGH] = route.numbers[SIZE]
    desk.gap[node] = -1
    desk.cost[node] = FAR
    desk.seen[node] = route.numbers[SIZE]
    look(ground, route, desk, node)
    route.numbers[LOW] = low
    route.numbers[HIGH] = high


@compiled
def sweep(ground: Ground, route: Route, desk: Desk) -> None:
    """Look in the gaps from LOW to HIGH for all nodes at once, those in the route as well.

    The inner loop has no branches and only neighbours in memory, so that the processor takes many
    nodes a step. Cost and gap are one number each, cost first.
    """
    nodes = ground.stay.size
    for node in range(nodes):
        desk.key[node] = FAR << GAP_BITS
    for p in range(route.numbers[LOW], route.numbers[HIGH] + 1):
        here, next_ = route.stops[p], route.stops[p + 1]
        leave, begin, latest = route.leave[p], route.begin[p + 1], route.latest[p + 1]
        for node in range(nodes):
            time = np.int32(leave + ground.ways[here, node])
            then = np.int32(max(time, ground.opens[node]) + ground.stay[node])
            then = np.int32(then + ground.back[next_, node])
            fits = (time <= ground.closes[node]) & (then <= latest)
            key = np.int64(max(np.int32(then - begin), np.int32(0))) << GAP_BITS | p
            desk.key[node] = min(desk.key[node], key if fits else FAR << GAP_BITS)


@compiled
def gather(ground: Ground, route: Route, desk: Desk, power: int) -> int:
    """List the nodes that fit in somewhere; returns how many.

    Before stops were taken out none fitted, so that only gaps that changed can have become wide
    enough, but for nodes that were in the route.
    """
    sweep(ground, route, desk)
    number = 0
    for node in range(2, ground.stay.size):
        if desk.inside[node]:
            continue
        if desk.fresh[node]:
            desk.fresh[node] = 0
            look_everywhere(ground, route, desk, node)
        elif desk.key[node] >> GAP_BITS < FAR:
            desk.cost[node] = desk.key[node] >> GAP_BITS
            desk.gap[node] = desk.key[node] & ((1 << GAP_BITS) - 1)
            desk.seen[node] = route.numbers[SIZE]
        else:
            continue
        if desk.gap[node] >= 0:
            desk.score[node] = ground.pull[power, node] / (desk.cost[node] + 1.0)
            desk.waiting[number] = node
            number += 1
    return number
