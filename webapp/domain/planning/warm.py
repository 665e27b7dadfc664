"""Loads the compiled search before the first plan needs it."""

from __future__ import annotations

from webapp.domain.planning.effort import Effort
from webapp.domain.planning.optw import Instance, Vertex, solve_optw


def warm() -> None:
    """Run every compiled function once: some seconds the first time, a fraction from then on."""
    corners = ((0, 0), (1000, 0), (0, 1000), (1000, 1000))
    vertices = tuple(Vertex(x, y, 1, 1, 0, 1000) for x, y in corners)
    solve_optw(Instance(vertices, 10), Effort(rounds=2))
