"""The columns of all listed venues, read from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from geo.crossings import Barrier
from geo.records import LatLng
from webapp.domain.freshness import confirm_days_of
from webapp.store.plane import metres_from, walk_m
from webapp.store.river import on_foot, river_of
from webapp.store.rows import AnyRow, AnySelect
from webapp.store.tables import (
    line_stops,
    stations,
    venue_access,
    venue_areas,
    venue_benefits,
    venue_facts,
    venue_scenarios,
    venue_stations,
    venue_tags,
    venues,
)
from webapp.store.venue_columns import NEVER, Links, Numbers, Reach, VenueColumns, find_rows
from webapp.store.venue_filter import NEAR_STATION_M, WALKS_MIN

_VENUES = (
    select(
        *(venues.c[name] for name in ("id", "slug", "kind", "district_code", "lat", "lng", "rank")),
        *(venues.c[name] for name in ("as_of", "ends_on", "hours_id", "sort_zh", "sort_en")),
    )
    .where(venues.c.status == "listed")
    .order_by(venues.c.id)
)
_LINKS: dict[str, AnySelect] = {
    "scenario": select(venue_scenarios.c.venue_id, venue_scenarios.c.scenario),
    "area": select(venue_areas.c.venue_id, venue_areas.c.area_slug),
    "access": select(venue_access.c.venue_id, venue_access.c.fact),
    "benefit": select(venue_benefits.c.venue_id, venue_benefits.c.benefit),
    "tag": select(venue_tags.c.venue_id, venue_tags.c.tag),
    "price": select(venue_facts.c.venue_id, venue_facts.c.value).where(
        venue_facts.c.fact == "price"
    ),
    "line": (
        select(venue_stations.c.venue_id, line_stops.c.line_code)
        .join(line_stops, line_stops.c.station_slug == venue_stations.c.station_slug)
        .where(venue_stations.c.distance_m <= NEAR_STATION_M)
        .distinct()
    ),
}
_STATIONS = select(stations.c.slug, stations.c.lat, stations.c.lng).order_by(stations.c.slug)


def read_columns(connection: Connection) -> VenueColumns:
    """Return the columns of the venues the tables list now."""
    rows = connection.execute(_VENUES).all()
    ids = _numbers(row.id for row in rows)
    lat, lng = (np.array([row[name] for row in rows], np.float64) for name in (4, 5))
    hours_ids, hours = _hours(rows)
    places = [(row.slug, LatLng(row.lat, row.lng)) for row in connection.execute(_STATIONS)]
    return VenueColumns(
        ids=ids,
        slugs=np.array([row.slug.encode() for row in rows], np.bytes_),
        lat=lat,
        lng=lng,
        rank=_numbers(row.rank for row in rows),
        as_of=_numbers(row.as_of.toordinal() for row in rows),
        confirm_days=_numbers(confirm_days_of(row.kind) for row in rows),
        ends_on=_numbers(_ordinal(row.ends_on) for row in rows),
        hours=hours,
        hours_ids=hours_ids,
        by_zh=_places([row.sort_zh for row in rows]),
        by_en=_places([row.sort_en for row in rows]),
        links=dict(_all_links(connection, rows, ids)),
        reach=_reach(lat, lng, places, river_of(connection)),
    )


def _all_links(
    connection: Connection, rows: Sequence[AnyRow], ids: Numbers
) -> Iterator[tuple[str, Links]]:
    every = np.arange(len(rows))
    yield "kind", _links([row.kind for row in rows], every)
    yield "district", _links([row.district_code for row in rows], every)
    for name, query in _LINKS.items():
        pairs = connection.execute(query).all()
        found, is_listed = find_rows(ids, _numbers(pair[0] for pair in pairs))
        values = [pair[1] for pair, listed in zip(pairs, is_listed, strict=True) if listed]
        yield name, _links(values, found)


def _links(values: Sequence[str], rows: Numbers) -> Links:
    names = sorted(set(values))
    codes = {name: code for code, name in enumerate(names)}
    coded = _numbers(codes[value] for value in values)
    order = np.lexsort((rows, coded))
    return Links(tuple(names), _starts(coded[order], len(names)), rows[order])


def _reach(lat: Any, lng: Any, places: Sequence[tuple[str, LatLng]], river: Barrier) -> Reach:
    most = walk_m(max(WALKS_MIN))
    near: list[Numbers] = []
    metres = []
    for _, position in places:
        distances = metres_from(position, lat, lng)
        rows = np.flatnonzero(distances <= most)
        points = np.column_stack((lat[rows], lng[rows]))
        rows = rows[np.isfinite(on_foot(river, position, points, distances[rows]))]
        rows = rows[np.argsort(distances[rows], kind="stable")]
        near.append(rows)
        metres.append(distances[rows])
    starts = np.cumsum([0, *(len(rows) for rows in near)])
    links = Links(tuple(slug for slug, _ in places), starts, np.concatenate([*near, _numbers(())]))
    return Reach(links, np.concatenate([*metres, np.zeros(0)]))


def _hours(rows: Sequence[AnyRow]) -> tuple[Numbers, Numbers]:
    keys = sorted({row.hours_id for row in rows if row.hours_id is not None})
    places = {key: place for place, key in enumerate(keys)}
    return _numbers(keys), _numbers(places.get(row.hours_id, -1) for row in rows)


def _places(keys: Sequence[str]) -> Numbers:
    # Equal names follow each other by id: sorting is stable.
    order = sorted(range(len(keys)), key=keys.__getitem__)
    places = np.empty(len(keys), np.int64)
    places[order] = np.arange(len(keys))
    return places


def _starts(codes: Numbers, count: int) -> Numbers:
    starts: Numbers = np.searchsorted(codes, np.arange(count + 1))
    return starts


def _ordinal(day: date | None) -> int:
    return NEVER if day is None else day.toordinal()


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, np.int64)
