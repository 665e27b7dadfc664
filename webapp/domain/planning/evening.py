"""The search among many candidates: the problem made into arrays, and its best steps."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from webapp.domain.planning.effort import Effort, spend
from webapp.domain.planning.goals import Goals, Held, Row
from webapp.domain.planning.problem import Problem
from webapp.domain.planning.schedule import Schedule, Step

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from webapp.domain.planning.search.city import City

POWERS = (1.0, 1.5, 2.0, 3.0)
UNLIMITED = 1 << 30
Steps = tuple[Step, ...]


def search(problem: Problem, schedule: Schedule, effort: Effort) -> Steps | None:
    """The best steps found; None when none keep to all rules."""
    # Imported late: the search brings numba.
    from webapp.domain.planning.search.city_runs import CityRun  # noqa: PLC0415

    steps = _useful(problem, schedule)
    city = city_of(problem, schedule, steps)
    mean = max(1.0, float(np.mean([each.worth for each in problem.candidates])))
    run = CityRun(city, effort.seed, mean)
    if not run.possible:
        return None
    spend(effort, run.slice, perf_counter)
    nodes = run.best()
    if nodes is None:
        return None
    return _polished(problem, schedule, tuple(steps[node - 2] for node in nodes))


def _useful(problem: Problem, schedule: Schedule) -> list[Step]:
    """The steps that add something; where rests are needed, all."""
    goals = Goals(problem)
    resting = problem.rules.rest_min is not None
    return [step for step in schedule.steps if resting or goals.of(step)]


def _polished(problem: Problem, schedule: Schedule, steps: Steps) -> Steps:
    """The same stops with less travel: one at a time moved to another place in the order."""
    row = Row(problem)
    best = _travel(schedule, row, steps)
    found = True
    while found:
        found = False
        for other in _moved(steps):
            travel = _travel(schedule, row, other)
            if travel < best:
                steps, best, found = other, travel, True
                break
    return steps


def _travel(schedule: Schedule, row: Row, steps: Steps) -> float:
    """Minutes on the way; infinite when a rule is broken."""
    held: Held | None = Held()
    for step in steps:
        held = row.after(held, step.place) if held else None
    moments = schedule.moments(steps) if held else None
    return moments[-1].travel_min if moments else math.inf


def _moved(steps: Steps) -> Iterator[Steps]:
    for number, step in enumerate(steps):
        others = steps[:number] + steps[number + 1 :]
        for place in range(len(steps)):
            if place != number:
                yield (*others[:place], step, *others[place:])


def city_of(problem: Problem, schedule: Schedule, steps: list[Step]) -> City:
    """The arrays of a problem in which each of `steps` is a node."""
    from webapp.domain.planning.search.arrays import pulls  # noqa: PLC0415
    from webapp.domain.planning.search.city import City  # noqa: PLC0415

    places = [0, problem.end, *(step.place for step in steps)]
    goals, row, groups = Goals(problem), Row(problem), _groups(problem, steps)
    spans = _spans(problem, schedule, steps)
    gain = np.array([0, 0, *(goals.of(step) for step in steps)], dtype=np.int64)
    chosen = [problem.candidates[step.place - 1] for step in steps]
    return City(
        since=_ints([ways.since_min for ways in problem.ways]),
        ways=_tables([ways.minutes for ways in problem.ways], places),
        walk=_tables([ways.walk_m for ways in problem.ways], places),
        stay=_ints([0, 0, *(each.stay_min for each in chosen)]),
        spans=spans.offsets,
        first=spans.first,
        last=spans.last,
        groups=groups.of,
        room=groups.room,
        rests=np.array([1, 1, *(each.rests for each in chosen)], dtype=np.uint8),
        rank=_ints([0, 0, *(row.ranks.get(step.place, 0) for step in steps)]),
        free=_ints(row.room),
        gain=gain,
        pull=pulls(gain, POWERS),
        limits=_limits(problem),
    )


def _ints(values: object) -> NDArray[np.int32]:
    return np.array(values, dtype=np.int32)


def _tables(tables: object, places: list[int]) -> NDArray[np.int32]:
    whole = _ints(tables)
    return np.ascontiguousarray(whole[:, places][:, :, places])


@dataclass(frozen=True, slots=True)
class _Spans:
    """When visits may begin, all spans in one row; where each node's spans start in it."""

    offsets: NDArray[np.int32]
    first: NDArray[np.int32]
    last: NDArray[np.int32]


def _spans(problem: Problem, schedule: Schedule, steps: list[Step]) -> _Spans:
    depart, until = problem.depart_min, problem.until_min
    by_node = [((depart, depart),), ((depart, until),), *(schedule.begins[step] for step in steps)]
    offsets = np.cumsum([0, *(len(spans) for spans in by_node)])
    flat = [span for spans in by_node for span in spans]
    return _Spans(_ints(offsets), _ints([a for a, _ in flat]), _ints([b for _, b in flat]))


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups of each node, by place, kind and meal, and their room; group 0 has no limit."""

    of: NDArray[np.int32]
    room: NDArray[np.int32]


def _groups(problem: Problem, steps: list[Step]) -> _Groups:
    numbers: dict[object, int] = {None: 0}
    room = [UNLIMITED]
    rows = [[0, 0, 0], [0, 0, 0]]
    for step in steps:
        row = []
        for name, most in _memberships(problem, step):
            if name not in numbers:
                numbers[name] = len(room)
                room.append(most)
            row.append(numbers[name])
        rows.append(row)
    return _Groups(_ints(rows), _ints(room))


def _memberships(problem: Problem, step: Step) -> Iterator[tuple[object, int]]:
    """The three groups of a step, and how many visits each may have."""
    kind = problem.candidates[step.place - 1].kind
    most = problem.rules.most_per_kind.get(kind)
    yield ("place", step.place), 1
    yield (None, UNLIMITED) if most is None else (("kind", kind), most)
    yield (None, UNLIMITED) if step.meal is None else (("meal", step.meal), 1)


def _limits(problem: Problem) -> NDArray[np.int64]:
    rules = problem.rules
    given = (rules.most_stops, rules.most_walk_m)
    limits = [UNLIMITED if limit is None else limit for limit in given]
    return np.array([*limits, -1 if rules.rest_min is None else rules.rest_min], dtype=np.int64)
