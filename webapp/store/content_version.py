"""Which content the database holds."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select

from webapp.store.tables import content_version

EMPTY = "empty"
CONTENT_LOCK = 310_000
"""Any number no other lock uses; Shanghai's administrative code."""
_VERSION = select(content_version.c.data_version)


def data_version(connection: Connection) -> str:
    """Return the hash that changes whenever content changes, `empty` before the first sync."""
    return connection.execute(_VERSION).scalar() or EMPTY


def synced_at(connection: Connection) -> datetime | None:
    """Return when content was last written (UTC), None before the first sync."""
    stored = connection.execute(select(content_version.c.synced_at)).scalar()
    # SQLite keeps no zone: what was written was UTC.
    return stored.replace(tzinfo=UTC) if stored and stored.tzinfo is None else stored


def lock_content(connection: Connection) -> None:
    """Wait until no other process brings content in; held to the end of the transaction.

    On SQLite every writer already holds the one lock there is.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(CONTENT_LOCK)))


def set_version(connection: Connection, version: str, at: datetime) -> None:
    """Record that the database now holds `version`, written at `at` (aware)."""
    connection.execute(delete(content_version))
    connection.execute(
        insert(content_version).values(id=1, data_version=version, synced_at=at.astimezone(UTC))
    )
