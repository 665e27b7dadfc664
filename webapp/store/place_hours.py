"""Which hours the places of each area and district have, for counting what is open."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from webapp.domain.open_counts import SameHours
from webapp.store.remembered import remembered
from webapp.store.rows import AnySelect
from webapp.store.tables import venue_areas, venues

Groups = Mapping[SameHours, int]

_HOURS = (venues.c.hours_id, venues.c.ends_on)
_LISTED = venues.c.status == "listed"
_BY_DISTRICT = (
    select(venues.c.district_code.label("place"), *_HOURS, func.count().label("venues"))
    .where(_LISTED)
    .group_by(venues.c.district_code, *_HOURS)
)
_BY_AREA = (
    select(venue_areas.c.area_slug.label("place"), *_HOURS, func.count().label("venues"))
    .select_from(venue_areas.join(venues))
    .where(_LISTED)
    .group_by(venue_areas.c.area_slug, *_HOURS)
)


@remembered
def hours_by_district(connection: Connection) -> dict[str, Groups]:
    """Return how many listed venues share hours, for each district that has a venue."""
    return _grouped(connection, _BY_DISTRICT)


@remembered
def hours_by_area(connection: Connection) -> dict[str, Groups]:
    """Return how many listed venues share hours, for each area that has a venue."""
    return _grouped(connection, _BY_AREA)


def _grouped(connection: Connection, query: AnySelect) -> dict[str, Groups]:
    found: dict[str, dict[SameHours, int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.place, {})[SameHours(row.hours_id, row.ends_on)] = row.venues
    return dict(found)
