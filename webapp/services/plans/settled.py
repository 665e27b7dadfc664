"""A plan whose stops are settled, as it goes now: no search, so that it stays the plan it was."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from webapp.domain.itineraries import Leg
from webapp.domain.planning.explain import left_out
from webapp.domain.planning.plan import Plan, Visit, Why
from webapp.domain.planning.schedule import Schedule, Step
from webapp.services.plans.planning import route_of
from webapp.services.plans.pool import named_pool
from webapp.services.plans.posing import Posed, pose
from webapp.services.plans.route import PlannedRoute
from webapp.services.plans.stored import PlanBody, SavedStop
from webapp.services.plans.timing import Timed, TimedVisit
from webapp.services.travel import Travel

Visits = tuple[TimedVisit, ...]


def settled_outing(connection: Connection, travel: Travel, body: PlanBody) -> PlannedRoute:
    """Return the saved stops in their order with the times they have now.

    While nothing has changed since it was saved, it is the route that was saved. A stop that
    cannot be visited any more is left out, and the route says why.
    """
    pool = named_pool(connection, body.request)
    posed = pose(body.request, pool, travel)
    times = _Walk(body, posed, travel).times()
    plan = _plan(posed, times)
    return route_of(connection, travel, pool, (posed, plan, times), with_others=False)


class _Walk:
    """Walks through the saved stops by the real ways."""

    def __init__(self, body: PlanBody, posed: Posed, travel: Travel) -> None:
        self._body, self._posed, self._travel = body, posed, travel
        self._request, self._points = posed.request, posed.points
        self._spans = Schedule(posed.problem).begins
        slugs = [place.candidate.slug for place in posed.places]
        self._numbers = {slug: number for number, slug in enumerate(slugs, start=1)}

    def times(self) -> Timed:
        """All stops that can be had; the last ones are given up when the end would be too late."""
        stops = [stop for stop in self._body.stops if stop.slug in self._numbers]
        while stops:
            found = self._ended(self._visits(tuple(stops)))
            if found is not None:
                return found
            stops.pop()
        leave = self._request.from_min
        return Timed((), None, leave, leave)

    def _visits(self, stops: tuple[SavedStop, ...]) -> tuple[int, Visits]:
        """When one leaves, and the visits that are possible one after the other."""
        leave_min = self._leave_min(stops[0])
        found: list[TimedVisit] = []
        here, now = 0, leave_min
        for stop in stops:
            visit = self._visit(stop, here, now)
            if visit is not None:
                found.append(visit)
                here, now = visit.visit.place, visit.leave_min
        return leave_min, tuple(found)

    def _leave_min(self, first: SavedStop) -> int:
        """As saved; another first stop is set out for as late as its opening allows."""
        if first is self._body.stops[0]:
            return self._body.leave_min
        visit = self._visit(first, 0, self._request.from_min)
        later = visit.begin_min - visit.leg.minutes if visit else self._request.from_min
        on_time = self._visit(first, 0, later)
        is_good = visit and on_time and on_time.begin_min == visit.begin_min
        return later if is_good else self._request.from_min

    def _visit(self, stop: SavedStop, here: int, now: int) -> TimedVisit | None:
        place = self._numbers[stop.slug]
        leg = self._leg(here, place, now)
        if leg is None:
            return None
        arrive = now + leg.minutes
        begins = list(self._begins(Step(place, stop.meal), stop.arrive_min, arrive))
        if not begins:
            return None
        leave = begins[0] + self._posed.problem.candidates[place - 1].stay_min
        visit = Visit(stop.slug, place, arrive, begins[0], leave, Why.WANTED, stop.meal)
        return TimedVisit(visit, leg, arrive, begins[0], leave)

    def _begins(self, step: Step, planned: int, arrive: int) -> Iterator[int]:
        """When a visit can begin: within the opening it was planned for, else in a later one."""
        spans = self._spans.get(step) or self._spans.get(Step(step.place)) or ()
        within = [(first, last) for first, last in spans if first <= planned <= last]
        for first, last in (*within, *spans):
            if max(first, arrive) <= last:
                yield max(first, arrive)

    def _ended(self, walked: tuple[int, Visits]) -> Timed | None:
        """The same with the way to the end; None when that is too late, or nothing is left."""
        leave_min, visits = walked
        if not visits:
            return None
        now = visits[-1].leave_min
        if self._request.end is None:
            return Timed(visits, None, leave_min, now) if self._is_in_time(now) else None
        last = self._leg(visits[-1].visit.place, len(self._points) - 1, now)
        if last is None or not self._is_in_time(now + last.minutes):
            return None
        return Timed(visits, last, leave_min, now + last.minutes)

    def _is_in_time(self, minute: int) -> bool:
        return minute <= self._request.until_min

    def _leg(self, here: int, there: int, now: int) -> Leg | None:
        start, end = self._points[here], self._points[there]
        return self._travel.leg(start, end, self._request.walking, self._request.moment(now))


def _plan(posed: Posed, times: Timed) -> Plan:
    """The walk as a plan; meals that were missed are not told again."""
    problem = posed.problem
    visits = tuple(each.visit for each in times.visits)
    steps = tuple(Step(visit.place, visit.meal) for visit in visits)
    return Plan(
        visits=visits,
        leave_min=times.leave_min,
        end_min=times.end_min,
        worth=0,
        travel_min=sum(each.leg.minutes for each in times.visits),
        walk_m=sum(each.leg.walk_m for each in times.visits),
        proved=False,
        left_out=left_out(problem, Schedule(problem), steps),
    )
