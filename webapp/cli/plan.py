"""`flask plan optw | prepare | prune`."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from time import perf_counter

import click
from flask.cli import AppGroup

from webapp import current
from webapp.domain.planning.effort import Effort
from webapp.domain.planning.optw import read_instance, solve_optw
from webapp.domain.planning.warm import warm
from webapp.services.saved_plans import prune_plans
from webapp.settings import SHANGHAI

commands = AppGroup("plan")


@commands.command("optw")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--seconds", default=1.0, help="How long to search.", show_default=True)
@click.option("--seed", default=1, help="The same seed begins the same search.", show_default=True)
def optw(file: Path, seconds: float, seed: int) -> None:
    """Solve an orienteering problem with time windows and print score and route as JSON."""
    warm()
    try:
        instance = read_instance(file.read_text(encoding="utf-8"), file.stem)
    except (ValueError, IndexError) as fault:
        raise click.ClickException(f"{file.name} is not an instance: {fault}") from fault
    answer = solve_optw(instance, Effort(seconds, seed=seed))
    click.echo(json.dumps({"score": answer.score, "route": list(answer.route)}))


@commands.command("prepare")
def prepare() -> None:
    """Compile the search and keep its machine code, so that no visitor waits for it."""
    begun = perf_counter()
    warm()
    click.echo(f"Ready after {perf_counter() - begun:.1f} s")


@commands.command("prune")
def prune() -> None:
    """Erase saved plans that have expired or were deleted a day ago; `content sync` does so too."""
    with current.database().write() as connection:
        erased = prune_plans(connection, datetime.now(SHANGHAI))
    click.echo(f"saved plans: {erased} erased")
