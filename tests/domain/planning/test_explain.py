"""Each stop and each place left out has its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from webapp.domain.planning.plan import Reason, Why
from webapp.domain.planning.problem import Candidate, Problem, ProblemInvalid, Rules, Ways, Window
from webapp.domain.planning.solver import solve

EVENING = (Window(1080, 1440),)


def place(slug, windows=EVENING, stay_min=60, worth=5, **more):
    return Candidate(slug, windows, stay_min, worth, **more)


def problem(*candidates, rules=None, minutes=10, metres=500):
    """From 18:00 to 21:00, all legs alike."""
    places = len(candidates) + 2
    ways = Ways([[minutes] * places] * places, [[metres] * places] * places)
    return Problem(1080, 1260, candidates, (ways,), rules or Rules())


def reasons(asked):
    return {each.slug: each.reason for each in solve(asked).left_out}


@pytest.mark.parametrize(
    ("candidate", "rules", "reason"),
    [
        (place("a"), Rules(excluded=frozenset("a")), Reason.EXCLUDED),
        (place("a", ()), Rules(), Reason.CLOSED_DAY),
        (place("a", (Window(600, 1020),)), Rules(), Reason.CLOSED_THEN),
        (place("a", (Window(1320, 1440),)), Rules(), Reason.CLOSED_THEN),
        (place("a", (Window(1020, 1130),)), Rules(), Reason.CLOSED_THEN),
        (place("a", (Window(1020, 1145),)), Rules(), Reason.UNREACHABLE),
        (place("a", stay_min=170), Rules(), Reason.ENDS_LATE),
        (place("a", (Window(1230, 1440),)), Rules(), Reason.ENDS_LATE),
        (place("a"), Rules(most_walk_m=900), Reason.WALKING),
        (place("a"), Rules(rest_min=60), Reason.NO_REST),
        (place("a", kind="bar"), Rules(most_per_kind={"bar": 0}), Reason.KIND_FULL),
    ],
)
def test_a_place_alone_is_left_out_for_what_forbids_it(candidate, rules, reason):
    slow = 30 if reason is Reason.UNREACHABLE else 10
    assert reasons(problem(candidate, rules=rules, minutes=slow)) == {"a": reason}


def test_what_is_worth_less_than_what_fits_is_left_out():
    places = (place("a", worth=9), place("b", worth=9), place("c", worth=1))
    assert reasons(problem(*places)) == {"c": Reason.LESS_WORTH}


def test_a_full_kind_is_named():
    bars = (place("a", worth=9, kind="bar"), place("b", worth=8, kind="bar"))
    asked = problem(*bars, rules=Rules(most_per_kind={"bar": 1}))
    assert reasons(asked) == {"b": Reason.KIND_FULL}


def test_walking_is_named_where_it_is_what_forbids_one_more():
    asked = problem(place("a", worth=9), place("b"), rules=Rules(most_walk_m=1200))
    assert reasons(asked) == {"b": Reason.WALKING}


def test_wanted_places_that_clash_are_said_to():
    both = (place("a", stay_min=100), place("b", stay_min=100))
    plan = solve(problem(*both, rules=Rules(must=frozenset("ab"))))
    assert [(each.reason, each.wanted) for each in plan.missed] == [(Reason.CLASHES, True)]


def test_stops_say_why_they_are_there():
    places = (
        place("wanted", stay_min=20, worth=0),
        place("dinner", stay_min=20, worth=0, eats=True),
        place("bench", stay_min=5, worth=0, rests=True),
        place("best", stay_min=45, worth=9),
    )
    rules = Rules(must=frozenset({"wanted"}), meals=(Window(1080, 1200),), rest_min=100)
    plan = solve(problem(*places, rules=rules))
    assert {visit.slug: visit.why for visit in plan.visits} == {
        "wanted": Why.WANTED,
        "dinner": Why.MEAL,
        "bench": Why.REST,
        "best": Why.WORTH,
    }


def test_a_meal_is_waited_for():
    asked = problem(place("a", eats=True, stay_min=30), rules=Rules(meals=(Window(1140, 1200),)))
    (visit,) = solve(asked).visits
    assert (visit.meal, visit.begin_min, visit.leave_min) == (0, 1111, 1141)


def test_one_leaves_the_start_so_late_that_one_need_not_wait():
    plan = solve(problem(place("a", (Window(1140, 1440),))))
    assert (plan.leave_min, plan.visits[0].arrive_min, plan.visits[0].begin_min) == (
        1130,
        1140,
        1140,
    )


def test_a_meal_nobody_can_serve_is_missed():
    assert solve(problem(place("a"), rules=Rules(meals=(Window(1140, 1200),)))).missed_meals == (0,)


def test_a_way_that_does_not_hold_is_the_trouble():
    plan = solve(problem(place("a"), minutes=200))
    assert (plan.visits, plan.trouble) == ((), Reason.ENDS_LATE)


@pytest.mark.parametrize(
    "changed",
    [
        {"ways": ()},
        {"ways": (Ways([[1]], [[1]]),)},
        {"candidates": (place("a"), place("a"))},
        {"candidates": (place("a", (Window(9, 10), Window(1, 2))), place("b"))},
        {"candidates": (place("a", worth=-1), place("b"))},
        {"rules": Rules(must=frozenset("z"))},
        {"rules": Rules(must=frozenset("a"), excluded=frozenset("a"))},
        {"rules": Rules(row=("a", "a"))},
    ],
)
def test_parts_that_do_not_go_together_are_refused(changed):
    with pytest.raises(ProblemInvalid):
        replace(problem(place("a"), place("b")), **changed)
