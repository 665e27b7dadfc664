"""Venues that content no longer lists: kept, so that their addresses can say so."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Connection, bindparam, select, update

from webapp.store.merging import Key
from webapp.store.tables import venues


def ids_by(connection: Connection, column: Column[Any]) -> dict[str, int]:
    """Return the id of each row by the value of a unique text column."""
    return dict(connection.execute(select(column, column.table.c.id)).all())


def listed_only(connection: Connection, keys: Collection[Key]) -> frozenset[Key]:
    """Return those of the slugs (as keys of one part) that are not retired yet."""
    rows = connection.execute(select(venues.c.slug).where(venues.c.status == "listed"))
    listed = {slug for (slug,) in rows}
    return frozenset(key for key in keys if key[0] in listed)


def retire_venues(connection: Connection, slugs: Collection[str]) -> None:
    """Mark venues as gone and let go of their hours text."""
    if slugs:
        statement = update(venues).where(venues.c.slug == bindparam("gone"))
        changed = statement.values(status="gone", hours_id=None, hours_basis=None)
        connection.execute(changed, [{"gone": slug} for slug in sorted(slugs)])
