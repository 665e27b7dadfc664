"""What a visit means for a plan, and what it is worth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from webapp.domain.outing_worth import Appeal, nearness, worth_of
from webapp.domain.outings import VISITS, meals_within
from webapp.domain.planning.problem import Window
from webapp.domain.scenarios import KINDS

PLAIN = Appeal(3, False, True, False, False, True, 500.0)


def test_every_kind_of_an_outing_exists():
    assert set(VISITS) <= set(KINDS)


@pytest.mark.parametrize(
    "better",
    [{"rank": 4}, {"fits_words": True}, {"is_for_night": True}, {"distance_m": 0.0}],
)
def test_what_makes_a_stop_worth_more(better):
    assert worth_of(replace(PLAIN, **better)) >= worth_of(PLAIN)
    assert worth_of(replace(PLAIN, distance_m=4_000.0)) < worth_of(PLAIN)
    assert worth_of(replace(PLAIN, is_confirmed=False)) < worth_of(PLAIN)


def test_nearness_halves_with_each_three_kilometres():
    assert nearness(300) == 1
    assert nearness(4_100) == pytest.approx(0.5)


def test_a_meal_is_had_when_enough_of_its_time_is_in_the_plan():
    assert meals_within(18 * 60 + 30, 25 * 60) == (Window(18 * 60 + 30, 20 * 60),)
    assert meals_within(19 * 60 + 30, 25 * 60) == ()
    assert len(meals_within(9 * 60, 21 * 60)) == 2
