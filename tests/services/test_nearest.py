import random

from geo.distance import distance_m, walking_min
from geo.records import LatLng
from webapp.services.nearest import FARTHEST_M, NEAREST, nearest_stations

CHANCE = random.Random(5)


def somewhere() -> LatLng:
    return LatLng(CHANCE.uniform(31.0, 31.4), CHANCE.uniform(121.2, 121.8))


def test_it_agrees_with_measuring_every_station():
    stations = [somewhere() for _ in range(200)]
    positions = [somewhere() for _ in range(200)]
    for position, found in zip(positions, nearest_stations(positions, stations), strict=True):
        every = sorted((distance_m(position, each), i) for i, each in enumerate(stations))
        wanted = [(i, round(m)) for m, i in every[:NEAREST] if m <= FARTHEST_M]
        assert [(near.index, near.distance_m) for near in found] == wanted


def test_minutes_are_those_of_the_distance():
    ((near,),) = nearest_stations([LatLng(31.23, 121.47)], [LatLng(31.235, 121.47)])
    assert near.walk_min == walking_min(near.distance_m)


def test_without_stations_there_is_none_near():
    assert list(nearest_stations([LatLng(31.23, 121.47)] * 2, [])) == [(), ()]
