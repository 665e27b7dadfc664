"""Times of an itinerary add up, whatever its legs and stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.itineraries import (
    PACES,
    Leg,
    Legs,
    Mode,
    longest_without_rest,
    timeline,
)

minutes = st.integers(1, 120)
legs_of = st.builds(Leg, st.sampled_from(Mode), minutes, st.integers(0, 5000), st.just("n"))
routes = st.integers(1, 7).flatmap(
    lambda stops: st.tuples(
        st.integers(300, 1600),
        st.lists(legs_of, min_size=stops + 1, max_size=stops + 1),
        st.lists(st.integers(5, 360), min_size=stops, max_size=stops),
    )
)


@given(routes)
def test_the_total_is_the_sum_of_its_parts(route):
    start, legs, stays = route
    plan = timeline(start, legs, stays)
    assert plan.total_min == sum(leg.minutes for leg in legs) + sum(stays)
    assert plan.end_min - plan.start_min == plan.total_min
    assert plan.walk_m == sum(leg.walk_m for leg in legs)


@given(routes)
def test_each_leg_and_stay_has_its_minutes(route):
    start, legs, stays = route
    plan = timeline(start, legs, stays)
    assert [visit.leave_min - visit.arrive_min for visit in plan.visits] == stays
    left = [start, *(visit.leave_min for visit in plan.visits)]
    reached = [*(visit.arrive_min for visit in plan.visits), plan.end_min]
    gaps = [arrive - leave for leave, arrive in zip(left, reached, strict=True)]
    assert gaps == [leg.minutes for leg in legs]


@given(routes, st.integers(1, 300))
def test_a_later_start_moves_everything(route, later):
    start, legs, stays = route
    first, second = timeline(start, legs, stays), timeline(start + later, legs, stays)
    assert second.end_min == first.end_min + later
    assert [v.arrive_min - later for v in second.visits] == [v.arrive_min for v in first.visits]


@given(routes, st.data())
def test_more_rests_never_make_the_longest_stretch_longer(route, data):
    plan = timeline(*route)
    numbers = st.sets(st.integers(0, len(plan.visits)))
    few, more = data.draw(numbers), data.draw(numbers)
    assert longest_without_rest(plan, few | more) <= longest_without_rest(plan, few)
    assert longest_without_rest(plan, ()) == plan.total_min


@given(routes)
def test_with_a_rest_at_every_stop_the_longest_stretch_is_the_longest_leg(route):
    plan = timeline(*route)
    everywhere = range(1, len(plan.visits) + 1)
    assert longest_without_rest(plan, everywhere) == max(leg.minutes for leg in route[1])


@pytest.mark.parametrize("stays", [[], [10], [10, 10, 10]])
def test_legs_and_stops_must_go_together(stays):
    legs = [Leg(Mode.WALK, 5, 300, "n")] * 3
    with pytest.raises(ValueError, match="zip"):
        timeline(600, legs, stays)


def test_a_walk_by_metro_is_only_what_is_on_foot():
    leg = Leg(Mode.METRO, 30, 900, "e", access_min=8, egress_min=5)
    assert leg.longest_walk_min == 8
    assert Leg(Mode.WALK, 14, 1000, "e").longest_walk_min == 14


def test_easy_legs_are_slower_and_walk_less():
    easy, standard = PACES[Legs.EASY], PACES[Legs.STANDARD]
    assert easy.m_per_min < standard.m_per_min
    assert easy.longest_walk_min < standard.longest_walk_min
