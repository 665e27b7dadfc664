"""The orienteering problem with time windows, as its benchmark instances state it.

Format and rules: Vansteenwegen et al. 2009. Distances are cut after one decimal for Solomon's
instances and after two for Cordeau's, whose names begin with "pr"; times are whole tenths or
hundredths here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

from webapp.domain.planning.effort import Effort, spend

if TYPE_CHECKING:
    from webapp.domain.planning.search.arrays import Ground

FROM_HEAT, TO_HEAT = 0.5, 0.15
"""Temperatures as shares of the mean profit."""

POWERS = (1.0, 1.3, 1.6, 2.0, 2.3, 2.6, 3.0)


@dataclass(frozen=True, slots=True)
class Vertex:
    """A row of an instance: thousandths for coordinates, whole time units for times.

    `opens` and `closes` bound the beginning of the stay.
    """

    x: int
    y: int
    stay: int
    profit: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Instance:
    """The depot, where the route begins and ends, and the vertices 1 … n; units per time unit."""

    vertices: tuple[Vertex, ...]
    units: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The profit of a route and its vertices; how many rounds were searched."""

    score: int
    route: tuple[int, ...]
    rounds: int = 0


def read_instance(text: str, name: str) -> Instance:
    """Read the text of an instance; `name` tells the set. Raises `ValueError`."""
    units = 100 if name.startswith("pr") else 10
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return Instance(tuple(_vertex(cells, units) for cells in lines[2:]), units)


def _vertex(cells: list[str], units: int) -> Vertex:
    x, y, stay, profit = (float(cell) for cell in cells[1:5])
    opens, closes = (round(float(cell) * units) for cell in cells[-2:])
    return Vertex(
        round(x * 1000), round(y * 1000), round(stay * units), round(profit), opens, closes
    )


def solve_optw(
    instance: Instance, effort: Effort, clock: Callable[[], float] = perf_counter
) -> Answer:
    """Search for the route with the highest profit, back at the depot before it closes.

    The time to prepare the search counts as part of the effort, that to load its code does not.
    """
    # Imported late: the search brings numba.
    from webapp.domain.planning.search.runs import Run  # noqa: PLC0415

    begun = clock()
    run = Run(_ground(instance), effort.seed, (FROM_HEAT, TO_HEAT))
    left = replace(effort, seconds=max(0.0, effort.seconds - (clock() - begun)))
    rounds = spend(left, run.slice, clock)
    route = tuple(node - 1 for node in run.best())
    return Answer(sum(instance.vertices[vertex].profit for vertex in route), route, rounds)


def _ground(instance: Instance) -> Ground:
    """The depot twice, as start and as end, then the other vertices."""
    from webapp.domain.planning.search import arrays  # noqa: PLC0415

    depot, *others = instance.vertices
    start = replace(depot, stay=0, profit=0, closes=depot.opens)
    nodes = [start, replace(depot, stay=0, profit=0), *others]
    columns = [[each.opens, each.closes, each.stay, each.profit] for each in nodes]
    places = [[each.x, each.y] for each in nodes]
    ways = arrays.distances(places, instance.units)
    return arrays.new_ground(ways, columns, POWERS)
