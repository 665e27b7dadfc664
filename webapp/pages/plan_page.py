"""A plan as its page shows it: rows of the timeline, links of each stop, the map's route."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import orjson

from webapp import current
from webapp.domain.hours import status_of
from webapp.pages.itinerary_sketch import clock_of
from webapp.pages.leg_parts import LegPart, parts_of
from webapp.pages.origin import Origin
from webapp.pages.phrases import StateWords, state_words
from webapp.pages.plan_links import PlanActions, StopActions, plan_actions, stop_actions
from webapp.pages.plan_ways import Ends, dressed, plan_sketch, route_legs
from webapp.pages.plan_words import (
    HomeWords,
    cost_words,
    home_words,
    missed_meals_words,
    omission_words,
    shared_why_words,
    wait_words,
    why_words,
)
from webapp.pages.route_legs import Links, leg_links, map_ways
from webapp.pages.trains import StationTrains, trains_from
from webapp.services.plans.route import PlannedRoute, PlannedStop
from webapp.services.take_away.route import RouteLeg
from webapp.store.itinerary_records import ItineraryLeg
from webapp.store.venue_records import VenueCard


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A numbered stop with the way that leads to it and what one can do with it."""

    number: int
    venue: VenueCard
    arrives: str
    leaves: str
    arrives_at: datetime
    wait: str
    stay_min: int
    state: StateWords
    why: str
    is_locked: bool
    way: tuple[LegPart, ...]
    links: Links
    actions: StopActions | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A place that is not in the plan, and why; `venue` is None where we know none."""

    venue: VenueCard | None
    name: str
    why: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """All that is shown of a plan with stops; `route` is JSON for the map, `sketch` its drawing."""

    start: Origin
    end: Origin | None
    leaves: str
    ends: str
    rows: tuple[PlanRow, ...]
    way_home: tuple[LegPart, ...]
    links_home: Links
    home: HomeWords | None
    trains: StationTrains | None
    missed_meals: list[str]
    cost: str
    actions: PlanActions | None
    route: str
    sketch: str | None


def plan_page(planned: PlannedRoute, ends: Ends, *, is_shared: bool = False) -> PlanPage | None:
    """Put a plan into words; None for one without stops. A shared one has no links to change it."""
    if not planned.stops:
        return None
    legs, ways = tuple(map(dressed, planned.legs)), route_legs(planned, ends)
    links = leg_links(ways)
    rows = tuple(
        _row(planned, n, (legs[n], links[n]), is_shared) for n in range(len(planned.stops))
    )
    last = legs[-1] if len(legs) > len(rows) else None
    return PlanPage(
        start=ends[0],
        end=ends[1] if planned.request.end else None,
        leaves=clock_of(planned.leave_min),
        ends=clock_of(planned.end_min),
        rows=rows,
        way_home=parts_of(last, None) if last else (),
        links_home=links[-1] if last else (),
        home=home_words(planned),
        trains=_trains(planned),
        missed_meals=missed_meals_words(planned),
        cost=cost_words(planned),
        actions=None if is_shared else plan_actions(planned),
        route=_route(planned, ways),
        sketch=plan_sketch(planned, ends),
    )


def left_out_of(planned: PlannedRoute) -> tuple[LeftOut, ...]:
    """What was left out, named places first."""
    lang = current.lang()
    return tuple(
        LeftOut(
            each.venue,
            each.venue.name.in_(lang) if each.venue else each.slug,
            omission_words(planned, each),
            each.wanted,
        )
        for each in planned.omissions
    )


def _row(
    planned: PlannedRoute, number: int, way: tuple[ItineraryLeg, Links], is_shared: bool
) -> PlanRow:
    stop, (leg, links) = planned.stops[number], way
    begins_at = planned.request.moment(stop.begin_min)
    status = status_of(stop.venue.hours_text, stop.venue.hours_basis, begins_at)
    return PlanRow(
        number=number + 1,
        venue=stop.venue,
        arrives=clock_of(stop.begin_min),
        leaves=clock_of(stop.leave_min),
        arrives_at=begins_at,
        wait=wait_words(stop),
        stay_min=stop.stay_min,
        state=state_words(status, begins_at),
        why=shared_why_words(planned, stop) if is_shared else why_words(planned, stop),
        is_locked=stop.is_locked and not is_shared,
        way=parts_of(leg, None),
        links=links,
        actions=None if is_shared else stop_actions(planned, number),
    )


def _trains(planned: PlannedRoute) -> StationTrains | None:
    """The last trains of the station nearest to the last stop."""
    home = planned.home
    if home is None or not home.stations:
        return None
    nearest = home.stations[0]
    at = planned.request.moment(planned.stops[-1].leave_min + nearest.walk_min)
    return trains_from(nearest.slug, at)


def _route(planned: PlannedRoute, legs: tuple[RouteLeg, ...]) -> str:
    """Stops as [lat, lng] with number and name, ways as lists of [lat, lng] with their line."""
    lang = current.lang()
    stops = [_stop(stop, lang) for stop in planned.stops]
    return orjson.dumps({"stops": stops, "ways": map_ways(legs)}).decode()


def _stop(stop: PlannedStop, lang: str) -> dict[str, object]:
    at = stop.venue.position
    return {"at": [at.lat, at.lng], "name": stop.venue.name.in_(lang), "slug": stop.venue.slug}
