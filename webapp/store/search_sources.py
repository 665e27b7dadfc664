"""What the index of search is made from: every noun's rows, and the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, select

from webapp.store import tables as t
from webapp.store.rows import AnyRow, AnySelect

VENUES = select(
    t.venues.c.id,
    t.venues.c.slug,
    t.venues.c.name_zh,
    t.venues.c.name_en,
    t.venues.c.aliases,
    t.venues.c.scenario,
    t.venues.c.kind,
    t.venues.c.district_code,
    t.venues.c.lat,
    t.venues.c.lng,
    t.venues.c.address_zh,
    t.venues.c.address_en,
    t.venues.c.summary_zh,
    t.venues.c.summary_en,
    t.venues.c.hours_id,
    t.venues.c.rank,
).where(t.venues.c.status == "listed")
AREAS = select(
    t.areas.c.slug,
    t.areas.c.name_zh,
    t.areas.c.name_en,
    t.areas.c.type,
    t.areas.c.lat,
    t.areas.c.lng,
    t.areas.c.rank,
)
DISTRICTS = select(
    t.districts.c.code,
    t.districts.c.name_zh,
    t.districts.c.name_en,
    t.districts.c.lat,
    t.districts.c.lng,
)
STATIONS = select(t.stations)
LINES = select(t.lines.c.code, t.lines.c.name_zh, t.lines.c.name_en)
ITINERARIES = select(
    t.itineraries.c.slug, t.itineraries.c.name_zh, t.itineraries.c.name_en, t.itineraries.c.rank
)
EVENTS = select(
    t.events.c.slug,
    t.events.c.name_zh,
    t.events.c.name_en,
    t.events.c.kind,
    t.events.c.district_code,
    t.events.c.place_zh,
    t.events.c.place_en,
    t.events.c.summary_zh,
    t.events.c.summary_en,
    t.events.c.rank,
)
BENEFITS = select(
    t.benefits.c.slug,
    t.benefits.c.name_zh,
    t.benefits.c.name_en,
    t.benefits.c.kind,
    t.benefits.c.what_zh,
    t.benefits.c.what_en,
)
# A venue answers to the names of stations so near that people say "at" them.
NEAR_WALK_MIN = 12
NEAREST = 3
VENUE_STATIONS = select(t.venue_stations.c.venue_id, t.venue_stations.c.station_slug).where(
    t.venue_stations.c.place < NEAREST, t.venue_stations.c.walk_min <= NEAR_WALK_MIN
)


def rows_of(connection: Connection, query: AnySelect) -> Sequence[AnyRow]:
    """Return all rows of one of the queries above."""
    return connection.execute(query).all()


def links(
    connection: Connection, owner: Column[Any], target: Column[Any]
) -> Mapping[Any, list[Any]]:
    """Return what each owner is linked to, by the two columns of a table of links."""
    return grouped(connection, select(owner, target))


def grouped(connection: Connection, query: AnySelect) -> Mapping[Any, list[Any]]:
    """Return the second column of a query by the first."""
    found: defaultdict[Any, list[Any]] = defaultdict(list)
    for owner, target in connection.execute(query).all():
        found[owner].append(target)
    return found
