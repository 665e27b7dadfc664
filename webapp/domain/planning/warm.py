"""Loads the compiled search before the first plan needs it."""

from __future__ import annotations

from webapp.domain.planning.effort import Effort
from webapp.domain.planning.evening import search
from webapp.domain.planning.optw import Instance, Vertex, solve_optw
from webapp.domain.planning.problem import Candidate, Problem, Rules, Ways, Window
from webapp.domain.planning.schedule import Schedule

A_FEW = Effort(rounds=2)


def warm() -> None:
    """Run every compiled function once: some seconds the first time, a fraction from then on."""
    corners = ((0, 0), (1000, 0), (0, 1000), (1000, 1000))
    vertices = tuple(Vertex(x, y, 1, 1, 0, 1000) for x, y in corners)
    solve_optw(Instance(vertices, 10), A_FEW)
    problem = _problem()
    search(problem, Schedule(problem), A_FEW)


def _problem() -> Problem:
    places = tuple(Candidate(str(n), (Window(0, 60),), 5, 1, rests=True) for n in range(2))
    table = ((1, 1, 1, 1),) * 4
    return Problem(0, 60, places, (Ways(table, table),), Rules(rest_min=30, row=("0",)))
