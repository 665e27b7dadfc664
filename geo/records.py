"""The small values that geo hands out and the web application shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class LatLng:
    """A point in degrees, latitude first; WGS-84 unless the name of the value says otherwise."""

    lat: float
    lng: float

    def rounded(self, digits: int = 6) -> "LatLng":
        """Return the point rounded to `digits` decimals (6 decimals are 0.1 m)."""
        return LatLng(round(self.lat, digits), round(self.lng, digits))

    def as_geojson(self) -> list[float]:
        """Return `[lng, lat]`, the order GeoJSON wants (RFC 7946, 3.1.1)."""
        return [self.lng, self.lat]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in WGS-84 degrees, edges included, in GeoJSON's order; never over the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        """Raise `ValueError` when the edges are swapped or not numbers."""
        if not (self.west <= self.east and self.south <= self.north):
            raise ValueError(f"not a box: {self.as_bbox()}")

    @classmethod
    def around(cls, points: Iterable[LatLng]) -> Self:
        """Return the smallest box that holds `points`; raises `ValueError` when there are none."""
        corners = list(points)
        lats, lngs = [p.lat for p in corners], [p.lng for p in corners]
        return cls(min(lngs), min(lats), max(lngs), max(lats))

    @property
    def centre(self) -> LatLng:
        """The middle of the box."""
        return LatLng((self.south + self.north) / 2, (self.west + self.east) / 2)

    def contains(self, point: LatLng) -> bool:
        """Say whether `point` is inside or on the edge."""
        return self.south <= point.lat <= self.north and self.west <= point.lng <= self.east

    def intersects(self, other: "Bounds") -> bool:
        """Say whether the two boxes share at least a point."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def as_bbox(self) -> tuple[float, float, float, float]:
        """Return `(west, south, east, north)`, as in a GeoJSON or OGC `bbox`."""
        return (self.west, self.south, self.east, self.north)


SHANGHAI = Bounds(120.85, 30.67, 122.25, 31.88)
"""The municipality with its islands, rounded outwards; WGS-84."""
