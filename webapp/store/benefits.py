"""Queries for benefits."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, select

from webapp.domain.faults import BenefitMissing
from webapp.domain.text import LocalText
from webapp.store.benefit_records import Benefit, BenefitCard
from webapp.store.programme_links import Scenarios, facts_of, has_scenario, scenarios_by, sourced
from webapp.store.rows import AnyRow
from webapp.store.sources import sources_named
from webapp.store.tables import benefit_facts, benefit_scenarios, benefits, venue_benefits, venues

_ACCEPTED = (
    select(func.count())
    .select_from(venue_benefits.join(venues))
    .where(venue_benefits.c.benefit == benefits.c.slug, venues.c.status == "listed")
    .scalar_subquery()
)
_CARDS = select(benefits, _ACCEPTED.label("venues")).order_by(benefits.c.place)


def benefits_in(connection: Connection, *, scenario: str | None = None) -> tuple[BenefitCard, ...]:
    """Return the benefits in their editorial order, of one scenario when asked."""
    if scenario is None:
        return _cards(connection)
    return _cards(connection, has_scenario(benefits.c.slug, benefit_scenarios, scenario))


def benefits_of_venue(connection: Connection, slug: str) -> tuple[BenefitCard, ...]:
    """Return the benefits a venue takes part in, in their editorial order."""
    accepted = select(venue_benefits.c.benefit).join(venues).where(venues.c.slug == slug)
    return _cards(connection, benefits.c.slug.in_(accepted))


def get_benefit(connection: Connection, slug: str) -> Benefit:
    """Return the benefit; raises `BenefitMissing`."""
    row = connection.execute(select(benefits).where(benefits.c.slug == slug)).one_or_none()
    if row is None:
        raise BenefitMissing(slug)
    facts = facts_of(connection, benefit_facts, slug)
    return Benefit(
        card=_cards(connection, benefits.c.slug == slug)[0],
        when=LocalText(row.when_zh, row.when_en),
        where=LocalText(row.where_zh, row.where_en),
        how=LocalText(row.how_zh, row.how_en),
        website=sourced(facts.get("website")),
        phone=sourced(facts.get("phone")),
        sources=sources_named(connection, row.sources),
        as_of=row.as_of,
    )


def _cards(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[BenefitCard, ...]:
    scenarios = scenarios_by(connection, benefit_scenarios)
    return tuple(_card(row, scenarios) for row in connection.execute(_CARDS.where(*conditions)))


def _card(row: AnyRow, scenarios: Scenarios) -> BenefitCard:
    return BenefitCard(
        slug=row.slug,
        name=LocalText(row.name_zh, row.name_en),
        kind=row.kind,
        scenarios=scenarios.get(row.slug, ()),
        who=LocalText(row.who_zh, row.who_en),
        what=LocalText(row.what_zh, row.what_en),
        authority=LocalText(row.authority_zh, row.authority_en),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        venues=row.venues,
    )
