"""What lies between two points."""

from __future__ import annotations

import random

import numpy as np
import pytest

from geo.crossings import Barrier
from geo.records import LatLng

RIVER = Barrier([[LatLng(31.20, 121.49), LatLng(31.24, 121.50), LatLng(31.26, 121.52)]])


@pytest.mark.parametrize(
    ("start", "end", "between"),
    [
        ((31.23, 121.48), (31.23, 121.51), True),
        ((31.23, 121.51), (31.23, 121.48), True),
        ((31.23, 121.48), (31.25, 121.49), False),
        ((31.22, 121.51), (31.23, 121.52), False),
        ((31.10, 121.48), (31.10, 121.52), False),
        ((31.23, 121.48), (31.24, 121.50), True),
    ],
    ids=["over", "back", "west", "east", "past the end", "touching"],
)
def test_a_line_is_between_two_points(start, end, between):
    assert RIVER.is_between(LatLng(*start), LatLng(*end)) is between


def test_no_line_bars_nothing():
    assert not Barrier().is_between(LatLng(31.2, 121.4), LatLng(31.3, 121.6))


def test_many_ways_at_once_are_as_one_by_one():
    chance = random.Random(8)
    places, corners = (
        [LatLng(chance.uniform(31.2, 31.3), chance.uniform(121.4, 121.5)) for _ in range(count)]
        for count in (40, 12)
    )
    barrier = Barrier([corners[:7], corners[7:]])
    degrees = np.array([(point.lat, point.lng) for point in places])
    table = barrier.between_all(degrees)
    for i, start in enumerate(places):
        row = barrier.between(np.repeat(degrees[i : i + 1], len(places), axis=0), degrees)
        assert (row == table[i]).all()
        expected = [barrier.is_between(start, end) for end in places]
        assert (np.delete(table[i], i) == np.delete(expected, i)).all()
    assert table.any()
    assert not table.all()


def test_no_points_and_no_lines():
    nothing = np.empty((0, 2))
    assert Barrier().between_all(nothing).shape == (0, 0)
    assert not Barrier().between(np.ones((1, 2)), np.zeros((1, 2))).any()
