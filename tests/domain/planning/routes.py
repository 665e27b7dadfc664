"""An independent scorer of routes: exact whole times, one stop after the other."""

from __future__ import annotations

import math

from webapp.domain.planning.optw import Instance


class Infeasible(Exception):
    """A route breaks a rule; the message says where."""


def profit_of(instance: Instance, route: tuple[int, ...]) -> int:
    """The profit of a route; raises `Infeasible`."""
    depot = instance.vertices[0]
    clock, here = depot.opens, depot
    if len(set(route)) < len(route) or 0 in route:
        raise Infeasible("a vertex is visited twice, or the depot")
    for number in route:
        there = instance.vertices[number]
        clock += _way(here.x - there.x, here.y - there.y, instance.units)
        if clock > there.closes:
            raise Infeasible(f"vertex {number}: after closing")
        clock, here = max(clock, there.opens) + there.stay, there
    if clock + _way(here.x - depot.x, here.y - depot.y, instance.units) > depot.closes:
        raise Infeasible("back too late")
    return sum(instance.vertices[number].profit for number in route)


def _way(dx: int, dy: int, units: int) -> int:
    return math.isqrt((dx * dx + dy * dy) * units * units) // 1000
