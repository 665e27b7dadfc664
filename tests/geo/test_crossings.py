"""What lies between two points."""

from __future__ import annotations

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
