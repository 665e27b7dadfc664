"""`flask db upgrade`, `flask db backup FILE` and `flask db restore FILE`."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from webapp import current
from webapp.services import backups
from webapp.services.backups import BackupRefused
from webapp.store import schema

commands = AppGroup("db")


@commands.command("upgrade")
def upgrade() -> None:
    """Bring the schema to this release; does nothing when it is there already."""
    click.echo(f"database is at revision {schema.upgrade(current.database())}")


@commands.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write a copy of the database to FILE while the site goes on serving."""
    try:
        size = backups.backup(current.database(), file)
    except BackupRefused as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(f"{file}: {size:,} bytes")


@commands.command("restore")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.confirmation_option(prompt="Replace everything in the database?")
def restore(file: Path) -> None:
    """Replace the database with the copy in FILE."""
    try:
        backups.restore(current.database(), file)
    except BackupRefused as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(f"restored from {file}")
