"""The best gap for each node that waits, looked for anew only where the route changed."""

from __future__ import annotations

from webapp.domain.planning.search.arrays import HIGH, LOW, SIZE, Desk, Ground, Route
from webapp.domain.planning.search.compiled import compiled

FAR = 1 << 30


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
    look(ground, route, desk, node)
    route.numbers[LOW] = low
    route.numbers[HIGH] = high


@compiled
def gather(ground: Ground, route: Route, desk: Desk) -> int:
    """List the nodes that fit in somewhere; returns how many.

    Before stops were taken out none fitted, so that only gaps that changed can have become wide
    enough, but for nodes that were in the route.
    """
    number = 0
    for node in range(2, ground.stay.size):
        if desk.inside[node]:
            continue
        if desk.fresh[node]:
            desk.fresh[node] = 0
            look_everywhere(ground, route, desk, node)
        else:
            desk.gap[node] = -1
            desk.cost[node] = FAR
            look(ground, route, desk, node)
        if desk.gap[node] >= 0:
            desk.waiting[number] = node
            number += 1
    return number


@compiled
def still_fits(ground: Ground, route: Route, desk: Desk, node: int, low: int) -> bool:
    """Mend the best gap of `node` after an insertion into gap LOW; whether there is one.

    Stops to HIGH begin later than before; latest times changed from stop `low` on.
    """
    gap = desk.gap[node]
    if gap >= route.numbers[LOW]:
        gap += 1
        desk.gap[node] = gap
        lost = gap <= route.numbers[HIGH]
    else:
        lost = gap >= low - 1 and not fits(ground, route, node, gap)
    if lost:
        look_everywhere(ground, route, desk, node)
    else:
        look(ground, route, desk, node)
    return bool(desk.gap[node] >= 0)


@compiled
def fits(ground: Ground, route: Route, node: int, gap: int) -> bool:
    """Whether a node that can be reached through a gap leaves enough time for what follows."""
    time = route.leave[gap] + ground.back[node, route.stops[gap]]
    time = max(time, ground.opens[node]) + ground.stay[node]
    return bool(time + ground.ways[node, route.stops[gap + 1]] <= route.latest[gap + 1])
