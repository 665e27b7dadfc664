"""The nearest change to a request that has no plan, so that it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from itertools import islice

from sqlalchemy import Connection

from webapp.domain.planning.effort import Effort
from webapp.services.plans.planning import solved_in_time
from webapp.services.plans.pool import pool_of
from webapp.services.plans.request import LONGEST_MIN, Need, PlanRequest
from webapp.services.travel import Travel

MOST_OFFERS, MOST_TRIED = 2, 8
FEW = 50
QUICK = Effort(rounds=200)
"""Enough to find any plan at all."""
HOUR = timedelta(hours=1)
DAYS_AHEAD = 3


class Change(StrEnum):
    """What is different in an offer."""

    LONGER = "longer"
    EARLIER = "earlier"
    WITHOUT_NEED = "without-need"
    ANY_SCENARIO = "any-scenario"
    NO_WISH = "no-wish"
    NO_END = "no-end"
    OTHER_DAY = "other-day"
    NOTHING_LEFT_OUT = "nothing-left-out"


@dataclass(frozen=True, slots=True)
class Offer:
    """A request that has a plan, and how it differs; `need` is the one given up."""

    request: PlanRequest
    change: Change
    need: Need | None = None


def offers(connection: Connection, travel: Travel, asked: PlanRequest) -> tuple[Offer, ...]:
    """Return at most two changes after which there is a plan, the smallest first."""
    found: list[Offer] = []
    for offer in islice(_changes(asked), MOST_TRIED):
        if has_plan(connection, travel, offer.request):
            found.append(offer)
        if len(found) == MOST_OFFERS:
            break
    return tuple(found)


def has_plan(connection: Connection, travel: Travel, asked: PlanRequest) -> bool:
    """Whether at least one stop can be had, of the most promising places."""
    pool = pool_of(connection, asked)
    opened = tuple(place for place in pool.places if place.candidate.windows)[:FEW]
    _posed, _plan, times = solved_in_time(asked, replace(pool, places=opened), travel, QUICK)
    return bool(times.visits)


def _changes(asked: PlanRequest) -> Iterator[Offer]:
    if asked.without:
        yield Offer(replace(asked, without=frozenset()), Change.NOTHING_LEFT_OUT)
    for hours in (1, 2, 3):
        if _may_last(asked, hours):
            yield Offer(replace(asked, ends=asked.ends + hours * HOUR), Change.LONGER)
    for need in (Need.STEP_FREE, Need.INDOOR, Need.NO_STAIRS, Need.CHILDREN):
        if need in asked.needs:
            needs = asked.needs - {need}
            yield Offer(replace(asked, needs=needs), Change.WITHOUT_NEED, need)
    yield from _wider(asked)
    yield from _other_times(asked)


def _wider(asked: PlanRequest) -> Iterator[Offer]:
    if asked.wish:
        yield Offer(replace(asked, wish=""), Change.NO_WISH)
    if asked.scenarios:
        yield Offer(replace(asked, scenarios=()), Change.ANY_SCENARIO)
    if asked.end is not None:
        yield Offer(replace(asked, end=None), Change.NO_END)


def _may_last(asked: PlanRequest, hours: int) -> bool:
    """Whether it may last so many hours longer; the night of a plan ends at six."""
    until_min = asked.until_min + hours * 60
    return until_min <= 30 * 60 and until_min - asked.from_min <= LONGEST_MIN


def _other_times(asked: PlanRequest) -> Iterator[Offer]:
    for hours in (2, 4, 8):
        begins, ends = (moment - hours * HOUR for moment in (asked.begins, asked.ends))
        if asked.from_min - hours * 60 >= 8 * 60:
            yield Offer(replace(asked, begins=begins, ends=ends), Change.EARLIER)
    for days in range(1, DAYS_AHEAD + 1):
        later = timedelta(days=days)
        moved = replace(asked, begins=asked.begins + later, ends=asked.ends + later)
        yield Offer(moved, Change.OTHER_DAY)
