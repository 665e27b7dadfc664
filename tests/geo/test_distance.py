"""Metres, minutes and directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.distance import bounds_within, compass_code, distance_m, walking_min
from geo.records import LatLng

BUND = LatLng(31.2397, 121.4905)

near = st.builds(LatLng, st.floats(31.0, 31.5), st.floats(121.0, 122.0))


def test_a_degree_of_latitude_is_111_195_m() -> None:
    assert distance_m(LatLng(31, 121), LatLng(32, 121)) == pytest.approx(111_195, abs=1)


@given(near, near)
def test_distance_is_the_same_both_ways(start: LatLng, end: LatLng) -> None:
    assert distance_m(start, end) == pytest.approx(distance_m(end, start), abs=1e-6)


@pytest.mark.parametrize(
    ("straight_m", "minutes"), [(0, 1), (57, 1), (58, 2), (288, 5), (289, 6), (1000, 18)]
)
def test_walking_minutes_round_up(straight_m: float, minutes: int) -> None:
    assert walking_min(straight_m) == minutes


@pytest.mark.parametrize(
    ("north", "east", "code"),
    [
        (1, 0, "n"),
        (1, 1, "ne"),
        (0, 1, "e"),
        (-1, 1, "se"),
        (-1, 0, "s"),
        (-1, -1, "sw"),
        (0, -1, "w"),
    ],
)
def test_compass(north: int, east: int, code: str) -> None:
    assert compass_code(BUND, LatLng(BUND.lat + north * 0.01, BUND.lng + east * 0.0117)) == code


def test_a_hair_west_of_north_is_north() -> None:
    assert compass_code(BUND, LatLng(BUND.lat + 0.01, BUND.lng - 0.0001)) == "n"


@given(near, near)
def test_the_box_holds_the_circle(centre: LatLng, point: LatLng) -> None:
    radius_m = distance_m(centre, point)
    assert bounds_within(centre, radius_m * 1.001 + 0.01).contains(point)
