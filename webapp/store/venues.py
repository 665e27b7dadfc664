"""Queries for venues: lists by filter, one by slug, the nearest, and counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from sqlalchemy import Connection

from geo.records import LatLng
from webapp.store.paging import Page
from webapp.store.venue_cards import cards_by_id
from webapp.store.venue_counts import Counts, counts_of
from webapp.store.venue_details import find_gone, get_venue
from webapp.store.venue_filter import Order, VenueFilter
from webapp.store.venue_order import first_rows
from webapp.store.venue_records import Venue, VenueCard
from webapp.store.venue_selection import Selection, select_venues

__all__ = [
    "Counts",
    "Order",
    "Page",
    "Selection",
    "Venue",
    "VenueCard",
    "VenueFilter",
    "cards_in",
    "count_venues",
    "counts_by_kind",
    "counts_by_scenario",
    "counts_of",
    "find_gone",
    "get_venue",
    "nearby",
    "page_of",
    "select_venues",
    "slugs_in",
    "venues_in",
]


def venues_in(
    connection: Connection, wanted: VenueFilter, page: int = 1, per_page: int = 20
) -> Page[VenueCard]:
    """Return one page of the venues that match; raises `StationMissing` for an unknown station."""
    return page_of(connection, select_venues(connection, wanted), page, per_page)


def page_of(
    connection: Connection, selection: Selection, page: int = 1, per_page: int = 20
) -> Page[VenueCard]:
    """Return one page of venues already selected."""
    start = (page - 1) * per_page
    return Page(cards_in(connection, selection, start, per_page), selection.count(), page, per_page)


def cards_in(
    connection: Connection, selection: Selection, start: int, limit: int
) -> tuple[VenueCard, ...]:
    """Return at most `limit` venues of a selection, from place `start` (0 is the first)."""
    rows = first_rows(selection, start + limit)[start : start + limit]
    return cards_by_id(connection, selection.columns.ids[rows].tolist(), selection.origin)


def nearby(
    connection: Connection, position: LatLng, limit: int, wanted: VenueFilter | None = None
) -> tuple[VenueCard, ...]:
    """Return the `limit` venues nearest to `position` that match `wanted`, nearest first."""
    near = replace(wanted or VenueFilter(), near=position, order=Order.DISTANCE)
    return cards_in(connection, select_venues(connection, near), 0, limit)


def count_venues(connection: Connection, wanted: VenueFilter | None = None) -> int:
    """Return how many venues match; without a filter, how many are listed."""
    return select_venues(connection, wanted or VenueFilter()).count()


def counts_by_scenario(
    connection: Connection, wanted: VenueFilter | None = None
) -> Mapping[str, int]:
    """Return how many matching venues carry each scenario; one with two counts in both."""
    return _counts_by(connection, "scenario", wanted)


def counts_by_kind(connection: Connection, wanted: VenueFilter | None = None) -> Mapping[str, int]:
    """Return how many matching venues there are of each kind."""
    return _counts_by(connection, "kind", wanted)


def slugs_in(connection: Connection, wanted: VenueFilter) -> list[str]:
    """Return the slugs of all matching venues, best known first."""
    selection = select_venues(connection, wanted)
    columns = selection.columns
    rows = np.flatnonzero(selection.mask())
    order = np.lexsort((columns.slugs[rows], -columns.rank[rows]))
    return [slug.decode() for slug in columns.slugs[rows[order]].tolist()]


def _counts_by(connection: Connection, name: str, wanted: VenueFilter | None) -> Mapping[str, int]:
    selection = select_venues(connection, wanted or VenueFilter())
    counts = selection.columns.links[name].counts(selection.mask())
    return {value: count for value, count in counts.items() if count}
