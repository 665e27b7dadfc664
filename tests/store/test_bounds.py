"""The spatial index holds the venues as they are, and queries go through it."""

from __future__ import annotations

import random
from datetime import date

from sqlalchemy import Connection, delete, insert, select, text, update

from geo.records import Bounds
from webapp.store.bounds import venues_inside
from webapp.store.session import Database
from webapp.store.tables import districts, venues

NEW_YEAR = date(2026, 1, 1)
BOX = Bounds(121.40, 31.15, 121.50, 31.25)


def test_the_index_agrees_with_the_columns(database: Database):
    with database.write() as connection:
        fill(connection, 400)
        assert found(connection, BOX) == expected(connection, BOX)
        edge = next(iter(expected(connection, BOX).values()))
        point = Bounds(edge[1], edge[0], edge[1], edge[0])
        assert found(connection, point) == {
            key: place for key, place in expected(connection, BOX).items() if place == edge
        }


def test_the_index_follows_changes(database: Database):
    with database.write() as connection:
        fill(connection, 50)
        inside, other, *_ = expected(connection, BOX)
        connection.execute(update(venues).where(venues.c.id == inside).values(lat=30.9, lng=121.9))
        connection.execute(delete(venues).where(venues.c.id == other))
        assert not {inside, other} & found(connection, BOX).keys()
        assert inside in found(connection, Bounds(121.89, 30.89, 121.91, 30.91))


def test_queries_use_the_index(database: Database):
    with database.write() as connection:
        fill(connection, 2000)
        connection.execute(text("ANALYZE"))
        small = Bounds(121.470, 31.230, 121.471, 31.231)
        query = select(venues.c.id).where(venues_inside(connection, small))
        compiled = query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
        plan = str(connection.execute(text(f"{explain} {compiled}")).all())
    assert ("venue_bounds VIRTUAL TABLE INDEX" in plan) or ("ix_venues_geometry" in plan)


def fill(connection: Connection, count: int) -> None:
    chance = random.Random(7)
    connection.execute(insert(districts).values(code="310101", **blank(districts)))
    fixed = blank(venues) | {"district_code": "310101", "status": "listed"}
    del fixed["slug"]
    rows = [
        fixed
        | {
            "slug": f"v{number}",
            "lat": round(chance.uniform(31.0, 31.4), 6),
            "lng": round(chance.uniform(121.2, 121.8), 6),
        }
        for number in range(count)
    ]
    connection.execute(insert(venues), rows)


def blank(table) -> dict[str, object]:
    """Something for every column that needs a value."""
    values = {"TEXT": "-", "INTEGER": 1, "FLOAT": 0.0, "DATE": NEW_YEAR}
    return {
        column.name: values[str(column.type)]
        for column in table.columns
        if not column.nullable and column.name not in ("id", "code")
    }


def found(connection: Connection, bounds: Bounds) -> dict[int, tuple[float, float]]:
    query = select(venues.c.id, venues.c.lat, venues.c.lng)
    rows = connection.execute(query.where(venues_inside(connection, bounds)))
    return {row.id: (row.lat, row.lng) for row in rows}


def expected(connection: Connection, bounds: Bounds) -> dict[int, tuple[float, float]]:
    rows = connection.execute(select(venues.c.id, venues.c.lat, venues.c.lng))
    return {
        row.id: (row.lat, row.lng)
        for row in rows
        if bounds.south <= row.lat <= bounds.north and bounds.west <= row.lng <= bounds.east
    }
