"""Journeys by metro on a small network and on the city's own."""

from __future__ import annotations

import pytest

from webapp.domain.metro_network import CHANGE_MIN, WAIT_MIN, Hop, MetroNetwork

SMALL = MetroNetwork(
    [
        Hop("1", "a", "b", 1.0),
        Hop("1", "b", "c", 1.0),
        Hop("2", "b", "d", 1.0),
        Hop("3", "a", "d", 9.0),
    ]
)
HOP_MIN = Hop("1", "a", "b", 1.0).minutes


def test_one_line_is_one_ride():
    journey = SMALL.journey("a", "c")
    assert [(ride.line, ride.start, ride.end, ride.stops) for ride in journey.rides] == [
        ("1", "a", "c", 2)
    ]
    assert journey.minutes == pytest.approx(WAIT_MIN + 2 * HOP_MIN)


def test_a_change_is_counted_and_told():
    journey = SMALL.journey("c", "d")
    assert [(ride.line, ride.start, ride.end) for ride in journey.rides] == [
        ("1", "c", "b"),
        ("2", "b", "d"),
    ]
    assert journey.minutes == pytest.approx(WAIT_MIN + CHANGE_MIN + 2 * HOP_MIN)


def test_a_direct_train_is_taken_only_when_it_is_quicker():
    quick = SMALL.journey("a", "d")
    slow = MetroNetwork([Hop("3", "a", "d", 9.0)]).journey("a", "d")
    assert quick.minutes == pytest.approx(min(slow.minutes, WAIT_MIN + CHANGE_MIN + 2 * HOP_MIN))


def test_both_ways_take_the_same_time():
    assert SMALL.journey("a", "d").minutes == pytest.approx(SMALL.journey("d", "a").minutes)


@pytest.mark.parametrize(("start", "end"), [("a", "a"), ("a", "nowhere"), ("nowhere", "a")])
def test_nothing_to_ride_is_no_journey(start, end):
    assert SMALL.journey(start, end) is None
