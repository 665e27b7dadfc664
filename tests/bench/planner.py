"""How near the planner comes to the best known routes, next to PyVRP where that is installed.

`python -m tests.bench.planner [FOLDER] [--seconds 0.1 0.3 1] [--rounds 2] [--varied]`: the folder
holds instances and `best_known.csv`. Varied instances have other profits and windows; the
yardstick is then the best route that any of the searches or a search of ten seconds found.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from statistics import mean

from rich.console import Console
from rich.table import Table

from tests.bench.planner_pyvrp import solve_with_pyvrp
from tests.domain.planning.routes import profit_of
from webapp.domain.planning.effort import Effort
from webapp.domain.planning.optw import Instance, read_instance, solve_optw
from webapp.domain.planning.warm import warm
from webapp.settings import ROOT

FOLDER = ROOT.parent / "shared" / "bench" / "optw"
LONG = Effort(10.0, seed=99)
Solver = Callable[[Instance, float, int], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """An instance and the profit to compare with; None where it is not known."""

    name: str
    instance: Instance
    best: int | None


def cases(folder: Path) -> Iterator[Case]:
    """The instances for one path."""
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["m"] == "1"]
    for row in rows:
        text = (folder / f"{row['instance']}.txt").read_text(encoding="utf-8")
        yield Case(row["instance"], read_instance(text, row["instance"]), int(row["best_known"]))


def varied(case: Case) -> Case:
    """The same places with profits dealt anew and windows moved and stretched."""
    draw = random.Random(case.name)
    depot, *others = case.instance.vertices
    profits = [each.profit for each in others]
    draw.shuffle(profits)
    moved = []
    for each, profit in zip(others, profits, strict=True):
        width = round((each.closes - each.opens) * draw.uniform(0.5, 1.5))
        opens = max(depot.opens, each.opens + round(width * draw.uniform(-0.5, 0.5)))
        moved.append(replace(each, profit=profit, opens=opens, closes=opens + width))
    return Case(case.name, replace(case.instance, vertices=(depot, *moved)), None)


def report(console: Console, chosen: list[Case], seconds: list[float], rounds: int) -> None:
    """Print the mean and worst gaps to the best known profits in per cent."""
    warm()
    found = {
        (name, limit): [_profits(case, solver, limit, rounds) for case in chosen]
        for name, solver in solvers().items()
        for limit in seconds
    }
    best = [_best(case, [rows[n] for rows in found.values()]) for n, case in enumerate(chosen)]
    table = Table("solver", "seconds", title="Orienteering with time windows: gap in %")
    for heading in ("mean", "worst", "solved to the best"):
        table.add_column(heading, justify="right")
    for (name, limit), rows in found.items():
        gaps = [100 * (b - p) / b for row, b in zip(rows, best, strict=True) for p in row]
        solved = f"{sum(gap <= 0 for gap in gaps)} of {len(gaps)}"
        table.add_row(name, str(limit), f"{mean(gaps):.2f}", f"{max(gaps):.2f}", solved)
    console.print(table)


def solvers() -> dict[str, Solver]:
    """Ours, and PyVRP if it is there."""
    found: dict[str, Solver] = {"ours": _ours}
    if find_spec("pyvrp"):
        found["PyVRP"] = solve_with_pyvrp
    return found


def _ours(instance: Instance, seconds: float, seed: int) -> tuple[int, ...]:
    return solve_optw(instance, Effort(seconds, seed=seed)).route


def _profits(case: Case, solver: Solver, seconds: float, rounds: int) -> list[int]:
    routes = [solver(case.instance, seconds, seed) for seed in range(1, rounds + 1)]
    return [profit_of(case.instance, route) for route in routes]


def _best(case: Case, profits: list[list[int]]) -> int:
    if case.best is not None:
        return case.best
    long = solve_optw(case.instance, LONG).score
    return max(long, *(profit for row in profits for profit in row))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--seconds", type=float, nargs="+", default=[0.1, 0.3, 1.0])
    parser.add_argument("--rounds", type=int, default=2, help="seeds an instance")
    parser.add_argument("--varied", action="store_true", help="other profits and windows")
    given = parser.parse_args()
    chosen = list(cases(given.folder))
    report(
        Console(width=100),
        [varied(case) for case in chosen] if given.varied else chosen,
        given.seconds,
        given.rounds,
    )


if __name__ == "__main__":
    main()
