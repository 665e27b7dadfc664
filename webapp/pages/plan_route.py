"""A plan as the value that files and paper are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import url_for

from webapp import current
from webapp.domain.hours import status_of
from webapp.domain.text import LocalText
from webapp.pages.phrases import state_words
from webapp.pages.plan_ways import Ends, place_of, route_legs
from webapp.pages.plan_words import (
    home_words,
    missed_meals_words,
    shared_why_words,
    wait_words,
    why_words,
)
from webapp.services.plans.route import PlannedRoute, PlannedStop
from webapp.services.take_away.route import Place, RouteStop, TakeAwayRoute
from webapp.words import gettext as _

CREDIT = "© OpenStreetMap contributors (ODbL)"


@dataclass(frozen=True, slots=True)
class PlanTrip:
    """A plan to take along: `key` tells it from all others, `url` is the whole address of its page.

    `is_shared`: it is somebody's saved plan, and why they chose a stop is not ours to say.
    """

    planned: PlannedRoute
    ends: Ends
    title: LocalText
    key: str
    url: str
    changed_on: date
    is_shared: bool = False


def take_away_route(trip: PlanTrip) -> TakeAwayRoute:
    """Return the route of a plan that has stops, in the reader's language."""
    planned, (start, end) = trip.planned, trip.ends
    asked = planned.request
    on = asked.begins.date()
    return TakeAwayRoute(
        key=trip.key,
        file_name=f"plan-{on:%Y-%m-%d}",
        title=trip.title,
        story=estimate_words(),
        url=trip.url,
        on=on,
        begins=asked.moment(planned.leave_min),
        ends=asked.moment(planned.end_min),
        start=place_of(start),
        end=place_of(end) if end and asked.end else None,
        stops=tuple(_stop(trip, stop) for stop in planned.stops),
        legs=route_legs(planned, trip.ends),
        notes=tuple(_notes(planned)),
        credits=(CREDIT,),
        changed_on=trip.changed_on,
    )


def estimate_words() -> str:
    """What in a plan is an estimate."""
    return _(
        "Walking is the straight line × 1.3; metro times are averages. How long one stays is the "
        "usual for such a place. Hours on site take precedence."
    )


def _stop(trip: PlanTrip, stop: PlannedStop) -> RouteStop:
    card, asked = stop.venue, trip.planned.request
    arrives = asked.moment(stop.begin_min)
    state = state_words(status_of(card.hours_text, card.hours_basis, arrives), arrives)
    why = shared_why_words if trip.is_shared else why_words
    path = url_for("pages.venue", slug=card.slug, at=None)
    return RouteStop(
        key=card.slug,
        place=Place(card.name, card.position),
        address=card.address,
        arrive=arrives,
        leave=asked.moment(stop.leave_min),
        why=" ".join(filter(None, (why(trip.planned, stop), wait_words(stop)))),
        hours=f"{state.word} · {state.more}" if state.more else state.word,
        url=current.whole_address(path),
        scenario=card.scenario.value,
        phone=card.phone,
    )


def _notes(planned: PlannedRoute) -> list[str]:
    home = home_words(planned)
    said = [f"{home.lead} {home.more}"] if home else []
    return [*said, *missed_meals_words(planned)]
