"""Datum shifts: known points, and round trips that lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crs import (
    Datum,
    bd09_to_gcj02,
    bd09_to_wgs84,
    from_wgs84,
    gcj02_to_bd09,
    gcj02_to_wgs84,
    to_wgs84,
    wgs84_to_bd09,
    wgs84_to_gcj02,
)
from geo.distance import compass_code, distance_m
from geo.records import SHANGHAI, LatLng

PEOPLES_SQUARE = LatLng(31.230416, 121.473701)
ROUND_TRIP_DEG = 1e-9

in_shanghai = st.builds(
    LatLng, st.floats(SHANGHAI.south, SHANGHAI.north), st.floats(SHANGHAI.west, SHANGHAI.east)
)
in_china = st.builds(LatLng, st.floats(18.2, 53.5), st.floats(74.0, 134.7))


@pytest.mark.parametrize("there", [Datum.GCJ02, Datum.BD09])
@given(point=in_shanghai | in_china)
def test_a_round_trip_loses_nothing(there: Datum, point: LatLng) -> None:
    back = to_wgs84(from_wgs84(point, there), there)
    assert abs(back.lat - point.lat) <= ROUND_TRIP_DEG
    assert abs(back.lng - point.lng) <= ROUND_TRIP_DEG
    assert distance_m(point, back) <= 0.01


@given(point=in_shanghai)
def test_the_opposite_round_trips_lose_nothing(point: LatLng) -> None:
    assert distance_m(wgs84_to_gcj02(gcj02_to_wgs84(point)), point) <= 0.01
    assert distance_m(gcj02_to_bd09(bd09_to_gcj02(point)), point) <= 0.01
    assert distance_m(wgs84_to_bd09(bd09_to_wgs84(point)), point) <= 0.01


def test_the_shift_in_shanghai_is_east_and_south() -> None:
    shifted = wgs84_to_gcj02(PEOPLES_SQUARE)
    assert compass_code(PEOPLES_SQUARE, shifted) in {"e", "se"}
    assert 400 < distance_m(PEOPLES_SQUARE, shifted) < 550
    assert 1000 < distance_m(PEOPLES_SQUARE, wgs84_to_bd09(PEOPLES_SQUARE)) < 1300


def test_a_published_pair_agrees() -> None:
    """Tiananmen as the widely copied conversion gives it (39.90815613, 116.3975) in GCJ-02."""
    shifted = wgs84_to_gcj02(LatLng(39.90746, 116.391234))
    assert distance_m(shifted, LatLng(39.908863, 116.397476)) < 2


def test_the_rest_of_the_world_is_not_shifted() -> None:
    london = LatLng(51.5, -0.12)
    assert all(from_wgs84(london, datum) == london for datum in Datum)
    assert all(to_wgs84(london, datum) == london for datum in Datum)
