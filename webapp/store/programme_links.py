"""What events, benefits and itineraries have in common: scenarios and facts with a source."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Column, ColumnElement, Connection, Table, select

from webapp.domain.scenarios import Scenario
from webapp.domain.venues import PriceFact, SourcedFact
from webapp.store.rows import AnyRow

Scenarios = Mapping[str, tuple[Scenario, ...]]


def scenarios_by(connection: Connection, link: Table) -> Scenarios:
    """Return the scenarios of every entry of a link table by slug, the primary one first."""
    owner = _owner(link)
    found: dict[str, tuple[Scenario, ...]] = {}
    query = select(owner, link.c.scenario).order_by(owner, link.c.place)
    for slug, scenario in connection.execute(query):
        found[slug] = (*found.get(slug, ()), Scenario(scenario))
    return found


def has_scenario(key: Column[str], link: Table, scenario: str) -> ColumnElement[bool]:
    """Return the condition that the entry with `key` carries `scenario`, primary or not."""
    return key.in_(select(_owner(link)).where(link.c.scenario == scenario))


def facts_of(connection: Connection, table: Table, slug: str) -> dict[str, AnyRow]:
    """Return the facts of one entry by name."""
    rows = connection.execute(select(table).where(_owner(table) == slug))
    return {row.fact: row for row in rows}


def sourced(row: AnyRow | None) -> SourcedFact | None:
    """Return a fact as the domain knows it."""
    return SourcedFact(row.value, row.source, row.as_of, row.verified_by) if row else None


def priced(row: AnyRow | None) -> PriceFact | None:
    """Return a price level as the domain knows it."""
    return PriceFact(int(row.value), row.source, row.as_of, row.verified_by) if row else None


def _owner(table: Table) -> Column[str]:
    return next(iter(table.primary_key.columns))
