"""What else could stand in the place of a stop, all others kept as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from webapp.domain.planning.plan import Plan
from webapp.domain.planning.problem import Candidate
from webapp.domain.planning.schedule import Schedule, Step
from webapp.services.plans.posing import Posed

MOST = 4
TRIED = 80
Steps = tuple[Step, ...]


def alternatives(posed: Posed, plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return for each stop the slugs of others that fit between its neighbours, best first."""
    problem = posed.problem
    schedule = Schedule(problem)
    steps = tuple(Step(visit.place, visit.meal) for visit in plan.visits)
    visited = {step.place for step in steps}
    ranked = sorted(
        (place for place in range(1, problem.end) if place not in visited),
        key=lambda place: -problem.candidates[place - 1].worth,
    )
    return tuple(
        tuple(islice(_fitting(posed, schedule, (steps, number), ranked[:TRIED]), MOST))
        for number, _visit in enumerate(plan.visits)
    )


def _fitting(
    posed: Posed, schedule: Schedule, stop: tuple[Steps, int], ranked: list[int]
) -> Iterator[str]:
    steps, number = stop
    candidates = posed.problem.candidates
    kinds = Counter(candidates[step.place - 1].kind for n, step in enumerate(steps) if n != number)
    for place in ranked:
        other = candidates[place - 1]
        if _is_full(posed, kinds, other):
            continue
        step = Step(place, steps[number].meal)
        if step not in schedule.begins:
            continue
        changed = (*steps[:number], step, *steps[number + 1 :])
        if schedule.moments(changed) is not None:
            yield other.slug


def _is_full(posed: Posed, kinds: Counter[str], other: Candidate) -> bool:
    most = posed.problem.rules.most_per_kind.get(other.kind)
    return most is not None and kinds[other.kind] >= most
