"""Queries for areas."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from geo.records import LatLng
from webapp.domain.faults import AreaMissing
from webapp.domain.text import LocalText
from webapp.store.place_counts import Counts, counts_by_area
from webapp.store.place_records import Area, AreaCard
from webapp.store.rows import AnyRow
from webapp.store.stations import stations_of_area
from webapp.store.tables import area_districts, areas, districts
from webapp.store.venue_records import PlaceLink

_DISTRICTS = (
    select(area_districts.c.area_slug, districts.c.code, districts.c.name_zh, districts.c.name_en)
    .join(districts)
    .order_by(districts.c.code)
)


def areas_in(
    connection: Connection, *, type_: str | None = None, district: str | None = None
) -> tuple[AreaCard, ...]:
    """Return the areas, best known first, of one type or touching one district when asked."""
    query = select(areas).order_by(areas.c.rank.desc(), areas.c.slug)
    if type_:
        query = query.where(areas.c.type == type_)
    if district:
        within = select(area_districts.c.area_slug).where(
            area_districts.c.district_code == district
        )
        query = query.where(areas.c.slug.in_(within))
    return _cards(connection, connection.execute(query).all())


def get_area(connection: Connection, slug: str) -> Area:
    """Return the area; raises `AreaMissing`."""
    row = connection.execute(select(areas).where(areas.c.slug == slug)).one_or_none()
    if row is None:
        raise AreaMissing(slug)
    return Area(
        card=_cards(connection, [row])[0],
        story=LocalText(row.story_zh, row.story_en),
        outline=row.outline,
        stations=stations_of_area(connection, slug),
        as_of=row.as_of,
        sources=tuple(row.sources.split()),
    )


def _cards(connection: Connection, rows: Sequence[AnyRow]) -> tuple[AreaCard, ...]:
    counts = counts_by_area(connection)
    within = _districts(connection)
    return tuple(
        _card(row, within.get(row.slug, ()), counts.get(row.slug, Counts())) for row in rows
    )


def _districts(connection: Connection) -> dict[str, tuple[PlaceLink, ...]]:
    found: dict[str, tuple[PlaceLink, ...]] = {}
    for row in connection.execute(_DISTRICTS):
        link = PlaceLink(row.code, LocalText(row.name_zh, row.name_en))
        found[row.area_slug] = (*found.get(row.area_slug, ()), link)
    return found


def _card(row: AnyRow, within: tuple[PlaceLink, ...], counts: Counts) -> AreaCard:
    hours = row.best_hours_zh and row.best_hours_en
    return AreaCard(
        slug=row.slug,
        type=row.type,
        name=LocalText(row.name_zh, row.name_en),
        best_hours=LocalText(row.best_hours_zh, row.best_hours_en) if hours else None,
        centre=LatLng(row.lat, row.lng),
        rank=row.rank,
        districts=within,
        venues=counts.venues,
        counts=counts.by_scenario,
    )
