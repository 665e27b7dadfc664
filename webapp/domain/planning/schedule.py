"""What a row of visits is by the clock, step by step, and whether it breaks a rule.

A visit begins as soon as one is there and may stay; one does not dawdle. The exception is a meal,
for which one waits until the stay overlaps the time of the meal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from webapp.domain.planning.problem import Candidate, Problem, Window


class Step(NamedTuple):
    """A visit to `place` (its number in the tables), with the meal of that number or none."""

    place: int
    meal: int | None = None


class Moment(NamedTuple):
    """Where one stands after some visits: `now_min` when leaving, `rested_min` the last rest's end.

    `begin_min` is when the visit began; `travel_min` and `walk_m` are totals.
    """

    place: int
    begin_min: int
    now_min: int
    rested_min: int
    travel_min: int = 0
    walk_m: int = 0


class Schedule:
    """Steps through a problem."""

    def __init__(self, problem: Problem) -> None:
        """Work out when each possible visit may begin."""
        self._problem = problem
        self.start = Moment(0, problem.depart_min, problem.depart_min, problem.depart_min)
        self.begins = {step: begins_of(problem, step) for step in _conceivable(problem)}
        self.steps = tuple(step for step, spans in self.begins.items() if spans)

    def after(self, here: Moment, step: Step) -> Moment | None:
        """Where one stands after visiting `step` next; None when a rule of time is broken."""
        place = self._problem.candidates[step.place - 1]
        ways = self._problem.ways_at(here.now_min)
        minutes = ways.minutes[here.place][step.place]
        begin = _first(self.begins[step], here.now_min + minutes)
        walk_m = here.walk_m + ways.walk_m[here.place][step.place]
        if begin is None or _over(walk_m, self._problem.rules.most_walk_m):
            return None
        rested = here.rested_min if here.place else self.leave_start(step.place, begin)
        leave = begin + place.stay_min
        if _over((begin if place.rests else leave) - rested, self._problem.rules.rest_min):
            return None
        rested = leave if place.rests else rested
        return Moment(step.place, begin, leave, rested, here.travel_min + minutes, walk_m)

    def at_end(self, here: Moment) -> Moment | None:
        """Where one stands at the end; None when that is too late, too far or without a rest."""
        problem, ways = self._problem, self._problem.ways_at(here.now_min)
        minutes = ways.minutes[here.place][problem.end]
        now = here.now_min + minutes
        walk_m = here.walk_m + ways.walk_m[here.place][problem.end]
        if now > problem.until_min or _over(walk_m, problem.rules.most_walk_m):
            return None
        if _over(now - here.rested_min, problem.rules.rest_min):
            return None
        return Moment(problem.end, now, now, here.rested_min, here.travel_min + minutes, walk_m)

    def moments(self, steps: Iterable[Step]) -> list[Moment] | None:
        """The moments after each step and at the end; None when a rule of time is broken."""
        found, here = [], self.start
        for step in steps:
            moment = self.after(here, step)
            if moment is None:
                return None
            found.append(here := moment)
        last = self.at_end(here)
        return None if last is None else [*found, last]

    def leave_start(self, place: int, begin: int) -> int:
        """When to leave the start for a first visit that begins at `begin`: without waiting there.

        Not so late that a later table of ways would hold.
        """
        problem = self._problem
        minutes = problem.ways_at(problem.depart_min).minutes[0][place]
        later = [each.since_min for each in problem.ways[1:] if each.since_min > problem.depart_min]
        return min([begin - minutes, *(since - 1 for since in later)])


def begins_of(problem: Problem, step: Step) -> tuple[tuple[int, int], ...]:
    """The spans, both ends included, in which a visit may begin."""
    place = problem.candidates[step.place - 1]
    whole = Window(problem.depart_min, problem.until_min)
    spans = [_begins(place, window, whole) for window in place.windows]
    if step.meal is not None:
        meal = problem.meals_due[step.meal]
        overlap = (meal.opens_min - place.stay_min + 1, meal.closes_min - 1)
        spans = [(max(first, overlap[0]), min(last, overlap[1])) for first, last in spans]
    return tuple((first, last) for first, last in spans if first <= last)


def _begins(place: Candidate, window: Window, whole: Window) -> tuple[int, int]:
    first = max(window.opens_min, whole.opens_min)
    return first, min(window.closes_min, whole.closes_min) - place.stay_min


def _conceivable(problem: Problem) -> Iterable[Step]:
    for place, candidate in enumerate(problem.candidates, start=1):
        if candidate.slug not in problem.rules.excluded:
            yield Step(place)
            if candidate.eats:
                yield from (Step(place, meal) for meal in range(len(problem.meals_due)))


def _first(spans: tuple[tuple[int, int], ...], minute: int) -> int | None:
    for first, last in spans:
        if minute <= last:
            return max(first, minute)
    return None


def _over(value: int, most: int | None) -> bool:
    return most is not None and value > most
