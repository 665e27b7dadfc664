"""Itineraries can be walked: every stop open, a train home, legs that do not tire."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from webapp.domain.itineraries import PACES, Leg, Legs, Mode, Visit, longest_without_rest
from webapp.domain.openings import State, midnight
from webapp.domain.stays import state_during
from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.itinerary_entry import WEEKDAYS, ItineraryEntry
from webapp.services.content.itinerary_routes import Route, routes_of
from webapp.services.content.last_departures import LastDepartures
from webapp.services.content.venue_entry import VenueEntry

EASY_WALK_M = 3_000
REST_EVERY_MIN = 60
LONG_WALK_MIN = 40
"""Of an ordinary leg; whoever wants more is hiking."""


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield what cannot be done as written, on the example date and on each other weekday."""
    routes = routes_of(catalogue)
    venues = {placed.entry.slug: placed.entry for placed in catalogue.venues}
    trains = LastDepartures(catalogue)
    for placed in catalogue.itineraries:
        route = routes.get(placed.entry.slug)
        if route is None:
            continue  # it names an unknown place, which is told elsewhere
        stops = [venues[stop.venue] for stop in placed.entry.stops]
        yield from _unknown_hours(placed, stops)
        for on in _days(placed.entry):
            yield from _closed(placed, stops, route, on)
            yield from _stranded(placed, route, trains, on)
        yield from _tiring(placed, route)


def _days(entry: ItineraryEntry) -> Iterator[date]:
    """Yield the example date, and the next date after it of each other weekday."""
    for n in range(7):
        on = entry.day.example + timedelta(days=n)
        if n == 0 or WEEKDAYS[on.weekday()] in entry.day.weekdays:
            yield on


def _unknown_hours(
    placed: Placed[ItineraryEntry], stops: list[VenueEntry]
) -> Iterator[ContentFault]:
    for i, venue in enumerate(stops):
        if venue.hours is None:
            reason = f"the hours of {venue.slug} are not known"
            yield placed.origin.fault(reason, "stops", i, warning=True)


def _closed(
    placed: Placed[ItineraryEntry], stops: list[VenueEntry], route: Route, on: date
) -> Iterator[ContentFault]:
    for i, (venue, visit) in enumerate(zip(stops, route.plan.visits, strict=True)):
        if venue.hours is not None:
            state = _state(venue.hours.text, visit, on)
            if state is not State.OPEN:
                when = f"{_clock(visit.arrive_min)} to {_clock(visit.leave_min)} on {_day(on)}"
                word = "not surely open" if state is State.UNKNOWN else "not open"
                reason = f"{venue.slug} is {word} from {when}: {venue.hours.text}"
                yield placed.origin.fault(reason, "stops", i)


def _state(text: str, visit: Visit, on: date) -> State:
    start = midnight(on)
    ends = (start + timedelta(minutes=each) for each in (visit.arrive_min, visit.leave_min))
    return state_during(text, *ends)


def _stranded(
    placed: Placed[ItineraryEntry], route: Route, trains: LastDepartures, on: date
) -> Iterator[ContentFault]:
    """Yield trains that have left: from the end, and those that legs would take."""
    end, at = placed.entry.end.station, route.plan.end_min
    last = trains.last_from(end, on)
    if last is not None and at > last:
        reason = f"ends at {_clock(at)} on {_day(on)}, after the last train at {_clock(last)}"
        yield placed.origin.fault(reason, "end")
    for i, (leg, leaves) in enumerate(zip(route.legs, _departures(route), strict=True)):
        if leg.mode is Mode.METRO:
            late = _too_late(leg, leaves + leg.access_min, trains, on)
            if late:
                yield placed.origin.fault(late, *_leg_field(i, route))


def _too_late(leg: Leg, boards: int, trains: LastDepartures, on: date) -> str | None:
    """Say which train has left for one who is at the first station then."""
    first, end = leg.rides[0], leg.rides[-1].end
    train = f"line {first.line} from {first.start} at {_clock(boards)} on {_day(on)}"
    last = trains.last_from(first.start, on, first.line)
    if last is not None and boards > last:
        return f"takes {train}, after its last train at {_clock(last)}"
    until = trains.last_towards(first.start, end, on)
    if until is None or boards > until:
        by = "" if until is None else f", for which one has to be there by {_clock(until)}"
        return f"takes {train}, too late for {end}{by}"
    return None


def _departures(route: Route) -> list[int]:
    return [route.plan.start_min, *(visit.leave_min for visit in route.plan.visits)]


def _leg_field(number: int, route: Route) -> tuple[str | int, ...]:
    return ("stops", number) if number < len(route.plan.visits) else ("end",)


def _tiring(placed: Placed[ItineraryEntry], route: Route) -> Iterator[ContentFault]:
    is_easy = Legs(placed.entry.legs) is Legs.EASY
    most = PACES[Legs.EASY].longest_walk_min if is_easy else LONG_WALK_MIN
    for i, leg in enumerate(route.legs):
        if leg.longest_walk_min > most:
            reason = f"is reached by a walk of {leg.longest_walk_min} minutes, over {most}"
            yield placed.origin.fault(reason, *_leg_field(i, route))
    if is_easy:
        yield from _too_much_for_easy(placed, route)


def _too_much_for_easy(placed: Placed[ItineraryEntry], route: Route) -> Iterator[ContentFault]:
    if route.plan.walk_m > EASY_WALK_M:
        reason = f"has {route.plan.walk_m} m of walking, over {EASY_WALK_M}"
        yield placed.origin.fault(reason, "legs")
    rests = [rest.after_stop for rest in placed.entry.rests]
    known = [number for number in rests if number <= len(route.plan.visits)]
    longest = longest_without_rest(route.plan, known)
    if longest > REST_EVERY_MIN:
        reason = f"has {longest} minutes without a rest, over {REST_EVERY_MIN}"
        yield placed.origin.fault(reason, "rests" if rests else "legs")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _day(on: date) -> str:
    return f"{WEEKDAYS[on.weekday()]} {on}"
