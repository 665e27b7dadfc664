"""Journeys with changes, and until when they go."""

from __future__ import annotations

import pytest

from webapp.domain.metro import DayType
from webapp.domain.metro_closure import network_of
from webapp.domain.metro_network import CHANGE_WALK_MIN, ENTER_MIN, HEADWAY_MIN, WAIT_MIN
from webapp.domain.metro_runs import DirectRide

BOARD_MIN = ENTER_MIN + WAIT_MIN
CHANGE_MIN = CHANGE_WALK_MIN + WAIT_MIN
WEEKDAY, FRIDAY, EVE = DayType


def ride(line: str, start: str, end: str, minutes: float, last=(1380, 1380, 1380)) -> DirectRide:
    return DirectRide(line, start, end, 1, minutes, 330, last)


def line_of(line: str, *stops: str, last=(1380, 1380, 1380)) -> list[DirectRide]:
    """Two minutes from stop to stop, both ways, all departures at the same times."""
    return [
        DirectRide(line, start, end, abs(i - j), 2.0 * abs(i - j), 330, last)
        for i, start in enumerate(stops)
        for j, end in enumerate(stops)
        if i != j
    ]


CROSS = network_of([*line_of("1", "a", "b", "c"), *line_of("2", "d", "b", "e")])


def test_one_line_is_one_ride():
    journey = CROSS.journey("a", "c")
    assert [(r.line, r.start, r.end, r.stops) for r in journey.rides] == [("1", "a", "c", 2)]
    assert journey.minutes == pytest.approx(BOARD_MIN + 4)


def test_a_change_is_counted_and_told():
    journey = CROSS.journey("a", "e")
    assert [(r.line, r.start, r.end) for r in journey.rides] == [("1", "a", "b"), ("2", "b", "e")]
    assert journey.minutes == pytest.approx(BOARD_MIN + CHANGE_MIN + 4)


def test_a_direct_train_is_taken_only_when_it_is_quicker():
    rides = [*line_of("1", "a", "b"), *line_of("2", "b", "c")]
    for minutes, lines in ((9.0, ["3"]), (11.0, ["1", "2"])):
        network = network_of([*rides, ride("3", "a", "c", minutes)])
        assert [each.line for each in network.journey("a", "c").rides] == lines


@pytest.mark.parametrize(("start", "end"), [("a", "a"), ("a", "nowhere"), ("nowhere", "a")])
def test_nothing_to_ride_is_no_journey(start, end):
    assert CROSS.journey(start, end) is None
    assert CROSS.journey_at(start, end, 720, WEEKDAY) is None
    assert CROSS.until(start, end, WEEKDAY) is None


def test_the_last_train_can_be_caught_from_the_door_a_minute_before():
    assert CROSS.until("a", "c", WEEKDAY) == 1380 - ENTER_MIN
    assert CROSS.journey_at("a", "c", 1379, WEEKDAY) is not None
    assert CROSS.journey_at("a", "c", 1380, WEEKDAY) is None


@pytest.mark.parametrize(
    ("second_last", "until"),
    [
        (1380 + 2 + 3, 1379),  # the last train itself is in time, to the minute
        (1380 + 2 + 2, 1384 - 3 - 2 - HEADWAY_MIN - 1),  # it is not; the one before surely is
    ],
)
def test_a_change_must_be_in_time_for_the_other_lines_last_train(second_last, until):
    network = network_of(
        [*line_of("1", "a", "b"), *line_of("2", "b", "c", last=(second_last,) * 3)]
    )
    assert network.until("a", "c", WEEKDAY) == until
    assert network.journey_at("a", "c", until, WEEKDAY) is not None
    assert network.journey_at("a", "c", until + 1, WEEKDAY) is None


def test_a_slower_way_goes_when_the_quick_one_has_stopped():
    network = network_of(
        [
            ride("1", "a", "b", 4.0, (1320, 1320, 1320)),
            ride("2", "a", "b", 9.0, (1400, 1400, 1400)),
        ]
    )
    assert network.journey_at("a", "b", 1300, WEEKDAY).rides[0].line == "1"
    late = network.journey_at("a", "b", 1390, WEEKDAY)
    assert (late.rides[0].line, late.minutes) == ("2", BOARD_MIN + 9)
    assert network.journey_at("a", "b", 1400, WEEKDAY) is None


def test_days_differ():
    network = network_of([ride("1", "a", "b", 4.0, (1380, 1470, None))])
    assert [network.until("a", "b", day) for day in DayType] == [1379, 1469, None]
    assert network.journey_at("a", "b", 1450, FRIDAY) is not None
    assert network.journey_at("a", "b", 1450, WEEKDAY) is None
    assert network.journey_at("a", "b", 720, EVE) is None


def test_before_the_first_train_one_waits():
    assert CROSS.journey_at("a", "c", 300, WEEKDAY).minutes == pytest.approx(30 + 4)
    with_change = CROSS.journey_at("a", "e", 300, WEEKDAY)
    assert with_change.minutes == pytest.approx(30 + 2 + CHANGE_WALK_MIN + 2)


def test_the_late_way_takes_the_quick_one_where_it_still_goes():
    rides = [
        *line_of("1", "a", "b", last=(1320,) * 3),
        *line_of("2", "a", "d", last=(1350,) * 3),
        *line_of("3", "d", "b", last=(1400,) * 3),
        *line_of("4", "b", "c", last=(1400,) * 3),
    ]
    late = network_of(rides).journey_at("a", "c", 1340, WEEKDAY)
    assert [each.line for each in late.rides] == ["2", "3", "4"]


def test_no_metro_at_all():
    nothing = network_of(())
    assert nothing.slugs == ()
    assert nothing.journey("a", "b") is None
