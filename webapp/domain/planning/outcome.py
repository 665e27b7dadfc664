"""Steps made into a plan: times, reasons, totals."""

from __future__ import annotations

from webapp.domain.planning.explain import left_out, trouble_of, why_of
from webapp.domain.planning.plan import Plan, Visit
from webapp.domain.planning.problem import Problem
from webapp.domain.planning.schedule import Moment, Schedule, Step

Steps = tuple[Step, ...]


def plan_of(problem: Problem, schedule: Schedule, steps: Steps | None, *, proved: bool) -> Plan:
    """The plan that visits `steps`; one without visits and with the trouble for None."""
    moments = None if steps is None else schedule.moments(steps)
    if steps is None or moments is None:
        return _nothing(problem, schedule, proved=proved)
    *visits, last = moments
    leave = problem.depart_min
    if visits:
        leave = schedule.leave_start(visits[0].place, visits[0].begin_min)
    start = schedule.start._replace(now_min=leave)
    had = {step.meal for step in steps}
    return Plan(
        visits=_visits(problem, schedule, steps, [start, *visits]),
        leave_min=leave,
        end_min=last.now_min,
        worth=sum(problem.candidates[step.place - 1].worth for step in steps),
        travel_min=last.travel_min,
        walk_m=last.walk_m,
        proved=proved,
        missed_meals=tuple(m for m in range(len(problem.meals_due)) if m not in had),
        left_out=left_out(problem, schedule, steps),
    )


def _visits(
    problem: Problem, schedule: Schedule, steps: Steps, moments: list[Moment]
) -> tuple[Visit, ...]:
    """The visits; `moments` begin with the leaving from the start."""
    return tuple(
        Visit(
            slug=problem.candidates[step.place - 1].slug,
            place=step.place,
            arrive_min=_arrival(problem, moments[number], step),
            begin_min=moments[number + 1].begin_min,
            leave_min=moments[number + 1].now_min,
            why=why_of(problem, schedule, steps, number),
            meal=step.meal,
        )
        for number, step in enumerate(steps)
    )


def _arrival(problem: Problem, here: Moment, step: Step) -> int:
    return here.now_min + problem.ways_at(here.now_min).minutes[here.place][step.place]


def _nothing(problem: Problem, schedule: Schedule, *, proved: bool) -> Plan:
    return Plan(
        visits=(),
        leave_min=problem.depart_min,
        end_min=problem.depart_min,
        worth=0,
        travel_min=0,
        walk_m=0,
        proved=proved,
        missed_meals=tuple(range(len(problem.meals_due))),
        left_out=left_out(problem, schedule, ()),
        trouble=trouble_of(problem),
    )
