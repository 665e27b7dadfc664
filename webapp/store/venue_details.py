"""Everything about one venue."""

from __future__ import annotations

from sqlalchemy import BindParameter, Connection, Table, bindparam, select

from webapp.domain.faults import VenueGone, VenueMissing
from webapp.domain.text import LocalText
from webapp.domain.venues import Access, AccessFact, Basis, HoursFact, PriceFact, SourcedFact
from webapp.store.lines import badges_of
from webapp.store.rows import AnyRow
from webapp.store.sources import sources_of_venue
from webapp.store.tables import (
    areas,
    stations,
    venue_access,
    venue_areas,
    venue_benefits,
    venue_facts,
    venue_stations,
    venue_tags,
    venues,
)
from webapp.store.venue_cards import CARD_COLUMNS, CARD_TABLES, cards_from
from webapp.store.venue_records import NearStation, PlaceLink, Venue

_DETAIL_COLUMNS = (
    "aliases",
    "description_zh",
    "description_en",
    "directions_zh",
    "directions_en",
    "position_source",
    "ends_on",
)
_VENUE = (
    select(*CARD_COLUMNS, *(venues.c[name] for name in _DETAIL_COLUMNS))
    .select_from(CARD_TABLES)
    .where(venues.c.slug == bindparam("slug"))
)
_GONE = select(venues.c.name_zh, venues.c.name_en).where(
    venues.c.slug == bindparam("slug"), venues.c.status == "gone"
)
STATIONS_SHOWN = 3  # the table holds every station within 1 km
_ID: BindParameter[int] = bindparam("venue_id")
_FACTS = select(venue_facts).where(venue_facts.c.venue_id == _ID)
_ACCESS = select(venue_access).where(venue_access.c.venue_id == _ID).order_by(venue_access.c.fact)
_AREAS = (
    select(areas.c.slug, areas.c.name_zh, areas.c.name_en)
    .join(venue_areas)
    .where(venue_areas.c.venue_id == _ID)
    .order_by(areas.c.rank.desc(), areas.c.slug)
)
_STATIONS = (
    select(stations.c.slug, stations.c.name_zh, stations.c.name_en, venue_stations)
    .join(venue_stations)
    .where(venue_stations.c.venue_id == _ID)
    .order_by(venue_stations.c.place)
    .limit(STATIONS_SHOWN)
)


def get_venue(connection: Connection, slug: str) -> Venue:
    """Return the venue; raises `VenueGone` when it was retired, `VenueMissing` when never known."""
    row = connection.execute(_VENUE, {"slug": slug}).one_or_none()
    if row is None:
        raise VenueMissing(slug)
    if row.status == "gone":
        raise VenueGone(slug)
    return _venue(connection, row)


def find_gone(connection: Connection, slug: str) -> LocalText | None:
    """Return the name of a retired venue, None when `slug` is listed or was never known."""
    row = connection.execute(_GONE, {"slug": slug}).one_or_none()
    return LocalText(row.name_zh, row.name_en) if row else None


def _venue(connection: Connection, row: AnyRow) -> Venue:
    key = {"venue_id": row.id}
    facts = {each.fact: each for each in connection.execute(_FACTS, key)}
    (card,) = cards_from(connection, [row])
    return Venue(
        card=card,
        aliases=tuple(row.aliases.splitlines()),
        description=LocalText(row.description_zh, row.description_en),
        directions=_optional(row.directions_zh, row.directions_en),
        position_source=row.position_source,
        tags=_values(connection, venue_tags, "tag", row.id),
        benefits=_values(connection, venue_benefits, "benefit", row.id),
        areas=tuple(_link(each) for each in connection.execute(_AREAS, key)),
        stations=_stations(connection, row.id),
        hours=_hours(facts.get("hours")),
        phone=_sourced(facts.get("phone")),
        website=_sourced(facts.get("website")),
        price=_price(facts.get("price")),
        access=tuple(_access(each) for each in connection.execute(_ACCESS, key)),
        sources=sources_of_venue(connection, row.id),
        as_of=row.as_of,
        ends_on=row.ends_on,
    )


def _values(connection: Connection, link: Table, name: str, venue_id: int) -> tuple[str, ...]:
    query = select(link.c[name]).where(link.c.venue_id == _ID).order_by(link.c[name])
    return tuple(connection.execute(query, {"venue_id": venue_id}).scalars())


def _stations(connection: Connection, venue_id: int) -> tuple[NearStation, ...]:
    rows = connection.execute(_STATIONS, {"venue_id": venue_id}).all()
    badges = badges_of(connection, {row.slug for row in rows})
    return tuple(
        NearStation(
            slug=row.slug,
            name=LocalText(row.name_zh, row.name_en),
            lines=badges.get(row.slug, ()),
            distance_m=row.distance_m,
            walk_min=row.walk_min,
        )
        for row in rows
    )


def _link(row: AnyRow) -> PlaceLink:
    return PlaceLink(row.slug, LocalText(row.name_zh, row.name_en))


def _hours(row: AnyRow | None) -> HoursFact | None:
    if row is None:
        return None
    note = _optional(row.note_zh, row.note_en)
    return HoursFact(row.value, Basis(row.basis), row.source, row.as_of, row.verified_by, note)


def _sourced(row: AnyRow | None) -> SourcedFact | None:
    return SourcedFact(row.value, row.source, row.as_of, row.verified_by) if row else None


def _price(row: AnyRow | None) -> PriceFact | None:
    return PriceFact(int(row.value), row.source, row.as_of, row.verified_by) if row else None


def _access(row: AnyRow) -> AccessFact:
    return AccessFact(Access(row.fact), row.source, row.as_of, row.verified_by)


def _optional(zh: str | None, en: str | None) -> LocalText | None:
    return LocalText(zh, en) if zh and en else None
