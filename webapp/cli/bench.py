"""`flask bench data`."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from webapp import clock, current
from webapp.services.bench_data import BenchRefused, fill, generated

commands = AppGroup("bench")


@commands.command("data")
@click.argument("source", metavar="N|FILE.csv")
def data(source: str) -> None:
    """Fill the database with N generated venues, or with those of a CSV file.

    With a number, BENCH_GENERATOR names the program that makes them.
    """
    try:
        file = generated(int(source)) if source.isdigit() else Path(source)
        report = fill(current.database(), file, current.settings().content_dir, clock.now())
    except BenchRefused as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(str(report))
