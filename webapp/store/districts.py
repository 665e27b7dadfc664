"""Queries for districts."""

from __future__ import annotations

from sqlalchemy import Connection, select

from geo.records import LatLng
from webapp.domain.faults import DistrictMissing
from webapp.domain.text import LocalText
from webapp.store.place_counts import Counts, counts_by_district
from webapp.store.place_records import District
from webapp.store.rows import AnyRow
from webapp.store.tables import districts

_ALL = select(districts).order_by(districts.c.code)


def districts_in(connection: Connection) -> tuple[District, ...]:
    """Return the districts by code, each with its venues counted."""
    counts = counts_by_district(connection)
    return tuple(_district(row, counts.get(row.code, Counts())) for row in connection.execute(_ALL))


def get_district(connection: Connection, code: str) -> District:
    """Return the district; raises `DistrictMissing`."""
    row = connection.execute(select(districts).where(districts.c.code == code)).one_or_none()
    if row is None:
        raise DistrictMissing(code)
    return _district(row, counts_by_district(connection).get(code, Counts()))


def _district(row: AnyRow, counts: Counts) -> District:
    office = LocalText(row.office_zh, row.office_en) if row.office_zh and row.office_en else None
    return District(
        code=row.code,
        name=LocalText(row.name_zh, row.name_en),
        office=office,
        centre=LatLng(row.lat, row.lng),
        outline=row.outline,
        venues=counts.venues,
        counts=counts.by_scenario,
    )
