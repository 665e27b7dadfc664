"""`flask tiles build`."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from webapp import current
from webapp.services.tiles import build_tiles

commands = AppGroup("tiles")


@commands.command("build")
def build() -> None:
    """Prepare every tile anew from the venues in the database."""
    with current.database().write() as connection:
        click.echo(f"{build_tiles(connection)} tiles")
