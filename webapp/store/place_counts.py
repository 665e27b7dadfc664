"""How many venues there are in each district and area, in all and per scenario."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from webapp.store.remembered import remembered
from webapp.store.rows import AnyRow, AnySelect
from webapp.store.tables import venue_areas, venue_scenarios, venues


@dataclass(slots=True)
class Counts:
    """`venues` counts each once; `by_scenario` counts it under every scenario it carries."""

    venues: int = 0
    by_scenario: dict[str, int] = field(default_factory=dict)


_LISTED = venues.c.status == "listed"
_DISTRICT_TOTALS = (
    select(venues.c.district_code.label("place"), func.count().label("venues"))
    .where(_LISTED)
    .group_by(venues.c.district_code)
)
_AREA_TOTALS = (
    select(venue_areas.c.area_slug.label("place"), func.count().label("venues"))
    .select_from(venue_areas.join(venues))
    .where(_LISTED)
    .group_by(venue_areas.c.area_slug)
)
_DISTRICT_SCENARIOS = (
    select(
        venues.c.district_code.label("place"),
        venue_scenarios.c.scenario,
        func.count().label("venues"),
    )
    .select_from(venues.join(venue_scenarios))
    .where(_LISTED)
    .group_by(venues.c.district_code, venue_scenarios.c.scenario)
)
_AREA_SCENARIOS = (
    select(
        venue_areas.c.area_slug.label("place"),
        venue_scenarios.c.scenario,
        func.count().label("venues"),
    )
    .select_from(
        venue_areas.join(venues).join(venue_scenarios, venue_scenarios.c.venue_id == venues.c.id)
    )
    .where(_LISTED)
    .group_by(venue_areas.c.area_slug, venue_scenarios.c.scenario)
)


@remembered
def counts_by_district(connection: Connection) -> dict[str, Counts]:
    """Return the counts of each district that has a venue."""
    return _counts(connection, _DISTRICT_TOTALS, _DISTRICT_SCENARIOS)


@remembered
def counts_by_area(connection: Connection) -> dict[str, Counts]:
    """Return the counts of each area that has a venue."""
    return _counts(connection, _AREA_TOTALS, _AREA_SCENARIOS)


def _counts(connection: Connection, totals: AnySelect, scenarios: AnySelect) -> dict[str, Counts]:
    counted = {row.place: Counts(row.venues) for row in connection.execute(totals)}
    _add_scenarios(counted, connection.execute(scenarios))
    return counted


def _add_scenarios(counted: dict[str, Counts], rows: Iterable[AnyRow]) -> None:
    for row in rows:
        counted[row.place].by_scenario[row.scenario] = row.venues
