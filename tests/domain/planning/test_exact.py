"""Plans of few candidates are the best there are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.domain.planning.checker import BruteForce, faults, quality
from tests.domain.planning.made_problems import problems, short_of_walking
from webapp.domain.planning.solver import solve

SLOW = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(problems(most=4))
def test_plans_of_up_to_four_equal_all_orders_tried(problem):
    plan = solve(problem)
    assert plan.proved
    assert faults(problem, plan) == []
    best = BruteForce(problem).best
    assert (None if plan.trouble else quality(problem, plan)) == best


@settings(SLOW, max_examples=60)
@given(problems(least=6, most=8))
def test_plans_of_up_to_eight_equal_all_orders_tried(problem):
    plan = solve(problem)
    assert faults(problem, plan) == []
    assert (None if plan.trouble else quality(problem, plan)) == BruteForce(problem).best


@pytest.mark.parametrize("seed", range(60))
def test_walking_is_spared_where_it_is_short(seed):
    """A way may be later and yet the one to go on from, for what it leaves to walk."""
    problem = short_of_walking(seed)
    plan = solve(problem)
    assert faults(problem, plan) == []
    assert (None if plan.trouble else quality(problem, plan)) == BruteForce(problem).best
