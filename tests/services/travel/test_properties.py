"""What must hold for any journey: no train after the last one, no gain from leaving later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.records import LatLng
from webapp.domain.itineraries import Mode
from webapp.domain.metro import DayType, day_type
from webapp.domain.metro_network import CHANGE_WALK_MIN, ENTER_MIN, WAIT_MIN
from webapp.domain.openings import midnight
from webapp.domain.paces import PACES, PaceName
from webapp.services.content.place_entries import minutes_of

FRIDAY, MONDAY, EVE = date(2026, 11, 20), date(2026, 11, 23), date(2026, 9, 30)
TENTH = 0.1
days = st.sampled_from([FRIDAY, MONDAY, EVE])
day_types = st.sampled_from(list(DayType))
paces = st.sampled_from([PACES[name] for name in PaceName])
points = st.builds(LatLng, st.floats(31.10, 31.35), st.floats(121.35, 121.60))
numbers = st.integers(0, 10_000)


def at(on: date, minute: int):
    return midnight(on) + timedelta(minutes=minute)


@pytest.fixture(scope="session")
def published(catalogue):
    """Last departures as they stand in the file: by station and line, by day, any direction."""
    found: dict[tuple[str, str, DayType], list[int]] = {}
    for entry in (placed.entry for placed in catalogue.last_trains):
        for each in entry.directions:
            for day in DayType:
                text = each.times.get(day.value, each.times.get("weekday"))
                if text:
                    key = (entry.station, each.line, day)
                    found.setdefault(key, []).append(minutes_of(text))
    return found


@given(numbers, numbers, st.integers(1200, 1540), day_types)
@example(303, 1, 1349, DayType.WEEKDAY)
@settings(max_examples=600, deadline=None)
def test_no_ride_begins_after_the_last_departure_of_its_line(
    network, published, start, end, minute, day
):
    slugs = network.slugs
    journey = network.journey_at(slugs[start % len(slugs)], slugs[end % len(slugs)], minute, day)
    if journey is None:
        return
    on_platform = minute + ENTER_MIN
    for ride in journey.rides:
        lasts = published.get((ride.start, ride.line, day), [])
        in_time = [last for last in lasts if on_platform <= last + TENTH]
        assert in_time or not lasts, (journey, minute)
        # With the average wait, or with the last train of a direction when that comes first.
        leaves = min([on_platform + WAIT_MIN, *in_time])
        on_platform = leaves + ride.minutes + CHANGE_WALK_MIN


@given(numbers, numbers, st.integers(240, 1540), st.integers(1, 60), day_types)
@settings(max_examples=600, deadline=None)
def test_a_later_train_never_arrives_earlier(network, start, end, minute, later, day):
    slugs = network.slugs
    ends = slugs[start % len(slugs)], slugs[end % len(slugs)]
    first = network.journey_at(*ends, minute, day)
    second = network.journey_at(*ends, minute + later, day)
    if second is not None:
        assert first is not None
        assert minute + first.minutes <= minute + later + second.minutes


@given(numbers, numbers, numbers)
@settings(max_examples=600, deadline=None)
def test_a_detour_over_a_third_station_is_no_quicker(network, one, other, third):
    """Leaving the metro and entering it again costs two minutes less than changing."""
    slugs = network.slugs
    one, other, third = (slugs[number % len(slugs)] for number in (one, other, third))
    ways = [network.journey(*ends) for ends in ((one, third), (one, other), (other, third))]
    if all(ways):
        direct, *parts = (way.minutes for way in ways)
        assert direct <= sum(parts) + CHANGE_WALK_MIN - ENTER_MIN + 3 * TENTH


@given(numbers, numbers, day_types)
@settings(max_examples=300, deadline=None)
def test_rides_join_and_their_times_add_up(network, start, end, day):
    slugs = network.slugs
    ends = slugs[start % len(slugs)], slugs[end % len(slugs)]
    until = network.until(*ends, day)
    if until is None:
        return
    for minute in (720, until):
        rides = network.journey_at(*ends, minute, day).rides
        joints = [ends[0], *(ride.end for ride in rides)]
        assert [ride.start for ride in rides] == joints[:-1]
        assert joints[-1] == ends[1]
        riding = sum(ride.minutes for ride in rides)
        waits = ENTER_MIN + WAIT_MIN * len(rides) + CHANGE_WALK_MIN * (len(rides) - 1)
        taken = network.journey_at(*ends, minute, day).minutes
        assert taken >= riding + waits - 2 * TENTH
    assert network.journey_at(*ends, until + 1, day) is None


@given(points, points, paces, days, st.integers(360, 1600))
@settings(max_examples=400, deadline=None)
def test_nobody_arrives_before_leaving_or_later_than_on_foot(travel, start, end, pace, on, minute):
    leg = travel.leg(start, end, pace, at(on, minute))
    walk = travel.leg(start, end, pace, at(on, 1640))
    if leg is None:
        assert walk is None
        return
    assert leg.minutes >= 1
    if walk is not None:
        assert leg.minutes <= walk.minutes
    if leg.mode is Mode.METRO:
        assert leg.minutes >= leg.access_min + leg.egress_min + ENTER_MIN + WAIT_MIN
        assert leg.walk_m <= (leg.access_min + leg.egress_min) * pace.m_per_min


@given(points, points, paces, days, st.integers(240, 1600), st.integers(1, 45))
@settings(max_examples=400, deadline=None)
def test_leaving_later_never_arrives_earlier(travel, start, end, pace, on, minute, later):
    """But for a minute of rounding."""
    first = travel.leg(start, end, pace, at(on, minute))
    second = travel.leg(start, end, pace, at(on, minute + later))
    if second is not None and minute + later < 1680:
        assert first is not None
        assert minute + first.minutes <= minute + later + second.minutes + 1


@given(points, points, paces)
@settings(max_examples=300, deadline=None)
def test_a_walk_is_as_long_the_other_way(travel, start, end, pace):
    there, back = (
        travel.leg(*ends, pace, at(MONDAY, 1640)) for ends in ((start, end), (end, start))
    )
    assert (there is None) == (back is None)
    if there and back:
        assert (there.minutes, there.walk_m) == (back.minutes, back.walk_m)


def test_the_days_are_what_they_are_called():
    assert [day_type(on) for on in (MONDAY, FRIDAY, EVE)] == list(DayType)
