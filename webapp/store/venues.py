"""Queries for venues: lists by filter, one by slug, the nearest, and counts."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, select

from geo.records import LatLng
from webapp.store.paging import Page
from webapp.store.rows import AnySelect
from webapp.store.tables import venue_scenarios, venues
from webapp.store.venue_cards import cards_of
from webapp.store.venue_conditions import conditions, origin_of, squared_distance
from webapp.store.venue_details import find_gone, get_venue
from webapp.store.venue_filter import Order, VenueFilter
from webapp.store.venue_order import order_of
from webapp.store.venue_records import Venue, VenueCard

__all__ = [
    "Order",
    "Page",
    "Venue",
    "VenueCard",
    "VenueFilter",
    "count_venues",
    "counts_by_kind",
    "counts_by_scenario",
    "find_gone",
    "get_venue",
    "nearby",
    "slugs_in",
    "venues_in",
]

NEARBY_RADII_M = (500, 2_000, 8_000, 200_000)
"""Radii tried in turn for the nearest venues; the last covers the municipality."""


def venues_in(
    connection: Connection, wanted: VenueFilter, page: int = 1, per_page: int = 20
) -> Page[VenueCard]:
    """Return one page of the venues that match; raises `StationMissing` for an unknown station."""
    origin = origin_of(connection, wanted)
    where = conditions(connection, wanted, origin)
    total = connection.execute(select(func.count()).select_from(venues).where(*where)).scalar_one()
    ids = select(venues.c.id).where(*where).order_by(*order_of(wanted, origin))
    chosen = ids.limit(per_page).offset((page - 1) * per_page)
    return Page(cards_of(connection, chosen, origin), total, page, per_page)


def nearby(
    connection: Connection, position: LatLng, limit: int, wanted: VenueFilter | None = None
) -> tuple[VenueCard, ...]:
    """Return the `limit` venues nearest to `position` that match `wanted`, nearest first."""
    cards: tuple[VenueCard, ...] = ()
    for radius_m in NEARBY_RADII_M:
        near = replace(wanted or VenueFilter(), near=position, within_m=radius_m)
        where = conditions(connection, near, position)
        ids = select(venues.c.id).where(*where)
        nearest = ids.order_by(squared_distance(position), venues.c.id).limit(limit)
        cards = cards_of(connection, nearest, position)
        if len(cards) == limit:
            break
    return cards


def count_venues(connection: Connection, wanted: VenueFilter | None = None) -> int:
    """Return how many venues match; without a filter, how many are listed."""
    found: int = connection.execute(_count(connection, wanted)).scalar_one()
    return found


def counts_by_scenario(connection: Connection, wanted: VenueFilter | None = None) -> dict[str, int]:
    """Return how many matching venues carry each scenario; one with two counts in both."""
    query = _count(connection, wanted, venue_scenarios.c.scenario).select_from(
        venues.join(venue_scenarios)
    )
    return dict(connection.execute(query).all())


def counts_by_kind(connection: Connection, wanted: VenueFilter | None = None) -> dict[str, int]:
    """Return how many matching venues there are of each kind."""
    return dict(connection.execute(_count(connection, wanted, venues.c.kind)).all())


def slugs_in(connection: Connection, wanted: VenueFilter, limit: int) -> tuple[str, ...]:
    """Return the slugs of at most `limit` matching venues, best known first."""
    where = conditions(connection, wanted, origin_of(connection, wanted))
    query = select(venues.c.slug).where(*where).order_by(venues.c.rank.desc(), venues.c.slug)
    return tuple(connection.execute(query.limit(limit)).scalars())


def _count(
    connection: Connection, wanted: VenueFilter | None, by: ColumnElement[str] | None = None
) -> AnySelect:
    chosen = wanted or VenueFilter()
    where = conditions(connection, chosen, origin_of(connection, chosen))
    if by is None:
        return select(func.count()).select_from(venues).where(*where)
    return select(by, func.count()).where(*where).group_by(by)
