"""A request and its places as the problem the solver knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from geo.records import LatLng
from webapp.domain.outings import (
    DINING,
    MOST_MEALS_OF_A_KIND,
    MOST_OF_A_KIND,
    MOST_WALK_M,
    REST_MIN,
    meals_within,
)
from webapp.domain.paces import PaceName
from webapp.domain.planning.problem import Problem, Rules, Table, Ways
from webapp.services.plans.pool import Place, Pool
from webapp.services.plans.request import Need, PlanRequest
from webapp.services.travel import Travel, TravelTable

NO_TRAINS_MIN = 26 * 60 + 30
"""At half past two in the morning no train of any line goes."""


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A problem, and the places behind its candidates in their order."""

    request: PlanRequest
    problem: Problem
    places: tuple[Place, ...]

    @property
    def points(self) -> tuple[LatLng, ...]:
        """The start, the candidates, the end (the start where none is asked for)."""
        return _points(self.request, self.places)

    def place_of(self, slug: str) -> Place:
        """Return the place of a candidate."""
        return next(each for each in self.places if each.candidate.slug == slug)


def pose(request: PlanRequest, pool: Pool, travel: Travel, *, on_foot: bool = False) -> Posed:
    """Put a request as a problem; ways are those of the day and pace asked for."""
    places = pool.places
    points, pace, day = _points(request, places), request.walking, request.day
    if on_foot:
        tables = travel.tables(points, pace, day, NO_TRAINS_MIN, NO_TRAINS_MIN)[:1]
    else:
        tables = travel.tables(points, pace, day, request.from_min, request.until_min)
    problem = Problem(
        depart_min=request.from_min,
        until_min=request.until_min,
        candidates=tuple(place.candidate for place in places),
        ways=tuple(_ways(table, request) for table in tables),
        rules=_rules(request, places),
    )
    return Posed(request, problem, places)


def _points(request: PlanRequest, places: tuple[Place, ...]) -> tuple[LatLng, ...]:
    return (request.start, *(place.position for place in places), request.end or request.start)


def _ways(table: TravelTable, request: PlanRequest) -> Ways:
    if request.end is None:  # it ends where one is, wherever that is
        table.minutes[:, -1] = 0
        table.walk_m[:, -1] = 0
    return Ways(cast(Table, table.minutes), cast(Table, table.walk_m), table.since_min)


def _rules(request: PlanRequest, places: tuple[Place, ...]) -> Rules:
    slugs = {place.candidate.slug for place in places}
    row = tuple(slug for slug in request.row if slug is None or slug in slugs)
    is_easy = request.pace is PaceName.EASY
    wants_meals = Need.NO_MEALS not in request.needs
    return Rules(
        most_stops=request.most_stops,
        most_per_kind=_most_per_kind(request, places),
        most_walk_m=MOST_WALK_M[request.pace],
        meals=meals_within(request.from_min, request.until_min) if wants_meals else (),
        rest_min=REST_MIN if is_easy else None,
        must=frozenset(slug for slug in request.wanted if slug in slugs),
        row=row,
    )


def _most_per_kind(request: PlanRequest, places: tuple[Place, ...]) -> dict[str, int]:
    """At most two of a kind, one meal of a kind, but for kinds that the visitor asked for."""
    chosen = [place.candidate for place in places]
    named = {p.candidate.kind for p in places if p.fits_words or p.candidate.slug in request.wanted}
    return {
        each.kind: MOST_MEALS_OF_A_KIND if each.kind in DINING else MOST_OF_A_KIND
        for each in chosen
        if each.kind not in named
    }
