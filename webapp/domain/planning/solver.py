"""`solve`: the best plan, proved for few candidates, searched for among many."""

from __future__ import annotations

from webapp.domain.planning.effort import Effort
from webapp.domain.planning.exact import ExactSearch
from webapp.domain.planning.outcome import plan_of
from webapp.domain.planning.plan import Plan
from webapp.domain.planning.problem import Problem
from webapp.domain.planning.schedule import Schedule

MOST_EXACT = 8
"""Up to so many candidates that are open at all, the best plan is proved."""


def solve(problem: Problem, effort: Effort | None = None) -> Plan:
    """Return the plan with most wanted places, then meals, then worth, then least travel.

    It never breaks a rule of time, walking, number, kind, order or rest; when nothing holds, not
    even the way from start to end, the plan has no visits and says why. `effort` bounds the search
    among more than 8 candidates.
    """
    schedule = Schedule(problem)
    if len({step.place for step in schedule.steps}) <= MOST_EXACT:
        steps = ExactSearch(problem, schedule).run()
        return plan_of(problem, schedule, steps, proved=True)
    # Imported late: the search brings numba.
    from webapp.domain.planning.evening import search  # noqa: PLC0415

    return plan_of(problem, schedule, search(problem, schedule, effort or Effort()), proved=False)
