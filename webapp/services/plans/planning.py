"""`plan_outing`: choose places, solve, time by real ways, and see that one gets home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice

from sqlalchemy import Connection

from webapp.domain.itineraries import Mode
from webapp.domain.planning.effort import Effort
from webapp.domain.planning.plan import LeftOut, Plan, Reason
from webapp.domain.planning.solver import solve
from webapp.services.plans.alternatives import alternatives
from webapp.services.plans.pool import Pool, pool_of
from webapp.services.plans.posing import Posed, pose
from webapp.services.plans.request import Need, PlanRequest
from webapp.services.plans.route import Missing, Omission, PlannedRoute, PlannedStop
from webapp.services.plans.timing import Timed, TimedVisit, timed
from webapp.services.travel import Travel, WayHome
from webapp.store.venue_cards import cards_by_id
from webapp.store.venue_column_file import columns_of
from webapp.store.venue_records import VenueCard

EFFORT = Effort(rounds=4000)
"""As many rounds for everybody: a plan is a link, and the same link is the same plan."""
MOST_OMISSIONS = 6
MOST_HOME_TRIES = 4
UNSAID = frozenset({Reason.LESS_WORTH, Reason.EXCLUDED, Reason.KIND_FULL})

Cards = dict[str, VenueCard]
Solved = tuple[Posed, Plan, Timed]


def plan_outing(connection: Connection, travel: Travel, request: PlanRequest) -> PlannedRoute:
    """Return the best plan for a request, or why there is none; same request, same plan."""
    pool = pool_of(connection, request)
    return route_of(connection, travel, pool, solved_in_time(request, pool, travel))


def route_of(
    connection: Connection, travel: Travel, pool: Pool, solved: Solved, *, with_others: bool = True
) -> PlannedRoute:
    """Return a timed plan as what is shown; `with_others` looks for what could replace a stop."""
    posed, plan, times = solved
    request = posed.request
    others = alternatives(posed, plan) if with_others else ()
    left_out = _said(posed, plan)
    shown = chain((visit.slug for visit in plan.visits), (each.slug for each in left_out), *others)
    cards = _cards(connection, posed, shown)
    stops = tuple(_stop(posed, each, cards) for each in times.visits)
    legs = tuple(each.leg for each in times.visits)
    return PlannedRoute(
        request=request,
        day=request.day,
        leave_min=times.leave_min,
        end_min=times.end_min,
        stops=stops,
        legs=(*legs, times.last) if times.last and stops else legs,
        home=_home(posed, times, travel) if stops else None,
        prices=_prices(connection, posed, stops),
        omissions=(*_unknown(pool), *(_omission(each, cards) for each in left_out)),
        missed_meals=plan.missed_meals,
        trouble=plan.trouble,
        without_hours=pool.without_hours,
        alternatives=tuple(tuple(cards[slug] for slug in row) for row in others),
    )


def solved_in_time(
    request: PlanRequest, pool: Pool, travel: Travel, effort: Effort = EFFORT
) -> Solved:
    """Solve; where the last train matters, end earlier until it is caught."""
    solved = _solved(request, pool, travel, effort)
    for _ in range(MOST_HOME_TRIES):
        if Need.LAST_TRAIN not in request.needs:
            break
        ends = _latest_end(solved, travel)
        if ends is None or ends <= request.begins:
            break
        solved = _solved(replace(request, ends=ends), pool, travel, effort)
    return solved


def _solved(request: PlanRequest, pool: Pool, travel: Travel, effort: Effort) -> Solved:
    posed = pose(request, pool, travel)
    plan = solve(posed.problem, effort)
    times = timed(posed, plan, travel)
    if times is None:  # before the first trains of the day: without them
        posed = pose(request, pool, travel, on_foot=True)
        plan = solve(posed.problem, effort)
        times = timed(posed, plan, travel)
    if times is None:
        plan, depart = replace(plan, visits=()), posed.problem.depart_min
        times = Timed((), None, depart, depart)
    return posed, plan, times


def _latest_end(solved: Solved, travel: Travel) -> datetime | None:
    """When a plan has to end so that the last train is caught; None when it is."""
    posed, _plan, times = solved
    home = _home(posed, times, travel) if times.visits else None
    if home is None or not home.has_stopped or home.leave_by is None:
        return None
    end, pace = posed.request.end, posed.request.walking
    if end is None:
        return home.leave_by
    is_near = times.last and times.last.minutes <= pace.longest_walk_min
    if is_near or (times.last and times.last.mode is Mode.METRO):
        return None
    leg = travel.leg(posed.points[times.visits[-1].visit.place], end, pace, home.leave_by)
    return None if leg is None else posed.request.moment(_minute(posed, home) + leg.minutes)


def _minute(posed: Posed, home: WayHome) -> int:
    return posed.request.minute_of(home.leave_by) if home.leave_by else 0


def _home(posed: Posed, times: Timed, travel: Travel) -> WayHome:
    """Until when trains go from the last stop."""
    request, last = posed.request, times.visits[-1]
    leaves = request.moment(last.leave_min)
    return travel.home_from(posed.points[last.visit.place], request.walking, leaves, request.end)


def _said(posed: Posed, plan: Plan) -> list[LeftOut]:
    """What is worth saying of places that are not in the plan: named ones first."""
    wanted = [each for each in plan.left_out if each.wanted]
    meals = {place.candidate.slug for place in posed.places if place.is_only_meal}
    others = (
        each
        for each in plan.left_out
        if not (each.wanted or each.reason in UNSAID or each.slug in meals)
    )
    return [*wanted, *islice(others, MOST_OMISSIONS)]


def _cards(connection: Connection, posed: Posed, slugs: Iterable[str]) -> Cards:
    ids, rows = columns_of(connection).ids, {p.candidate.slug: p.row for p in posed.places}
    wanted = [int(ids[rows[slug]]) for slug in dict.fromkeys(slugs)]
    return {card.slug: card for card in cards_by_id(connection, wanted)}


def _stop(posed: Posed, timed_visit: TimedVisit, cards: Cards) -> PlannedStop:
    visit = timed_visit.visit
    return PlannedStop(
        venue=cards[visit.slug],
        arrive_min=timed_visit.arrive_min,
        begin_min=timed_visit.begin_min,
        leave_min=timed_visit.leave_min,
        why=visit.why,
        meal=visit.meal,
        fits_words=posed.places[visit.place - 1].fits_words,
        is_locked=visit.slug in posed.request.wanted,
    )


def _prices(
    connection: Connection, posed: Posed, stops: tuple[PlannedStop, ...]
) -> tuple[int | None, ...]:
    """What is known of the cost of each stop: 0 free to 4, None for unknown."""
    prices = columns_of(connection).links["price"]
    known = {int(row): int(v) for v in prices.values for row in prices.rows_of(v)}
    rows = {place.candidate.slug: place.row for place in posed.places}
    return tuple(known.get(rows[stop.venue.slug]) for stop in stops)


def _omission(left: LeftOut, cards: Cards) -> Omission:
    return Omission(cards[left.slug], left.slug, left.reason, left.wanted)


def _unknown(pool: Pool) -> Iterator[Omission]:
    yield from (Omission(None, slug, Missing.NO_HOURS, True) for slug in pool.no_hours)
    yield from (Omission(None, slug, Missing.NOT_LISTED, True) for slug in pool.unlisted)
