"""Queries for sources."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from webapp.store.rows import AnyRow
from webapp.store.source_records import Source
from webapp.store.tables import sources, venue_sources

_ALL = select(sources).order_by(sources.c.id)
_OF_VENUE = (
    select(sources)
    .join(venue_sources)
    .where(venue_sources.c.venue_id == bindparam("venue_id"))
    .order_by(venue_sources.c.place)
)


def sources_in(connection: Connection) -> tuple[Source, ...]:
    """Return every source, by id."""
    return tuple(_source(row) for row in connection.execute(_ALL))


def sources_of_venue(connection: Connection, venue_id: int) -> tuple[Source, ...]:
    """Return the sources of one venue in the order its author gave."""
    return tuple(_source(row) for row in connection.execute(_OF_VENUE, {"venue_id": venue_id}))


def sources_named(connection: Connection, ids: str) -> tuple[Source, ...]:
    """Return the sources whose ids stand in `ids`, separated by a space, in that order."""
    known = {source.id: source for source in sources_in(connection)}
    return tuple(known[each] for each in ids.split())


def _source(row: AnyRow) -> Source:
    return Source(row.id, row.what, row.publisher, row.licence, row.date, row.address)
