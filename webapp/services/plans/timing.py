"""Times of a plan by the real ways: tables are made for many legs, ways for the one taken."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.domain.itineraries import Leg
from webapp.domain.planning.plan import Plan, Visit
from webapp.domain.planning.schedule import Step, begins_of
from webapp.services.plans.posing import Posed
from webapp.services.travel import Travel


@dataclass(frozen=True, slots=True)
class TimedVisit:
    """A visit with the way that leads to it; minutes as in `Visit`."""

    visit: Visit
    leg: Leg
    arrive_min: int
    begin_min: int
    leave_min: int


@dataclass(frozen=True, slots=True)
class Timed:
    """A plan by its real ways; `last` leads to the end, None where the plan ends at a stop."""

    visits: tuple[TimedVisit, ...]
    last: Leg | None
    leave_min: int
    end_min: int


def timed(posed: Posed, plan: Plan, travel: Travel) -> Timed | None:
    """Walk through the plan; None when a real way takes longer than the plan allows for.

    That happens only to those who wait for the first train of the day.
    """
    request, points = posed.request, posed.points
    here, now = 0, int(plan.leave_min)
    visits: list[TimedVisit] = []
    for visit in plan.visits:
        leaves = request.moment(now)
        leg = travel.leg(points[here], points[visit.place], request.walking, leaves)
        step = leg and _timed(posed, visit, leg, now)
        if not step:
            return None
        visits.append(step)
        here, now = visit.place, step.leave_min
    last = None
    if request.end is not None:
        last = travel.leg(points[here], request.end, request.walking, request.moment(now))
        if last is None or now + last.minutes > request.until_min:
            return None
        now += last.minutes
    return Timed(tuple(visits), last, int(plan.leave_min), now)


def _timed(posed: Posed, visit: Visit, leg: Leg, leaves_min: int) -> TimedVisit | None:
    """The visit as early as its opening allows; never later than planned."""
    arrive = leaves_min + leg.minutes
    planned = int(visit.begin_min)
    spans = begins_of(posed.problem, Step(visit.place, visit.meal))
    opens = next((first for first, last in spans if first <= planned <= last), planned)
    begin = max(arrive, opens)
    if begin > planned:
        return None
    stay_min = posed.problem.candidates[visit.place - 1].stay_min
    return TimedVisit(visit, leg, arrive, begin, begin + stay_min)
