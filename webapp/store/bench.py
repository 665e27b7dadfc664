"""Writing generated venues, fast, beside the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from sqlalchemy import Connection, delete, func, insert, select, text

from geo.records import LatLng
from webapp.store import tables
from webapp.store.bulk import insert_many
from webapp.store.retirement import ids_by

SOURCE_ID = "generated"
SLUG_PREFIX = "bench-"


class BenchStore:
    """The tables that generated venues fill, over one connection."""

    COLUMNS: ClassVar[dict[str, tuple[str, ...]]] = {
        "venues": (
            *("id", "slug", "status", "name_zh", "name_en", "sort_zh", "sort_en", "aliases"),
            *("scenario", "kind", "district_code"),
            *("lat", "lng", "position_source", "position_precision"),
            *("address_zh", "address_en", "summary_zh", "summary_en"),
            *("description_zh", "description_en", "hours_id", "hours_basis", "rank", "as_of"),
        ),
        "venue_scenarios": ("venue_id", "scenario", "place"),
        "venue_sources": ("venue_id", "source_id", "place"),
        "venue_facts": ("venue_id", "fact", "value", "basis", "source", "as_of"),
        "venue_access": ("venue_id", "fact", "source", "as_of"),
        "venue_stations": ("venue_id", "place", "station_slug", "distance_m", "walk_min"),
    }

    def __init__(self, connection: Connection) -> None:
        """Write on `connection`, in its transaction."""
        self._connection = connection

    def clear(self) -> None:
        """Delete the venues generated before, with everything that belongs to them."""
        generated = tables.venues.c.slug.startswith(SLUG_PREFIX)
        self._connection.execute(delete(tables.venues).where(generated))

    def add_source(self) -> None:
        """Make sure that the source of generated facts exists."""
        known = select(tables.sources.c.id).where(tables.sources.c.id == SOURCE_ID)
        if self._connection.execute(known).first() is None:
            cells = dict.fromkeys(("what", "publisher", "licence", "date", "address"), SOURCE_ID)
            self._connection.execute(insert(tables.sources).values(id=SOURCE_ID, **cells))

    def hours_ids(self, texts: set[str]) -> dict[str, int]:
        """Return the id of each hours text, new ones added."""
        known = ids_by(self._connection, tables.hours.c.text)
        new = [{"text": each} for each in sorted(texts - known.keys())]
        if new:
            self._connection.execute(insert(tables.hours), new)
        return ids_by(self._connection, tables.hours.c.text)

    def next_venue_id(self) -> int:
        """Return the first id that is free."""
        highest = self._connection.execute(select(func.max(tables.venues.c.id))).scalar()
        return (highest or 0) + 1

    def district_codes(self) -> set[str]:
        """Return the codes of the districts."""
        return set(self._connection.execute(select(tables.districts.c.code)).scalars())

    def stations(self) -> list[tuple[str, LatLng]]:
        """Return slug and position of each station."""
        columns = tables.stations.c
        rows = self._connection.execute(select(columns.slug, columns.lat, columns.lng))
        return [(row.slug, LatLng(row.lat, row.lng)) for row in rows]

    def add(self, table: str, rows: Iterable[Sequence[Any]]) -> int:
        """Insert rows in the order of `COLUMNS[table]`; returns how many."""
        found = tables.metadata.tables[table]
        return insert_many(self._connection, found, self.COLUMNS[table], rows)

    def analyze(self) -> None:
        """Let the database count, so that it plans queries for the new size."""
        self._connection.execute(text("ANALYZE"))
