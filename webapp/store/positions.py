"""Where named places are."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from geo.records import LatLng
from webapp.domain.faults import StationMissing
from webapp.store.tables import stations

_STATION = select(stations.c.lat, stations.c.lng).where(stations.c.slug == bindparam("slug"))


def get_station_position(connection: Connection, slug: str) -> LatLng:
    """Return the station's position (WGS-84); raises `StationMissing`."""
    row = connection.execute(_STATION, {"slug": slug}).one_or_none()
    if row is None:
        raise StationMissing(slug)
    return LatLng(row.lat, row.lng)
