"""Plans among many candidates: never a broken rule, as good as proved ones, always the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.domain.planning.checker import faults, quality
from tests.domain.planning.evenings import EASY, USUAL, evening
from tests.domain.planning.made_problems import problems
from webapp.domain.planning import evening as among_many
from webapp.domain.planning.effort import Effort, spend
from webapp.domain.planning.exact import ExactSearch
from webapp.domain.planning.outcome import plan_of
from webapp.domain.planning.plan import Reason
from webapp.domain.planning.schedule import Schedule
from webapp.domain.planning.solver import solve

A_LITTLE = Effort(rounds=300)
SLOW = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
WANTING = replace(USUAL, must=frozenset({"place-0", "place-3"}))
LOCKED = replace(USUAL, row=("place-2", None, "place-5"))
RULES = {"usual": USUAL, "easy": EASY, "wanting": WANTING, "locked": LOCKED}


def searched(problem, effort):
    schedule = Schedule(problem)
    steps = among_many.search(problem, schedule, effort)
    return plan_of(problem, schedule, steps, proved=False)


def proved(problem):
    schedule = Schedule(problem)
    return plan_of(problem, schedule, ExactSearch(problem, schedule).run(), proved=True)


@SLOW
@given(problems(least=1, most=14))
def test_no_rule_is_broken_whatever_is_asked(problem):
    assert faults(problem, searched(problem, A_LITTLE)) == []


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
@pytest.mark.parametrize("seed", range(5))
def test_evenings_keep_to_the_rules_among_200_places(seed, rules):
    problem = evening(seed, rules=rules)
    plan = solve(problem, A_LITTLE)
    assert faults(problem, plan) == []
    assert plan.visits
    assert not plan.proved


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_what_is_found_among_10_places_is_what_is_proved(rules):
    pairs = []
    for seed in range(12):
        problem = evening(seed, 10, rules)
        best = quality(problem, proved(problem))
        found = quality(problem, searched(problem, Effort(rounds=2000)))
        assert found <= best
        pairs.append((sum(found[:3]), sum(best[:3])))
    assert sum(found for found, _ in pairs) >= 0.99 * sum(best for _, best in pairs)


def test_the_same_seed_and_rounds_give_the_same_plan():
    problem = evening(7)
    assert solve(problem, A_LITTLE) == solve(problem, A_LITTLE)


def test_another_seed_looks_elsewhere():
    plans = {solve(evening(7), Effort(rounds=5, seed=seed)) for seed in range(5)}
    assert len(plans) > 1


def test_more_time_for_the_evening_is_never_worth_less():
    """Proved plans only: what fits until 22:00 fits until 23:00."""
    for seed in range(10):
        problem = evening(seed, 8, replace(USUAL, meals=()))
        worths = [proved(replace(problem, until_min=until)).worth for until in (1320, 1380, 1440)]
        assert worths == sorted(worths)


def test_the_time_is_kept():
    """By a clock that goes on by a second a look; the last look is after the search has ended."""
    ticks = iter(range(1000))
    slices = []
    spend(Effort(seconds=100), lambda *each: slices.append(each), lambda: next(ticks))
    assert 0 < next(ticks) <= 102
    assert slices[0][1] == 0.0
    assert 0.9 < slices[-1][2] <= 1.0


def test_a_wanted_place_that_is_closed_is_left_out_and_explained():
    problem = evening(3, 30)
    closed = [each.slug for each in problem.candidates if not each.windows]
    plan = solve(replace(problem, rules=replace(USUAL, must=frozenset(closed))), A_LITTLE)
    assert [(each.slug, each.reason) for each in plan.missed] == [
        (slug, Reason.CLOSED_DAY) for slug in closed
    ]
    assert plan.visits
