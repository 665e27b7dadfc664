"""Why a stop is in a plan, and why a candidate is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from webapp.domain.planning.plan import LeftOut, Reason, Why
from webapp.domain.planning.problem import Candidate, Problem
from webapp.domain.planning.schedule import Schedule, Step

Steps = tuple[Step, ...]


def why_of(problem: Problem, schedule: Schedule, steps: Steps, number: int) -> Why:
    """Why the stop of that number (from 0) is there: the first reason that holds."""
    step = steps[number]
    if problem.candidates[step.place - 1].slug in problem.wanted:
        return Why.WANTED
    if step.meal is not None:
        return Why.MEAL
    others = steps[:number] + steps[number + 1 :]
    if problem.rules.rest_min is not None and schedule.moments(others) is None:
        return Why.REST
    return Why.WORTH


def left_out(problem: Problem, schedule: Schedule, steps: Steps) -> tuple[LeftOut, ...]:
    """All candidates that are not visited, each with its reason."""
    judge = _Judge(problem, schedule, steps)
    visited = {step.place for step in steps}
    return tuple(
        LeftOut(each.slug, judge.reason_of(place), each.slug in problem.wanted)
        for place, each in enumerate(problem.candidates, start=1)
        if place not in visited
    )


def trouble_of(problem: Problem) -> Reason:
    """Why not even the way from start to end holds."""
    return _way_fault(problem, problem.depart_min, 0, 0) or Reason.NO_REST


class _Judge:
    """Says of candidates why they are not in the plan of `steps`."""

    def __init__(self, problem: Problem, schedule: Schedule, steps: Steps) -> None:
        self._problem, self._schedule, self._steps = problem, schedule, steps
        kinds = Counter(problem.candidates[step.place - 1].kind for step in steps)
        most = problem.rules.most_per_kind
        self._full = {kind for kind, number in most.items() if kinds[kind] >= number}

    def reason_of(self, place: int) -> Reason:
        """The first reason that holds, from the plainest on."""
        candidate = self._problem.candidates[place - 1]
        if candidate.slug in self._problem.rules.excluded:
            return Reason.EXCLUDED
        alone = _closed_fault(self._problem, candidate) or self._alone_fault(place)
        if alone:
            return alone
        if candidate.kind in self._full:
            return Reason.KIND_FULL
        if self._walks_too_far(place):
            return Reason.WALKING
        return Reason.CLASHES if candidate.slug in self._problem.wanted else Reason.LESS_WORTH

    def _alone_fault(self, place: int) -> Reason | None:
        """What forbids a plan of this place alone."""
        problem = self._problem
        candidate, ways = problem.candidates[place - 1], problem.ways_at(problem.depart_min)
        arrive = problem.depart_min + ways.minutes[0][place]
        begin = _first_begin(candidate, arrive)
        if begin is None:
            return Reason.UNREACHABLE
        leave, walk_m = begin + candidate.stay_min, ways.walk_m[0][place]
        fault = _way_fault(problem, leave, place, walk_m)
        if fault or problem.rules.rest_min is None:
            return fault
        return None if self._schedule.moments([Step(place)]) else self._rest_fault(place)

    def _rest_fault(self, place: int) -> Reason | None:
        """No rest, unless stops of the plan make one."""
        return None if any(self._with(place)) else Reason.NO_REST

    def _with(self, place: int) -> Iterator[bool]:
        """Whether the plan would hold with this place, or with it alone in place of another."""
        for gap in range(len(self._steps) + 1):
            for end in (gap, gap + 1):
                steps = (*self._steps[:gap], Step(place), *self._steps[end:])
                yield self._schedule.moments(steps) is not None

    def _walks_too_far(self, place: int) -> bool:
        """Whether it is the walking that is too much, wherever the place is put in."""
        most = self._problem.rules.most_walk_m
        if most is None or not self._steps:
            return False
        row = [0, *(step.place for step in self._steps), self._problem.end]
        walk_m = self._problem.ways_at(self._problem.depart_min).walk_m
        total = sum(walk_m[a][b] for a, b in pairwise(row))
        return all(
            total + walk_m[a][place] + walk_m[place][b] - walk_m[a][b] > most
            for a, b in pairwise(row)
        )


def _closed_fault(problem: Problem, candidate: Candidate) -> Reason | None:
    """Whether the place is not open, or not long enough, while the plan lasts."""
    if not candidate.windows:
        return Reason.CLOSED_DAY
    spans = [
        (max(window.opens_min, problem.depart_min), window.closes_min)
        for window in candidate.windows
    ]
    long = [(opens, closes) for opens, closes in spans if closes - opens >= candidate.stay_min]
    if not any(opens < problem.until_min for opens, _ in long):
        return Reason.CLOSED_THEN
    ends = min(opens + candidate.stay_min for opens, _ in long)
    return Reason.ENDS_LATE if ends > problem.until_min else None


def _first_begin(candidate: Candidate, arrive: int) -> int | None:
    begins = (
        max(window.opens_min, arrive)
        for window in candidate.windows
        if max(window.opens_min, arrive) + candidate.stay_min <= window.closes_min
    )
    return min(begins, default=None)


def _way_fault(problem: Problem, leave: int, place: int, walk_m: int) -> Reason | None:
    """What is wrong when one leaves `place` for the end after `walk_m` metres."""
    ways = problem.ways_at(leave)
    if leave + ways.minutes[place][problem.end] > problem.until_min:
        return Reason.ENDS_LATE
    most = problem.rules.most_walk_m
    if most is not None and walk_m + ways.walk_m[place][problem.end] > most:
        return Reason.WALKING
    return None
