"""What a district's pack is made of, and the packs that are prepared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from webapp.store.tables import documents, itineraries, itinerary_stops, venue_access, venues
from webapp.store.venue_cards import cards_of
from webapp.store.venue_records import VenueCard

_LISTED = (venues.c.status == "listed") & (venues.c.district_code == bindparam("district"))
_BEST = (
    select(venues.c.id)
    .where(_LISTED)
    .order_by(venues.c.rank.desc(), venues.c.slug)
    .limit(bindparam("most"))
)
_COUNT = select(func.count()).select_from(venues).where(_LISTED)
_ACCESS = (
    select(venue_access.c.venue_id, venue_access.c.fact)
    .join(venues, venues.c.id == venue_access.c.venue_id)
    .where(_LISTED)
    .order_by(venue_access.c.venue_id, venue_access.c.fact)
)
_ENDS = select(venues.c.id, venues.c.ends_on).where(_LISTED, venues.c.ends_on.is_not(None))
_THROUGH = (
    select(itineraries.c.slug)
    .join(itinerary_stops, itinerary_stops.c.itinerary_slug == itineraries.c.slug)
    .join(venues, venues.c.id == itinerary_stops.c.venue_id)
    .where(_LISTED)
    .group_by(itineraries.c.slug, itineraries.c.rank)
    .order_by(itineraries.c.rank.desc(), itineraries.c.slug)
)
_SIZES = select(documents.c.key, func.length(documents.c.body).label("bytes")).where(
    documents.c.key.startswith("packs/")
)


@dataclass(frozen=True, slots=True)
class PackVenues:
    """The best known venues of a district, and what cards lack, by the venue's id.

    `total` counts all that are listed there.
    """

    cards: tuple[VenueCard, ...]
    access: Mapping[int, tuple[str, ...]]
    ends_on: Mapping[int, date]
    total: int


def pack_key(lang: str, district: str) -> str:
    """Return the key of a prepared pack among the documents."""
    return f"packs/{lang}/{district}.json"


def pack_venues(connection: Connection, district: str, most: int) -> PackVenues:
    """Return the `most` best known venues of a district."""
    asked = {"district": district}
    access: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(_ACCESS, asked):
        access[row.venue_id] = (*access.get(row.venue_id, ()), row.fact)
    return PackVenues(
        cards=cards_of(connection, _BEST.params(district=district, most=most)),
        access=access,
        ends_on={row.id: row.ends_on for row in connection.execute(_ENDS, asked)},
        total=connection.execute(_COUNT, asked).scalar_one(),
    )


def itineraries_through(connection: Connection, district: str) -> tuple[str, ...]:
    """Return the slugs of the itineraries that stop in a district, best known first."""
    return tuple(connection.execute(_THROUGH, {"district": district}).scalars())


def pack_sizes(connection: Connection) -> dict[str, int]:
    """Return the packed bytes of every prepared pack by its key."""
    return {row.key: row.bytes for row in connection.execute(_SIZES)}
