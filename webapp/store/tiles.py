"""Prepared map tiles."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from webapp.store.tables import tiles

_TILE = select(tiles.c.body).where(
    tiles.c.z == bindparam("z"), tiles.c.x == bindparam("x"), tiles.c.y == bindparam("y")
)


def find_tile(connection: Connection, z: int, x: int, y: int) -> bytes | None:
    """Return the gzipped GeoJSON of one tile, None where there is no venue: one indexed look-up."""
    return connection.execute(_TILE, {"z": z, "x": x, "y": y}).scalar()
