"""Events, benefits and itineraries into the store, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table

from webapp.services.content import itinerary_rows, programme_rows
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.changes import Changes, changes_of
from webapp.store import tables
from webapp.store.merging import Merge, merge_rows

# Of each noun its own table first, then those that belong to it.
NOUNS: tuple[tuple[tuple[Table, Any], ...], ...] = (
    (
        (tables.events, programme_rows.event_rows),
        (tables.event_dates, programme_rows.event_date_rows),
        (tables.event_months, programme_rows.event_month_rows),
        (tables.event_scenarios, programme_rows.event_scenario_rows),
        (tables.event_venues, programme_rows.event_venue_rows),
        (tables.event_areas, programme_rows.event_area_rows),
        (tables.event_facts, programme_rows.event_fact_rows),
    ),
    (
        (tables.benefits, programme_rows.benefit_rows),
        (tables.benefit_scenarios, programme_rows.benefit_scenario_rows),
        (tables.benefit_facts, programme_rows.benefit_fact_rows),
    ),
    (
        (tables.itineraries, itinerary_rows.itinerary_rows),
        (tables.itinerary_scenarios, itinerary_rows.itinerary_scenario_rows),
        (tables.itinerary_stops, itinerary_rows.stop_rows),
        (tables.itinerary_legs, itinerary_rows.leg_rows),
        (tables.itinerary_rides, itinerary_rows.ride_rows),
        (tables.itinerary_rests, itinerary_rows.rest_rows),
    ),
)


def merge_programmes(
    connection: Connection, catalogue: Catalogue, ids: Mapping[str, int]
) -> list[list[Merge]]:
    """Write what is new or changed; `ids` are venues' numbers by slug. Surplus rows stay for now.

    Returns the merges of each noun, its own table first.
    """
    return [
        [merge_rows(connection, table, make(catalogue, ids)) for table, make in noun]
        for noun in NOUNS
    ]


def changes_in(nouns: Iterable[list[Merge]]) -> list[Changes]:
    """Return what changed, noun by noun."""
    return [changes_of(own.table.name, own, links, {}) for own, *links in nouns]
