"""Journeys on the city's metro, against what the operator and others publish."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from webapp.domain.metro import DayType
from webapp.domain.metro_network import ENTER_MIN, WAIT_MIN

HERE = Path(__file__).parent
Trip = dict[str, Any]
LEAST_TOLERANCE_MIN, TOLERANCE = 5, 0.25


def read(name: str) -> list[Trip]:
    trips: list[Trip] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return trips


def minute(text: str) -> int:
    hours, minutes = map(int, text.split(":"))
    return hours * 60 + minutes


def name_of(trip: Trip) -> str:
    return f"{trip['from']}-{trip['to']}-{trip.get('day', '')}-{trip.get('at', '')}"


@pytest.mark.parametrize("trip", read("trips.yaml"), ids=name_of)
def test_a_journey_checked_by_hand(network, trip):
    day = DayType(trip["day"])
    journey = network.journey_at(trip["from"], trip["to"], minute(trip["at"]), day)
    if trip["lines"] is None:
        assert journey is None
        return
    assert [ride.line for ride in journey.rides] == trip["lines"]
    assert [ride.end for ride in journey.rides[:-1]] == trip["change"]
    if "stops" in trip:
        assert sum(ride.stops for ride in journey.rides) == trip["stops"]


@pytest.mark.parametrize("trip", read("published.yaml"), ids=name_of)
def test_a_journey_takes_about_as_long_as_published(network, trip):
    journey = network.journey(trip["from"], trip["to"])
    minutes = journey.minutes - ENTER_MIN - WAIT_MIN + trip.get("walk_min", 0)
    tolerance = max(LEAST_TOLERANCE_MIN, TOLERANCE * trip["minutes"])
    assert minutes == pytest.approx(trip["minutes"], abs=tolerance)


def test_enough_was_checked():
    assert len(read("trips.yaml")) >= 30
    assert len(read("published.yaml")) >= 10


def test_the_inner_loop_runs_as_stops_are_listed(network):
    """Century Avenue is 38 minutes clockwise from Yishan Road: 05:25 there, 06:03 here."""
    rides = [
        ride
        for ride in network.rides
        if (ride.line, ride.start, ride.end) == ("4", "yishan-road", "century-avenue")
    ]
    assert sorted(ride.stops for ride in rides) == [11, 15]
    clockwise = max(rides, key=lambda ride: ride.stops)
    assert clockwise.minutes == pytest.approx(38, abs=1)


def test_before_the_first_train_one_waits_for_it(network):
    """The first train to Xinzhuang leaves People's Square at 05:35 and rides 11 minutes."""
    at_five = network.journey_at("peoples-square", "xujiahui", 300, DayType.WEEKDAY)
    assert at_five.minutes == pytest.approx(35 + 11, abs=1)
    at_six = network.journey_at("peoples-square", "xujiahui", 360, DayType.WEEKDAY)
    assert at_six.minutes == pytest.approx(ENTER_MIN + WAIT_MIN + 11, abs=1)


def test_every_station_is_reached_from_every_other(network):
    unreachable = (network.quick.via < 0).sum()
    assert unreachable == len(network.slugs)  # the diagonal
