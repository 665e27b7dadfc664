"""Ruin and recreate with simulated annealing, after Schrimpf (2000) and Christiaens (2020)."""

from __future__ import annotations

import math

from webapp.domain.planning.search.arrays import SIZE, Desk, Floats, Ground, Route
from webapp.domain.planning.search.compiled import compiled
from webapp.domain.planning.search.dice import chance
from webapp.domain.planning.search.recreate import recreate
from webapp.domain.planning.search.ruin import ruin
from webapp.domain.planning.search.stops import copy, mark_inside

MOST, BLINK = 6, 0.2
"""How many stops are taken out at most; how often the best of those waiting is overlooked."""


@compiled
def anneal(ground: Ground, routes: tuple[Route, Route, Route], desk: Desk, heat: Floats) -> None:
    """Improve the first of `routes` (the second is for trials, the third for the best found).

    `heat` holds the temperature at the beginning and at the end, and the number of rounds.
    """
    now, trial, best = routes
    value, top = gain_of(ground, now), gain_of(ground, best)
    cooling = (heat[1] / heat[0]) ** (1.0 / heat[2])
    temperature = heat[0]
    for _ in range(int(heat[2])):
        temperature *= cooling
        copy(now, trial)
        ruin(ground, trial, desk, MOST)
        recreate(ground, trial, desk, BLINK)
        gain = gain_of(ground, trial)
        if gain >= value or chance(desk.seeds) < math.exp((gain - value) / temperature):
            value = gain
            now, trial = trial, now
        else:
            mark_inside(trial, desk, 0)
            mark_inside(now, desk, 1)
        if value > top:
            top = value
            copy(now, best)
    copy(now, routes[0])


@compiled
def gain_of(ground: Ground, route: Route) -> int:
    """The sum of all gains."""
    total = 0
    for p in range(1, route.numbers[SIZE] + 1):
        total += ground.gain[route.stops[p]]
    return total
