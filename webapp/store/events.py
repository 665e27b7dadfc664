"""Queries for events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from webapp.domain.events import Edition, Repeats
from webapp.domain.faults import EventMissing
from webapp.domain.text import LocalText
from webapp.store.event_records import Event, EventCard
from webapp.store.programme_links import (
    Scenarios,
    facts_of,
    has_scenario,
    priced,
    scenarios_by,
    sourced,
)
from webapp.store.rows import AnyRow
from webapp.store.sources import sources_named
from webapp.store.tables import (
    areas,
    districts,
    event_areas,
    event_dates,
    event_facts,
    event_months,
    event_scenarios,
    event_venues,
    events,
    venues,
)
from webapp.store.venue_cards import cards_of
from webapp.store.venue_records import PlaceLink, VenueCard

_CARDS = (
    select(
        events,
        districts.c.name_zh.label("district_zh"),
        districts.c.name_en.label("district_en"),
    )
    .select_from(events.outerjoin(districts))
    .order_by(events.c.rank.desc(), events.c.slug)
)


def events_in(
    connection: Connection,
    *,
    month: int | None = None,
    scenario: str | None = None,
    district: str | None = None,
    area: str | None = None,
) -> tuple[EventCard, ...]:
    """Return the events, best known first, restricted by what is given.

    `month` is 1 to 12; what happens weekly or monthly belongs to each. An event belongs to a
    district when it or one of its venues lies there, to an area when its author says so.
    """
    conditions = []
    if month:
        conditions.append(_linked(event_months, event_months.c.month == month))
    if scenario:
        conditions.append(has_scenario(events.c.slug, event_scenarios, scenario))
    if district:
        conditions.append(_in_district(district))
    if area:
        conditions.append(_linked(event_areas, event_areas.c.area_slug == area))
    return _cards(connection, conditions)


def events_of_venue(connection: Connection, slug: str) -> tuple[EventCard, ...]:
    """Return the events that take place at a venue, best known first."""
    number = select(venues.c.id).where(venues.c.slug == slug).scalar_subquery()
    return _cards(connection, [_linked(event_venues, event_venues.c.venue_id == number)])


def get_event(connection: Connection, slug: str) -> Event:
    """Return the event; raises `EventMissing`."""
    row = connection.execute(_CARDS.where(events.c.slug == slug)).one_or_none()
    if row is None:
        raise EventMissing(slug)
    facts = facts_of(connection, event_facts, slug)
    return Event(
        card=_cards(connection, [events.c.slug == slug])[0],
        description=LocalText(row.description_zh, row.description_en),
        hours=row.hours,
        venues=_venues(connection, slug),
        areas=_areas(connection, slug),
        website=sourced(facts.get("website")),
        price=priced(facts.get("price")),
        sources=sources_named(connection, row.sources),
        as_of=row.as_of,
    )


def _cards(
    connection: Connection, conditions: Sequence[ColumnElement[bool]]
) -> tuple[EventCard, ...]:
    scenarios = scenarios_by(connection, event_scenarios)
    editions, months = _editions(connection), _months(connection)
    rows = connection.execute(_CARDS.where(*conditions))
    return tuple(
        _card(row, scenarios, editions.get(row.slug, ()), months.get(row.slug, ())) for row in rows
    )


def _linked(link: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return events.c.slug.in_(select(link.c.event_slug).where(condition))


def _in_district(code: str) -> ColumnElement[bool]:
    there = select(event_venues.c.event_slug).join(venues).where(venues.c.district_code == code)
    return or_(events.c.district_code == code, events.c.slug.in_(there))


def _editions(connection: Connection) -> Mapping[str, tuple[Edition, ...]]:
    found: dict[str, tuple[Edition, ...]] = {}
    for row in connection.execute(select(event_dates).order_by(event_dates.c.start_on)):
        edition = Edition(row.start_on, row.end_on, row.source)
        found[row.event_slug] = (*found.get(row.event_slug, ()), edition)
    return found


def _months(connection: Connection) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for row in connection.execute(select(event_months).order_by(event_months.c.month)):
        found[row.event_slug] = (*found.get(row.event_slug, ()), row.month)
    return found


def _card(
    row: AnyRow, scenarios: Scenarios, editions: tuple[Edition, ...], months: tuple[int, ...]
) -> EventCard:
    district = None
    if row.district_code:
        district = PlaceLink(row.district_code, LocalText(row.district_zh, row.district_en))
    return EventCard(
        slug=row.slug,
        name=LocalText(row.name_zh, row.name_en),
        kind=row.kind,
        scenarios=scenarios.get(row.slug, ()),
        when=LocalText(row.when_zh, row.when_en),
        months=months,
        repeats=Repeats(row.repeats),
        editions=editions,
        district=district,
        place=LocalText(row.place_zh, row.place_en),
        summary=LocalText(row.summary_zh, row.summary_en),
        rank=row.rank,
    )


def _venues(connection: Connection, slug: str) -> tuple[VenueCard, ...]:
    chosen = (
        select(event_venues.c.venue_id)
        .where(event_venues.c.event_slug == slug)
        .order_by(event_venues.c.place)
    )
    return cards_of(connection, chosen)


def _areas(connection: Connection, slug: str) -> tuple[PlaceLink, ...]:
    query = (
        select(areas.c.slug, areas.c.name_zh, areas.c.name_en)
        .join(event_areas)
        .where(event_areas.c.event_slug == slug)
        .order_by(event_areas.c.place)
    )
    rows = connection.execute(query)
    return tuple(PlaceLink(row.slug, LocalText(row.name_zh, row.name_en)) for row in rows)
