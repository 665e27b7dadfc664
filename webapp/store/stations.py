"""Queries for metro stations."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import BindParameter, Connection, bindparam, select

from geo.records import LatLng
from webapp.domain.faults import StationMissing
from webapp.domain.text import LocalText
from webapp.domain.venues import Access, AccessFact
from webapp.store.lines import badges_of
from webapp.store.place_records import LastTrain, Station, StationCard
from webapp.store.rows import AnyRow
from webapp.store.tables import (
    area_stations,
    districts,
    last_trains,
    line_stops,
    lines,
    station_access,
    stations,
)
from webapp.store.venue_records import LineBadge, PlaceLink

_SLUG: BindParameter[str] = bindparam("slug")
_CARDS = select(
    stations,
    districts.c.name_zh.label("district_zh"),
    districts.c.name_en.label("district_en"),
).select_from(stations.outerjoin(districts))
_OF_AREA = (
    _CARDS.join(area_stations, area_stations.c.station_slug == stations.c.slug)
    .where(area_stations.c.area_slug == _SLUG)
    .order_by(area_stations.c.place)
)
_LAST_TRAINS = (
    select(last_trains, lines.c.color, lines.c.name_zh, lines.c.name_en)
    .join(lines)
    .where(last_trains.c.station_slug == _SLUG)
    .order_by(lines.c.place, last_trains.c.place, last_trains.c.departs_min)
)
_ACCESS = select(station_access).where(station_access.c.station_slug == _SLUG)


def stations_in(
    connection: Connection,
    *,
    line: str | None = None,
    district: str | None = None,
    lang: str = "zh",
) -> tuple[StationCard, ...]:
    """Return the stations by name in `lang`, of one line or one district when asked."""
    query = _CARDS.order_by(
        stations.c.sort_zh if lang == "zh" else stations.c.sort_en, stations.c.slug
    )
    if line:
        stops = select(line_stops.c.station_slug).where(line_stops.c.line_code == line)
        query = query.where(stations.c.slug.in_(stops))
    if district:
        query = query.where(stations.c.district_code == district)
    return _cards(connection, connection.execute(query).all())


def stations_of_area(connection: Connection, slug: str) -> tuple[StationCard, ...]:
    """Return the stations that serve an area, in the order its author gave."""
    return _cards(connection, connection.execute(_OF_AREA, {"slug": slug}).all())


def stations_by_slug(connection: Connection, slugs: Collection[str]) -> dict[str, StationCard]:
    """Return the stations with these slugs; one that does not exist is left out."""
    rows = connection.execute(_CARDS.where(stations.c.slug.in_(sorted(set(slugs))))).all()
    return {card.slug: card for card in _cards(connection, rows)}


def get_station(connection: Connection, slug: str) -> Station:
    """Return the station with its last trains; raises `StationMissing`."""
    rows = connection.execute(_CARDS.where(stations.c.slug == _SLUG), {"slug": slug}).all()
    if not rows:
        raise StationMissing(slug)
    return Station(
        card=_cards(connection, rows)[0],
        last_trains=last_trains_from(connection, slug),
        access=tuple(_access(row) for row in connection.execute(_ACCESS, {"slug": slug})),
    )


def last_trains_from(connection: Connection, slug: str) -> tuple[LastTrain, ...]:
    """Return the last departures of a station for every line, direction and day type."""
    return tuple(_last_train(row) for row in connection.execute(_LAST_TRAINS, {"slug": slug}))


def _cards(connection: Connection, rows: Sequence[AnyRow]) -> tuple[StationCard, ...]:
    badges = badges_of(connection, [row.slug for row in rows])
    return tuple(_card(row, badges.get(row.slug, ())) for row in rows)


def _card(row: AnyRow, badges: tuple[LineBadge, ...]) -> StationCard:
    district = None
    if row.district_code:
        district = PlaceLink(row.district_code, LocalText(row.district_zh, row.district_en))
    return StationCard(
        slug=row.slug,
        name=LocalText(row.name_zh, row.name_en),
        lines=badges,
        position=LatLng(row.lat, row.lng),
        district=district,
    )


def _last_train(row: AnyRow) -> LastTrain:
    return LastTrain(
        line=LineBadge(row.line_code, row.color, LocalText(row.name_zh, row.name_en)),
        towards=LocalText(row.towards_zh, row.towards_en),
        terminal=row.terminal_slug,
        day_type=row.day_type,
        departs_min=row.departs_min,
    )


def _access(row: AnyRow) -> AccessFact:
    return AccessFact(Access(row.fact), row.source, row.as_of, row.verified_by)
