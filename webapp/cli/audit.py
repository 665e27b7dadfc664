"""`flask audit verify`: whether the trail is as it was written."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from webapp import current
from webapp.domain.audit import check_chain
from webapp.store import audit as store

commands = AppGroup("audit")


@commands.command("verify")
@click.option("--anchor", help="NUMBER:HASH printed earlier; shows a trail cut off or rewritten.")
def verify(anchor: str | None) -> None:
    """Follow the chain of hashes, name the first broken row, and print the last hash."""
    noted = _read(anchor)
    with current.database().read() as connection:
        chain = check_chain(store.every_entry(connection), noted)
    if chain.broken:
        message = f"row {chain.broken.number} {chain.broken.reason}; {chain.length} rows hold"
        raise click.ClickException(message)
    click.echo(f"{chain.length} rows hold; anchor {chain.length}:{chain.last_hash}")


def _read(anchor: str | None) -> tuple[int, str] | None:
    if anchor is None:
        return None
    number, _, noted = anchor.partition(":")
    if not (number.isascii() and number.isdigit() and len(noted) == 64):
        raise click.ClickException("an anchor is NUMBER:HASH, as `audit verify` prints it")
    return int(number), noted
