"""From a `VenueFilter` to SQL conditions."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, false, or_, select

from geo.distance import EARTH_RADIUS_M, bounds_within
from geo.records import LatLng
from webapp.domain.hours import State
from webapp.store.bounds import venues_inside
from webapp.store.hours import hours_ids_in
from webapp.store.positions import get_station_position
from webapp.store.tables import (
    line_stops,
    venue_access,
    venue_areas,
    venue_benefits,
    venue_scenarios,
    venue_stations,
    venue_tags,
    venues,
)
from webapp.store.venue_filter import VenueFilter

NEAR_STATION_M = 1000
"""How far, as the crow flies, a venue may be from a station or line it is listed under."""


def origin_of(connection: Connection, wanted: VenueFilter) -> LatLng | None:
    """Return the point distances count from; raises `StationMissing` for an unknown station."""
    if wanted.near is not None or wanted.station is None:
        return wanted.near
    return get_station_position(connection, wanted.station)


def conditions(
    connection: Connection, wanted: VenueFilter, origin: LatLng | None
) -> list[ColumnElement[bool]]:
    """Return what a venue must fulfil; `origin` as `origin_of` gives it."""
    return [
        venues.c.status == "listed",
        *_own_columns(wanted),
        *_links(wanted),
        *_position(connection, wanted, origin),
        *_time(connection, wanted),
    ]


def squared_distance(origin: LatLng) -> ColumnElement[float]:
    """Return the square of the distance from `origin` in metres, on a plane that fits one city.

    Plain arithmetic, so that both databases sort alike; within 0.1 % of the great circle at 20 km.
    """
    per_degree = radians(1) * EARTH_RADIUS_M
    north = (venues.c.lat - origin.lat) * per_degree
    east = (venues.c.lng - origin.lng) * (per_degree * cos(radians(origin.lat)))
    return north * north + east * east


def _own_columns(wanted: VenueFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.kind:
        yield venues.c.kind == wanted.kind
    if wanted.district:
        yield venues.c.district_code == wanted.district
    if wanted.text:
        yield _named(wanted.text)


def _named(text: str) -> ColumnElement[bool]:
    columns = (venues.c.name_zh, venues.c.name_en, venues.c.aliases)
    return or_(*(column.icontains(text, autoescape=True) for column in columns))


def _links(wanted: VenueFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.scenario:
        yield _has(venue_scenarios.c.scenario, wanted.scenario)
    if wanted.area:
        yield _has(venue_areas.c.area_slug, wanted.area)
    if wanted.benefit:
        yield _has(venue_benefits.c.benefit, wanted.benefit)
    if wanted.step_free:
        yield _has(venue_access.c.fact, "step-free")
    if wanted.line:
        yield _near_line(wanted.line)
    for tag in wanted.tags:
        yield _has(venue_tags.c.tag, tag)


def _has(column: Column[Any], value: str) -> ColumnElement[bool]:
    link = column.table
    return venues.c.id.in_(select(link.c.venue_id).where(column == value))


def _near_line(code: str) -> ColumnElement[bool]:
    stops = select(line_stops.c.station_slug).where(line_stops.c.line_code == code)
    near = select(venue_stations.c.venue_id).where(
        venue_stations.c.station_slug.in_(stops), venue_stations.c.distance_m <= NEAR_STATION_M
    )
    return venues.c.id.in_(near)


def _position(
    connection: Connection, wanted: VenueFilter, origin: LatLng | None
) -> Iterator[ColumnElement[bool]]:
    if wanted.bbox:
        yield venues_inside(connection, wanted.bbox)
    within_m = wanted.within_m or (NEAR_STATION_M if wanted.station else None)
    if origin and within_m:
        yield venues_inside(connection, bounds_within(origin, within_m))
        yield squared_distance(origin) <= within_m * within_m


def _time(connection: Connection, wanted: VenueFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.at is None:
        return
    yield or_(venues.c.ends_on.is_(None), venues.c.ends_on >= wanted.at.date())
    if wanted.state is not None:
        ids = hours_ids_in(connection, wanted.state, wanted.at)
        known = venues.c.hours_id.in_(ids) if ids else false()
        yield or_(venues.c.hours_id.is_(None), known) if wanted.state is State.UNKNOWN else known
