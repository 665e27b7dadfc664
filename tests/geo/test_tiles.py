"""Tiles: the same square both ways, and a cover without holes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.records import SHANGHAI, Bounds, LatLng
from geo.tiles import Tile, bounds_of, tile_at, tiles_in

points = st.builds(LatLng, st.floats(-84, 84), st.floats(-179.99, 179.99))
zooms = st.integers(0, 18)


def test_a_known_tile() -> None:
    assert tile_at(LatLng(31.2397, 121.4905), 14) == Tile(14, 13721, 6694)


@given(points, zooms)
def test_a_point_lies_in_its_tile(point: LatLng, z: int) -> None:
    box = bounds_of(tile_at(point, z))
    assert box.west - 1e-9 <= point.lng <= box.east
    assert box.south - 1e-9 <= point.lat <= box.north + 1e-9


@given(st.integers(8, 16), st.data())
def test_the_middle_of_a_tile_is_in_it(z: int, data: st.DataObject) -> None:
    tile = Tile(z, data.draw(st.integers(0, 2**z - 1)), data.draw(st.integers(0, 2**z - 1)))
    assert tile_at(bounds_of(tile).centre, z) == tile


def test_the_tiles_of_a_box_cover_its_corners() -> None:
    tiles = set(tiles_in(SHANGHAI, 10))
    assert {
        tile_at(LatLng(SHANGHAI.north, SHANGHAI.west), 10),
        tile_at(SHANGHAI.centre, 10),
    } <= tiles
    assert len(tiles) == 5 * 5


@pytest.mark.parametrize("wrong", [(-1, 0, 0), (0, 1, 0), (3, 8, 0), (3, 0, -1), (23, 0, 0)])
def test_a_tile_that_does_not_exist_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no such tile"):
        Tile(*wrong)


def test_a_swapped_box_is_refused() -> None:
    with pytest.raises(ValueError, match="not a box"):
        Bounds(122, 31, 121, 32)


def test_boxes_meet_and_hold() -> None:
    box = Bounds.around([LatLng(31, 121), LatLng(32, 122)])
    assert box.as_bbox() == (121, 31, 122, 32)
    assert box.contains(box.centre)
    assert box.intersects(Bounds(122, 32, 123, 33))
    assert not box.intersects(Bounds(122.1, 31, 123, 32))
