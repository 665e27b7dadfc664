"""The spatial index of venues behind one condition: R*Tree on SQLite, GiST on PostgreSQL.

Both are kept by the database itself (triggers; a generated column), so no writer can forget them.
"""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    and_,
    column,
    func,
    literal_column,
    select,
    table,
)

from geo.records import Bounds
from webapp.store.tables import venues

_rtree = table(
    "venue_bounds",
    column("id", Integer),
    column("min_lng", Float),
    column("max_lng", Float),
    column("min_lat", Float),
    column("max_lat", Float),
)


def venues_inside(connection: Connection, bounds: Bounds) -> ColumnElement[bool]:
    """Return the condition that a venue lies in `bounds`, edges included."""
    if connection.dialect.name == "sqlite":
        return and_(_in_rtree(bounds), _in_columns(bounds))
    return _in_geometry(bounds)


def _in_rtree(bounds: Bounds) -> ColumnElement[bool]:
    # The tree keeps 32-bit numbers rounded outwards: a metre too much, never too little.
    return venues.c.id.in_(
        select(_rtree.c.id).where(
            _rtree.c.max_lng >= bounds.west,
            _rtree.c.min_lng <= bounds.east,
            _rtree.c.max_lat >= bounds.south,
            _rtree.c.min_lat <= bounds.north,
        )
    )


def _in_columns(bounds: Bounds) -> ColumnElement[bool]:
    return and_(
        venues.c.lng.between(bounds.west, bounds.east),
        venues.c.lat.between(bounds.south, bounds.north),
    )


def _in_geometry(bounds: Bounds) -> ColumnElement[bool]:
    envelope = func.ST_MakeEnvelope(*bounds.as_bbox(), 4326)
    inside: ColumnElement[bool] = literal_column("venues.geometry").bool_op("&&")(envelope)
    return inside
