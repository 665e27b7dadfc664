"""Queries for itineraries."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, select

from webapp.domain.faults import ItineraryMissing
from webapp.domain.itineraries import Legs
from webapp.domain.text import LocalText
from webapp.store.itinerary_parts import legs_of, rests_of, stops_of
from webapp.store.itinerary_records import Itinerary, ItineraryCard
from webapp.store.programme_links import Scenarios, has_scenario, scenarios_by
from webapp.store.rows import AnyRow
from webapp.store.sources import sources_named
from webapp.store.stations import stations_by_slug
from webapp.store.tables import (
    itineraries,
    itinerary_scenarios,
    itinerary_stops,
    stations,
    venues,
)
from webapp.store.venue_records import PlaceLink

_start, _end = stations.alias("start"), stations.alias("end")
_STOPS = (
    select(func.count())
    .where(itinerary_stops.c.itinerary_slug == itineraries.c.slug)
    .scalar_subquery()
)
_CARDS = (
    select(
        itineraries,
        _STOPS.label("stops"),
        *(_start.c[f"name_{lang}"].label(f"start_{lang}") for lang in ("zh", "en")),
        *(_end.c[f"name_{lang}"].label(f"end_{lang}") for lang in ("zh", "en")),
    )
    .join(_start, _start.c.slug == itineraries.c.start_station)
    .join(_end, _end.c.slug == itineraries.c.end_station)
    .order_by(itineraries.c.rank.desc(), itineraries.c.slug)
)


def itineraries_in(
    connection: Connection, *, scenario: str | None = None, legs: str | None = None
) -> tuple[ItineraryCard, ...]:
    """Return the itineraries, best known first, of one scenario or one sort of legs when asked."""
    conditions = []
    if scenario:
        conditions.append(has_scenario(itineraries.c.slug, itinerary_scenarios, scenario))
    if legs:
        conditions.append(itineraries.c.legs == legs)
    return _cards(connection, *conditions)


def itineraries_of_venue(connection: Connection, slug: str) -> tuple[ItineraryCard, ...]:
    """Return the itineraries that stop at a venue, best known first."""
    through = select(itinerary_stops.c.itinerary_slug).join(venues).where(venues.c.slug == slug)
    return _cards(connection, itineraries.c.slug.in_(through))


def get_itinerary(connection: Connection, slug: str) -> Itinerary:
    """Return the itinerary; raises `ItineraryMissing`."""
    row = connection.execute(select(itineraries).where(itineraries.c.slug == slug)).one_or_none()
    if row is None:
        raise ItineraryMissing(slug)
    ends = stations_by_slug(connection, (row.start_station, row.end_station))
    return Itinerary(
        card=_cards(connection, itineraries.c.slug == slug)[0],
        example_on=row.example_on,
        start=ends[row.start_station],
        end=ends[row.end_station],
        stops=stops_of(connection, slug),
        legs=legs_of(connection, slug),
        rests=rests_of(connection, slug),
        rain=LocalText(row.rain_zh, row.rain_en),
        best_start=LocalText(row.best_start_zh, row.best_start_en),
        sources=sources_named(connection, row.sources),
        as_of=row.as_of,
    )


def _cards(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[ItineraryCard, ...]:
    scenarios = scenarios_by(connection, itinerary_scenarios)
    return tuple(_card(row, scenarios) for row in connection.execute(_CARDS.where(*conditions)))


def _card(row: AnyRow, scenarios: Scenarios) -> ItineraryCard:
    return ItineraryCard(
        slug=row.slug,
        name=LocalText(row.name_zh, row.name_en),
        scenarios=scenarios.get(row.slug, ()),
        legs=Legs(row.legs),
        story=LocalText(row.story_zh, row.story_en),
        weekdays=tuple(row.weekdays.split()),
        start=PlaceLink(row.start_station, LocalText(row.start_zh, row.start_en)),
        end=PlaceLink(row.end_station, LocalText(row.end_zh, row.end_en)),
        start_min=row.start_min,
        end_min=row.end_min,
        walk_m=row.walk_m,
        stops=row.stops,
        rank=row.rank,
    )
