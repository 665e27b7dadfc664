"""An itinerary from a start of one's own: each way as it is when one leaves, and so the times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from webapp.domain.itineraries import PACES, Leg, LegRide, timeline
from webapp.domain.openings import midnight
from webapp.services.itinerary_days import Start
from webapp.services.travel import Travel
from webapp.store.itinerary_records import Itinerary, ItineraryLeg, ItineraryRide
from webapp.store.lines import lines_in
from webapp.store.stations import stations_by_slug


def on_day(connection: Connection, travel: Travel, written: Itinerary, start: Start) -> Itinerary:
    """Return the itinerary from `start`; its `example_on` is that day.

    Where no way goes then, the usual one stays, so that there is something to warn of.
    """
    if start == Start(written.example_on, written.card.start_min):
        return written
    legs = _legs(connection, travel, written, start)
    stays = [stop.stay_min for stop in written.stops]
    plan = timeline(start.start_min, [_plain(leg) for leg in legs], stays)
    stops = tuple(
        replace(stop, arrive_min=visit.arrive_min)
        for stop, visit in zip(written.stops, plan.visits, strict=True)
    )
    card = replace(written.card, start_min=plan.start_min, end_min=plan.end_min, walk_m=plan.walk_m)
    return replace(written, card=card, stops=stops, legs=legs, example_on=start.on)


def _legs(
    connection: Connection, travel: Travel, written: Itinerary, start: Start
) -> tuple[ItineraryLeg, ...]:
    pace = PACES[written.card.legs]
    stops = written.stops
    points = [written.start.position, *(s.venue.position for s in stops), written.end.position]
    legs, now = [], start.start_min
    for number, usual in enumerate(written.legs):
        leaves = midnight(start.on) + timedelta(minutes=now)
        found = travel.leg(points[number], points[number + 1], pace, leaves)
        leg = usual if found in (None, _plain(usual)) else _record(connection, found)
        legs.append(leg)
        now += leg.minutes + (stops[number].stay_min if number < len(stops) else 0)
    return tuple(legs)


def _plain(leg: ItineraryLeg) -> Leg:
    rides = tuple(
        LegRide(ride.line.code, ride.start.slug, ride.end.slug, ride.stops, ride.minutes)
        for ride in leg.rides
    )
    return Leg(
        leg.mode, leg.minutes, leg.walk_m, leg.direction, leg.access_min, leg.egress_min, rides
    )


def _record(connection: Connection, leg: Leg) -> ItineraryLeg:
    """Return a leg with the lines and stations it names, for a page to show."""
    return ItineraryLeg(
        mode=leg.mode,
        minutes=leg.minutes,
        walk_m=leg.walk_m,
        access_min=leg.access_min,
        egress_min=leg.egress_min,
        direction=leg.direction,
        rides=tuple(_rides(connection, leg.rides)) if leg.rides else (),
    )


def _rides(connection: Connection, rides: tuple[LegRide, ...]) -> Iterable[ItineraryRide]:
    stations = stations_by_slug(connection, {end for r in rides for end in (r.start, r.end)})
    lines = {line.code: line for line in lines_in(connection)}
    for ride in rides:
        ends = stations[ride.start], stations[ride.end]
        yield ItineraryRide(lines[ride.line], *ends, ride.stops, ride.minutes)
