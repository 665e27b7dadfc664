"""Where the map looks first: the district, area, station or point that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from geo.distance import bounds_within
from geo.records import Bounds, LatLng
from webapp import current
from webapp.store.areas import get_area
from webapp.store.districts import get_district
from webapp.store.stations import get_station
from webapp.store.venue_filter import VenueFilter

WALK_M = 1000


def focus_of(asked: VenueFilter) -> str:
    """`west,south,east,north` to show, empty for the map's own beginning."""
    bounds = asked.bbox or _point_focus(asked) or _outline_focus(asked)
    return ",".join(f"{degrees:.5f}" for degrees in bounds.as_bbox()) if bounds else ""


def _point_focus(asked: VenueFilter) -> Bounds | None:
    centre = asked.near
    if centre is None and asked.station:
        centre = get_station(current.connection(), asked.station).card.position
    return bounds_within(centre, asked.within_m or WALK_M) if centre else None


def _outline_focus(asked: VenueFilter) -> Bounds | None:
    connection = current.connection()
    if asked.area:
        return _bounds(get_area(connection, asked.area).outline)
    if asked.district:
        return _bounds(get_district(connection, asked.district).outline)
    return None


def _bounds(outline: str) -> Bounds:
    return Bounds.around(_points(orjson.loads(outline)["coordinates"]))


def _points(coordinates: list[Any]) -> Iterator[LatLng]:
    """The corners in a GeoJSON geometry of any depth."""
    if isinstance(coordinates[0], list):
        for part in coordinates:
            yield from _points(part)
    else:
        yield LatLng(coordinates[1], coordinates[0])
