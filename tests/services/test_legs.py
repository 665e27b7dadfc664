"""Legs: on foot, or by metro when that is quicker, and never over the river on foot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crossings import Barrier
from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.itineraries import PACES, Legs, Mode
from webapp.domain.metro import Line
from webapp.domain.metro_network import MetroNetwork
from webapp.domain.text import LocalText
from webapp.services.legs import LegFinder, hops_of

STATIONS = {
    "west": LatLng(31.230, 121.440),
    "middle": LatLng(31.230, 121.470),
    "quay": LatLng(31.230, 121.486),
    "east": LatLng(31.230, 121.500),
    "south": LatLng(31.190, 121.470),
}
NAME = LocalText("线", "Line")
LINES = [
    Line("1", NAME, False, (("west", "middle", "quay", "east"),)),
    Line("2", NAME, False, (("middle", "south"),)),
]
RIVER = Barrier([[LatLng(31.10, 121.492), LatLng(31.30, 121.492)]])
FINDER = LegFinder(STATIONS, MetroNetwork(hops_of(LINES, STATIONS)), RIVER)
STANDARD, EASY = PACES[Legs.STANDARD], PACES[Legs.EASY]
points = st.builds(LatLng, st.floats(31.18, 31.24), st.floats(121.43, 121.51))


def test_a_short_way_is_a_walk():
    leg = FINDER.leg(LatLng(31.230, 121.440), LatLng(31.230, 121.447), STANDARD)
    assert (leg.mode, leg.direction, leg.rides) == (Mode.WALK, "e", ())
    assert leg.walk_m == round(distance_m(LatLng(31.23, 121.44), LatLng(31.23, 121.447)) * 1.3)
    assert leg.minutes == -(-leg.walk_m // 75)


def test_a_long_way_is_by_metro():
    leg = FINDER.leg(LatLng(31.231, 121.441), STATIONS["south"], STANDARD)
    assert leg.mode is Mode.METRO
    assert [(ride.line, ride.start, ride.end, ride.stops) for ride in leg.rides] == [
        ("1", "west", "middle", 1),
        ("2", "middle", "south", 1),
    ]
    assert leg.egress_min == 0
    assert leg.minutes > leg.access_min + sum(ride.minutes for ride in leg.rides)


def test_easy_legs_are_slower_and_ride_sooner():
    start, end = STATIONS["west"], LatLng(31.230, 121.4488)
    walk = FINDER.leg(start, end, STANDARD)
    slow = FINDER.leg(start, LatLng(31.230, 121.444), EASY)
    assert walk.mode is slow.mode is Mode.WALK
    assert slow.minutes == -(-slow.walk_m // 50)


def test_over_the_river_one_rides_however_near_it_is():
    west_bank, east_bank = LatLng(31.230, 121.490), LatLng(31.230, 121.494)
    leg = FINDER.leg(west_bank, east_bank, STANDARD)
    assert leg.mode is Mode.METRO
    assert [(ride.start, ride.end) for ride in leg.rides] == [("quay", "east")]
    assert FINDER.leg(east_bank, west_bank, STANDARD).minutes == leg.minutes


def test_without_trains_one_walks():
    finder = LegFinder({}, MetroNetwork(()))
    leg = finder.leg(LatLng(31.0, 121.4), LatLng(31.2, 121.4), STANDARD)
    assert (leg.mode, leg.direction) == (Mode.WALK, "n")


@given(points, points, st.sampled_from([STANDARD, EASY]))
def test_no_leg_is_slower_than_the_walk_it_replaces(start, end, pace):
    leg = FINDER.leg(start, end, pace)
    walk_min = distance_m(start, end) * 1.3 / pace.m_per_min
    if not RIVER.is_between(start, end):
        assert leg.minutes <= walk_min + 1
    assert leg.minutes >= 1
    if leg.mode is Mode.METRO:
        assert leg.minutes >= leg.access_min + leg.egress_min + 4
        assert leg.walk_m <= (leg.access_min + leg.egress_min) * pace.m_per_min + 1


@pytest.mark.parametrize(("is_loop", "count"), [(False, 2), (True, 3)])
def test_a_loop_is_closed(is_loop, count):
    line = Line("4", NAME, is_loop, (("west", "middle", "quay"),))
    assert len(list(hops_of([line], STATIONS))) == count


def test_a_stretch_two_branches_share_is_one_hop():
    line = Line("2", NAME, False, (("west", "middle", "quay"), ("west", "middle", "south")))
    ends = {frozenset((hop.start, hop.end)) for hop in hops_of([line], STATIONS)}
    assert len(ends) == len(list(hops_of([line], STATIONS))) == 3
