"""Prepared map tiles."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from webapp.store.session import Database, DatabaseDown
from webapp.store.tables import tiles

TILE_TYPE = "application/geo+json"
EMPTY_TILE = gzip.compress(b'{"type":"FeatureCollection","features":[]}', mtime=0)

_TILE = select(tiles.c.body).where(
    tiles.c.z == bindparam("z"), tiles.c.x == bindparam("x"), tiles.c.y == bindparam("y")
)


def find_tile(connection: Connection, z: int, x: int, y: int) -> bytes | None:
    """Return the gzipped GeoJSON of one tile, None where there is no venue: one indexed look-up."""
    return connection.execute(_TILE, {"z": z, "x": x, "y": y}).scalar()


class TileReader:
    """Reads tiles past the query builder: the same statement, compiled once for the database."""

    def __init__(self, database: Database) -> None:
        """Compile the look-up; nothing is connected yet."""
        self.database = database
        self.sql = str(_TILE.compile(dialect=database.engine.dialect))
        self.fault = database.engine.dialect.loaded_dbapi.Error

    def find(self, z: int, x: int, y: int) -> bytes:
        """Return the gzipped GeoJSON of one tile, an empty one where there is no venue.

        Raises `DatabaseDown`, as every other query does.
        """
        try:
            body = self._read(z, x, y)
        except self.fault as fault:
            raise DatabaseDown(self.sql, (z, x, y), fault) from fault
        return EMPTY_TILE if body is None else bytes(body)

    def _read(self, z: int, x: int, y: int) -> bytes | None:
        connection = self.database.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(self.sql, self._parameters(z, x, y))
            row = cursor.fetchone()
            cursor.close()
        finally:
            connection.close()
        return None if row is None else row[0]

    def _parameters(self, z: int, x: int, y: int) -> Sequence[int] | dict[str, Any]:
        return (z, x, y) if self.database.is_sqlite else {"z": z, "x": x, "y": y}
