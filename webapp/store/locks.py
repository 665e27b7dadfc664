"""One writer at a time, for what must be read and written in one go."""

from __future__ import annotations

from zlib import crc32

from sqlalchemy import Connection, text


def lock(connection: Connection, name: str) -> None:
    """Wait until no other transaction holds the lock `name`; it is given back at the end of ours.

    On SQLite a writing transaction (`Database.write`) is alone from its beginning.
    """
    if connection.dialect.name != "sqlite":
        key = crc32(name.encode())
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
