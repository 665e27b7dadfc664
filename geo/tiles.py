"""Web-Mercator tiles: z/x/y to bounds and back, and the tiles that cover a box.

The scheme is the usual one of web maps (y counts from the north, 2^z tiles a side), WGS-84 degrees.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import asinh, atan, degrees, floor, pi, radians, sinh, tan

from geo.records import Bounds, LatLng

MAX_LAT = 85.0511287798066
"""Latitude at which the Mercator square ends."""
MAX_ZOOM = 22
"""The deepest level anybody may ask for."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One square of the tile pyramid."""

    z: int
    x: int
    y: int

    def __post_init__(self) -> None:
        """Raise `ValueError` for a level or a square that does not exist."""
        side = 1 << self.z if 0 <= self.z <= MAX_ZOOM else 0
        if not (0 <= self.x < side and 0 <= self.y < side):
            raise ValueError(f"no such tile: {self.z}/{self.x}/{self.y}")


def tile_at(point: LatLng, z: int) -> Tile:
    """Return the tile of level `z` that holds `point`; `ValueError` for a level out of range."""
    across, down = mercator(point)
    side = 1 << max(z, 0)
    return Tile(z, _inside(across * side, side), _inside(down * side, side))


def bounds_of(tile: Tile) -> Bounds:
    """Return the tile's box in degrees."""
    side = 1 << tile.z
    west, east = (x / side * 360 - 180 for x in (tile.x, tile.x + 1))
    north, south = (_lat_of(y / side) for y in (tile.y, tile.y + 1))
    return Bounds(west, south, east, north)


def tiles_in(bounds: Bounds, z: int) -> Iterator[Tile]:
    """Yield the tiles of level `z` that touch `bounds`, row by row from the north-west."""
    first = tile_at(LatLng(bounds.north, bounds.west), z)
    last = tile_at(LatLng(bounds.south, bounds.east), z)
    for y in range(first.y, last.y + 1):
        for x in range(first.x, last.x + 1):
            yield Tile(z, x, y)


def mercator(point: LatLng) -> tuple[float, float]:
    """Return the place in the unit square: (0, 0) is the north-west corner of the world."""
    lat = max(-MAX_LAT, min(MAX_LAT, point.lat))
    return (point.lng + 180) / 360, (1 - asinh(tan(radians(lat))) / pi) / 2


def _lat_of(down: float) -> float:
    return degrees(atan(sinh(pi * (1 - 2 * down))))


def _inside(place: float, side: int) -> int:
    return max(0, min(side - 1, floor(place)))
