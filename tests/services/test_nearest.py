import random

import pytest

from geo.crossings import Barrier
from geo.distance import distance_m, walking_min
from geo.records import LatLng
from webapp.services.nearest import CLOSE_M, FARTHEST_M, MOST, NEAREST, nearest_stations

CHANCE = random.Random(5)


def somewhere(spread: float) -> LatLng:
    return LatLng(31.2 + CHANCE.uniform(0, spread), 121.4 + CHANCE.uniform(0, spread))


@pytest.mark.parametrize("spread", [0.5, 0.05])
def test_it_agrees_with_measuring_every_station(spread):
    stations = [somewhere(spread) for _ in range(60)]
    positions = [somewhere(spread) for _ in range(100)]
    for position, found in zip(positions, nearest_stations(positions, stations), strict=True):
        every = sorted((distance_m(position, each), i) for i, each in enumerate(stations))
        near = [(i, round(m)) for m, i in every[:NEAREST] if m <= FARTHEST_M]
        close = [(i, round(m)) for m, i in every[NEAREST:MOST] if m <= CLOSE_M]
        assert [(each.index, each.distance_m) for each in found] == near + close


def test_minutes_are_those_of_the_distance():
    ((near,),) = nearest_stations([LatLng(31.23, 121.47)], [LatLng(31.235, 121.47)])
    assert near.walk_min == walking_min(near.distance_m)


def test_without_stations_there_is_none_near():
    assert list(nearest_stations([LatLng(31.23, 121.47)] * 2, [])) == [(), ()]


def test_a_station_beyond_the_river_is_not_near():
    river = Barrier([[LatLng(31.20, 121.49), LatLng(31.26, 121.49)]])
    stations = [LatLng(31.23, 121.495), LatLng(31.23, 121.48)]
    (found,) = nearest_stations([LatLng(31.23, 121.488)], stations, river)
    assert [near.index for near in found] == [1]
