"""Replacing the prepared map tiles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, delete, insert

from webapp.store.tables import tiles

ROWS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class StoredTile:
    """A tile and its gzipped GeoJSON."""

    z: int
    x: int
    y: int
    body: bytes


def replace_tiles(connection: Connection, stored: Iterable[StoredTile]) -> int:
    """Store these tiles instead of all others; returns how many they are."""
    connection.execute(delete(tiles))
    count = 0
    source = iter(stored)
    while part := list(islice(source, ROWS_AT_ONCE)):
        rows = [{"z": each.z, "x": each.x, "y": each.y, "body": each.body} for each in part]
        connection.execute(insert(tiles), rows)
        count += len(part)
    return count
