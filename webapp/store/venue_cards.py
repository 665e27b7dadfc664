"""Rows into `VenueCard`s: one query for the rows, one each for scenarios and metro lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, bindparam, select

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.scenarios import Scenario
from webapp.domain.text import LocalText
from webapp.domain.venues import Precision
from webapp.store.lines import badges_of
from webapp.store.rows import AnyRow, AnySelect
from webapp.store.tables import (
    districts,
    hours,
    stations,
    venue_facts,
    venue_scenarios,
    venue_stations,
    venues,
)
from webapp.store.venue_records import LineBadge, NearStation, PlaceLink, VenueCard

_phone = venue_facts.alias("phone")
_nearest = venue_stations.alias("nearest")

CARD_COLUMNS = (
    *(
        venues.c[name]
        for name in ("id", "slug", "status", "name_zh", "name_en", "scenario", "kind")
    ),
    *(venues.c[name] for name in ("summary_zh", "summary_en", "address_zh", "address_en")),
    *(venues.c[name] for name in ("lat", "lng", "position_precision", "hours_id", "hours_basis")),
    *(venues.c[name] for name in ("rank", "as_of", "district_code")),
    districts.c.name_zh.label("district_zh"),
    districts.c.name_en.label("district_en"),
    hours.c.text.label("hours_text"),
    _phone.c.value.label("phone"),
    stations.c.slug.label("station_slug"),
    stations.c.name_zh.label("station_zh"),
    stations.c.name_en.label("station_en"),
    _nearest.c.distance_m.label("station_m"),
    _nearest.c.walk_min.label("station_min"),
)
CARD_TABLES = (
    venues.join(districts)
    .outerjoin(hours, hours.c.id == venues.c.hours_id)
    .outerjoin(_phone, and_(_phone.c.venue_id == venues.c.id, _phone.c.fact == "phone"))
    .outerjoin(_nearest, and_(_nearest.c.venue_id == venues.c.id, _nearest.c.place == 0))
    .outerjoin(stations, stations.c.slug == _nearest.c.station_slug)
)
_SCENARIOS = (
    select(venue_scenarios.c.venue_id, venue_scenarios.c.scenario)
    .where(venue_scenarios.c.venue_id.in_(bindparam("ids", expanding=True)))
    .order_by(venue_scenarios.c.venue_id, venue_scenarios.c.place)
)


_CARDS = (
    select(*CARD_COLUMNS)
    .select_from(CARD_TABLES)
    .where(venues.c.id.in_(bindparam("ids", expanding=True)))
)


def cards_of(
    connection: Connection, chosen: AnySelect, origin: LatLng | None = None
) -> tuple[VenueCard, ...]:
    """Return the cards of the venues whose ids `chosen` selects, in its order."""
    return cards_by_id(connection, list(connection.execute(chosen).scalars()), origin)


def cards_by_id(
    connection: Connection, ids: Sequence[int], origin: LatLng | None = None
) -> tuple[VenueCard, ...]:
    """Return the cards of the venues with these ids, in their order."""
    rows = {row.id: row for row in connection.execute(_CARDS, {"ids": ids})} if ids else {}
    return cards_from(connection, [rows[each] for each in ids], origin)


def cards_from(
    connection: Connection, rows: Sequence[AnyRow], origin: LatLng | None = None
) -> tuple[VenueCard, ...]:
    """Return the cards of `rows` in their order, with metres from `origin` when given."""
    scenarios = _scenarios_of(connection, [row.id for row in rows])
    badges = badges_of(connection, {row.station_slug for row in rows if row.station_slug})
    return tuple(_card(row, scenarios, badges, origin) for row in rows)


def _scenarios_of(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[Scenario, ...]]:
    found: dict[int, tuple[Scenario, ...]] = {}
    for row in connection.execute(_SCENARIOS, {"ids": list(ids)}):
        found[row.venue_id] = (*found.get(row.venue_id, ()), Scenario(row.scenario))
    return found


def _card(
    row: AnyRow,
    scenarios: dict[int, tuple[Scenario, ...]],
    badges: dict[str, tuple[LineBadge, ...]],
    origin: LatLng | None,
) -> VenueCard:
    position = LatLng(row.lat, row.lng)
    return VenueCard(
        id=row.id,
        slug=row.slug,
        name=LocalText(row.name_zh, row.name_en),
        summary=LocalText(row.summary_zh, row.summary_en),
        address=LocalText(row.address_zh, row.address_en),
        scenario=Scenario(row.scenario),
        scenarios=scenarios.get(row.id, (Scenario(row.scenario),)),
        kind=row.kind,
        district=PlaceLink(row.district_code, LocalText(row.district_zh, row.district_en)),
        position=position,
        precision=Precision(row.position_precision),
        hours_id=row.hours_id,
        hours_text=row.hours_text,
        hours_basis=row.hours_basis,
        phone=row.phone,
        rank=row.rank,
        as_of=row.as_of,
        station=_near_station(row, badges),
        distance_m=round(distance_m(origin, position)) if origin else None,
    )


def _near_station(row: AnyRow, badges: dict[str, tuple[LineBadge, ...]]) -> NearStation | None:
    if row.station_slug is None:
        return None
    return NearStation(
        slug=row.station_slug,
        name=LocalText(row.station_zh, row.station_en),
        lines=badges.get(row.station_slug, ()),
        distance_m=row.station_m,
        walk_min=row.station_min,
    )
