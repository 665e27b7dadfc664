"""The best plan of few candidates, proved: all orders, as far as they can still be the best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from webapp.domain.planning.goals import Goals, Held, Row
from webapp.domain.planning.problem import Problem
from webapp.domain.planning.schedule import Moment, Schedule, Step

Steps = tuple[Step, ...]
Cost = tuple[int, int, int]


class Branch(NamedTuple):
    """Visits so far: where they lead, what they gain, which candidates and meals are still open."""

    steps: Steps
    moment: Moment
    gain: int
    places: frozenset[int]
    meals: frozenset[int]
    held: Held = Held()


class ExactSearch:
    """Branch and bound; the time is bounded by the number of candidates alone."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        """Prepare gains and bounds."""
        self._problem, self._schedule = problem, schedule
        self._goals, self._row = Goals(problem), Row(problem)
        self._shortest = [self._shortest_into(place) for place in range(problem.end + 1)]
        self._known: dict[tuple[object, ...], list[Cost]] = {}
        self._best: tuple[int, int] | None = None
        self._found: Steps | None = None

    def run(self) -> Steps | None:
        """The best steps; None when not even the way from start to end holds."""
        places = frozenset(step.place for step in self._schedule.steps)
        meals = frozenset(step.meal for step in self._schedule.steps if step.meal is not None)
        self._visit(Branch((), self._schedule.start, 0, places, meals))
        return self._found

    def _visit(self, branch: Branch) -> None:
        if not self._may_win(branch) or self._is_dominated(branch):
            return
        self._end(branch)
        for step in self._steps_of(branch):
            moment = self._schedule.after(branch.moment, step)
            held = self._row.after(branch.held, step.place)
            if moment is not None and held is not None:
                self._visit(self._longer(branch, step, moment, held))

    def _longer(self, branch: Branch, step: Step, moment: Moment, held: Held) -> Branch:
        gain = branch.gain + self._goals.of(step)
        meals = branch.meals - {step.meal}
        return Branch(
            (*branch.steps, step), moment, gain, branch.places - {step.place}, meals, held
        )

    def _steps_of(self, branch: Branch) -> Iterator[Step]:
        if len(branch.steps) == self._most():
            return
        full = self._full_kinds(branch.steps)
        for step in self._schedule.steps:
            open_meal = step.meal is None or step.meal in branch.meals
            kind = self._problem.candidates[step.place - 1].kind
            if step.place in branch.places and open_meal and kind not in full:
                yield step

    def _full_kinds(self, steps: Steps) -> set[str]:
        kinds = Counter(self._problem.candidates[step.place - 1].kind for step in steps)
        most = self._problem.rules.most_per_kind
        return {kind for kind, number in most.items() if kinds[kind] >= number}

    def _most(self) -> int:
        most = self._problem.rules.most_stops
        return len(self._problem.candidates) if most is None else most

    def _end(self, branch: Branch) -> None:
        last = self._schedule.at_end(branch.moment)
        if last is None:
            return
        quality = (branch.gain, -last.travel_min)
        if self._best is None or quality > self._best:
            self._best, self._found = quality, branch.steps

    def _may_win(self, branch: Branch) -> bool:
        """Whether what is still open could make the branch better than the best."""
        if self._best is None:
            return True
        gains = sorted(map(self._goals.of_place, branch.places), reverse=True)
        left = self._most() - len(branch.steps)
        bound = branch.gain + sum(gains[:left]) + self._goals.meal * len(branch.meals)
        if bound != self._best[0]:
            return bound > self._best[0]
        return branch.moment.travel_min + self._least_travel(branch, left) < -self._best[1]

    def _least_travel(self, branch: Branch, left: int) -> int:
        """Minutes needed at least when all that is still open has to be visited."""
        needed = [place for place in branch.places if self._goals.of_place(place)]
        shortest = sorted(self._shortest[place] for place in needed)[:left]
        return sum(shortest) + self._shortest[self._problem.end]

    def _shortest_into(self, place: int) -> int:
        tables = [ways.minutes for ways in self._problem.ways]
        others = [number for number in range(self._problem.end) if number != place]
        return min((table[number][place] for table in tables for number in others), default=0)

    def _is_dominated(self, branch: Branch) -> bool:
        """Whether another order of the same visits was as good in everything.

        Being earlier is not always better where rests count, so that nothing is compared there.
        """
        if self._problem.rules.rest_min is not None:
            return False
        place, _, now, _, travel, walk = branch.moment
        walk = 0 if self._problem.rules.most_walk_m is None else walk
        key = (branch.places, branch.meals, place, branch.held)
        known = self._known.setdefault(key, [])
        if any(a <= now and b <= travel and c <= walk for a, b, c in known):
            return True
        known.append((now, travel, walk))
        return False
