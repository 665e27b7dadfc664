"""What trains do, read off first and last departures."""

from __future__ import annotations

import pytest

from webapp.domain.metro import Line
from webapp.domain.metro_runs import (
    CLOSES_MIN,
    OPENS_MIN,
    Departures,
    DirectRide,
    Ring,
    direct_rides,
    hop_minutes,
)
from webapp.domain.text import LocalText

NAME = LocalText("线", "Line")
STRAIGHT = Line("1", NAME, False, (("a", "b", "c"),))
LOOP = Line("4", NAME, True, (("a", "b", "c", "d"),))
FORK = Line("5", NAME, False, (("a", "b", "c"), ("a", "b", "d")))
KM = {frozenset(pair): 1.0 for pair in ("ab", "bc", "cd", "da", "bd")}
ESTIMATE = 0.9 + 1.1 / 55 * 60


def departs(station: str, terminal: str | None, first: int, last: int, **more) -> Departures:
    line, ring = more.get("line", "1"), more.get("ring")
    return Departures(line, station, terminal, ring, first, (last, last, None))


def rides_of(line: Line, *departures: Departures) -> dict[tuple[str, str], DirectRide]:
    return {(each.start, each.end): each for each in direct_rides([line], departures, KM)}


def test_riding_times_are_differences_of_departures():
    rides = rides_of(
        STRAIGHT,
        departs("a", "c", 330, 1380),
        departs("b", "c", 333, 1382),
        departs("b", "a", 340, 1350),
        departs("c", "a", 337, 1347),
    )
    assert rides["a", "b"].minutes == pytest.approx(2.5)  # 3 in the morning, 2 at night
    assert rides["b", "c"].minutes == pytest.approx(3.0)  # as on the way back
    assert rides["a", "c"].minutes == pytest.approx(5.5)
    assert (rides["a", "c"].first_min, rides["a", "c"].stops) == (330, 2)
    assert rides["a", "c"].last_min == (1380, 1380, None)


@pytest.mark.parametrize("gap", [0, 12, 40])
def test_times_of_two_different_trains_are_not_used(gap):
    known = {
        ("1", "a"): [departs("a", "c", 330, 1380)],
        ("1", "b"): [departs("b", "c", 330 + gap, 1380 + gap)],
    }
    assert hop_minutes("1", ("a", "b"), known, KM) == pytest.approx(ESTIMATE)


def test_a_train_that_ends_early_goes_no_further():
    rides = rides_of(
        STRAIGHT,
        departs("a", "c", 330, 1320),
        departs("a", "b", 330, 1380),
        departs("b", "c", 332, 1322),
    )
    assert rides["a", "b"].last_min[0] == 1380
    assert rides["a", "c"].last_min[0] == 1320


def test_a_station_the_timetable_leaves_out_has_its_neighbours_trains():
    rides = rides_of(STRAIGHT, departs("a", "c", 330, 1380), departs("c", "a", 330, 1350))
    assert (rides["b", "c"].first_min, rides["b", "c"].last_min[0]) == (332, 1382)
    assert rides["b", "a"].last_min[0] == 1352


def test_a_line_without_any_times_keeps_safe_hours():
    ride = rides_of(STRAIGHT)["a", "c"]
    assert (ride.first_min, ride.last_min) == (OPENS_MIN, (CLOSES_MIN,) * 3)
    assert ride.minutes == pytest.approx(2 * ESTIMATE)


def test_branches_share_a_stretch_and_part():
    rides = rides_of(
        FORK,
        departs("a", "c", 330, 1300, line="5"),
        departs("a", "d", 340, 1310, line="5"),
    )
    assert (rides["a", "b"].first_min, rides["a", "b"].last_min[0]) == (330, 1310)
    assert rides["a", "c"].last_min[0] == 1300
    assert ("c", "d") not in rides


def test_a_loop_runs_both_ways_and_past_its_start():
    departures = [
        departs(station, None, 330, 1380, line="4", ring=ring)
        for station in "abcd"
        for ring in Ring
    ]
    rides = direct_rides([LOOP], departures, KM)
    stops = sorted(ride.stops for ride in rides if (ride.start, ride.end) == ("d", "b"))
    assert stops == [2, 2]
    assert {ride.stops for ride in rides if (ride.start, ride.end) == ("d", "a")} == {1, 3}


def test_a_loop_train_to_its_depot_ends_there():
    departures = [
        departs("c", "d", 330, 1400, line="4", ring=Ring.INNER),
        departs("c", None, 330, 1300, line="4", ring=Ring.INNER),
    ]
    rides = direct_rides([LOOP], departures, KM)
    inner = {
        ride.end: ride for ride in rides if ride.start == "c" and ride.last_min[0] != CLOSES_MIN
    }
    assert inner["d"].last_min[0] == 1400
    assert inner["a"].last_min[0] == inner["b"].last_min[0] == 1300
