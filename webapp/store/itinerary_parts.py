"""The stops, legs and rests of one itinerary."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, select

from webapp.domain.itineraries import Mode
from webapp.domain.text import LocalText
from webapp.store.itinerary_records import (
    ItineraryLeg,
    ItineraryRest,
    ItineraryRide,
    ItineraryStop,
)
from webapp.store.lines import lines_in
from webapp.store.rows import AnyRow, AnySelect
from webapp.store.stations import stations_by_slug
from webapp.store.tables import itinerary_legs, itinerary_rests, itinerary_rides, itinerary_stops
from webapp.store.venue_cards import cards_of


def stops_of(connection: Connection, slug: str) -> tuple[ItineraryStop, ...]:
    """Return the stops in order."""
    rows = connection.execute(_of(itinerary_stops, slug)).all()
    chosen = (
        select(itinerary_stops.c.venue_id)
        .where(itinerary_stops.c.itinerary_slug == slug)
        .order_by(itinerary_stops.c.place)
    )
    cards = cards_of(connection, chosen)
    return tuple(
        ItineraryStop(card, LocalText(row.why_zh, row.why_en), row.arrive_min, row.stay_min)
        for row, card in zip(rows, cards, strict=True)
    )


def legs_of(connection: Connection, slug: str) -> tuple[ItineraryLeg, ...]:
    """Return the legs in order, each with its rides."""
    rides = _rides(connection, slug)
    rows = connection.execute(_of(itinerary_legs, slug))
    return tuple(_leg(row, rides.get(row.place, ())) for row in rows)


def rests_of(connection: Connection, slug: str) -> tuple[ItineraryRest, ...]:
    """Return the rests in order."""
    return tuple(
        ItineraryRest(row.after_stop, LocalText(row.what_zh, row.what_en), row.source)
        for row in connection.execute(_of(itinerary_rests, slug))
    )


def _rides(connection: Connection, slug: str) -> dict[int, tuple[ItineraryRide, ...]]:
    rows = connection.execute(_of(itinerary_rides, slug)).all()
    stations = stations_by_slug(connection, _ends(rows))
    badges = {badge.code: badge for badge in lines_in(connection)}
    found: dict[int, tuple[ItineraryRide, ...]] = {}
    for row in rows:
        ride = ItineraryRide(
            line=badges[row.line_code],
            start=stations[row.from_station],
            end=stations[row.to_station],
            stops=row.stops,
            minutes=row.minutes,
        )
        found[row.leg] = (*found.get(row.leg, ()), ride)
    return found


def _ends(rows: Iterable[AnyRow]) -> set[str]:
    return {slug for row in rows for slug in (row.from_station, row.to_station)}


def _leg(row: AnyRow, rides: tuple[ItineraryRide, ...]) -> ItineraryLeg:
    return ItineraryLeg(
        mode=Mode(row.mode),
        minutes=row.minutes,
        walk_m=row.walk_m,
        access_min=row.access_min,
        egress_min=row.egress_min,
        direction=row.direction,
        rides=rides,
    )


def _of(table: Table, slug: str) -> AnySelect:
    return select(table).where(table.c.itinerary_slug == slug).order_by(*table.primary_key.columns)
