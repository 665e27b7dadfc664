"""One of our itineraries as a plan of one's own: the planner with its stops, hours and stays."""

from __future__ import annotations

from datetime import timedelta

from webapp.domain.openings import midnight
from webapp.domain.outings import LEAST_STAY_MIN, MOST_STAY_MIN, VISITS
from webapp.pages.plan_addresses import planner_address
from webapp.services.plans.request import LONGEST_MIN, MOST_STOPS, Need, PlanRequest
from webapp.store.itinerary_records import Itinerary

SPARE_MIN = 60
"""The planner waits and walks a little differently: so much later it may end."""


def copy_address(found: Itinerary) -> str:
    """Return the planner with the stops of an itinerary on the day at hand, all of them fixed.

    Always at the usual pace: the benches and toilets that our routes for easy legs rely on are
    not in the planner, which would leave stops out for want of a rest.
    """
    start, end = found.card.start.slug, found.card.end.slug
    return planner_address(_request(found), start, end)


def _request(found: Itinerary) -> PlanRequest:
    card, stops = found.card, found.stops[:MOST_STOPS]
    day = midnight(found.example_on)
    until_min = min(card.end_min + SPARE_MIN, card.start_min + LONGEST_MIN)
    stays = ((stop.venue.slug, stop.stay_min) for stop in stops)
    return PlanRequest(
        start=found.start.position,
        begins=day + timedelta(minutes=card.start_min),
        ends=day + timedelta(minutes=until_min),
        needs=_needs(found),
        most_stops=max(1, sum(stop.venue.hours_text is not None for stop in stops)),
        end=found.end.position,
        row=tuple(stop.venue.slug for stop in stops),
        stays=tuple(each for each in stays if LEAST_STAY_MIN <= each[1] <= MOST_STAY_MIN),
    )


def _needs(found: Itinerary) -> frozenset[Need]:
    """In time for the last train; meals only where the itinerary has a place for one."""
    visits = (VISITS.get(stop.venue.kind) for stop in found.stops)
    eats = any(each is not None and each.eats for each in visits)
    return frozenset({Need.LAST_TRAIN} if eats else {Need.LAST_TRAIN, Need.NO_MEALS})
