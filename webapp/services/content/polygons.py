"""Polygons of districts and areas: is a point inside, is a ring sound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import radians
from typing import Any

from shapely import Point, Polygon, prepare
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from geo.distance import EARTH_RADIUS_M
from geo.records import LatLng

DEGREE_M = radians(1) * EARTH_RADIUS_M
"""Metres in a degree of latitude; a degree of longitude is shorter, so distances err upwards."""


class Outline:
    """A polygon on the map, from a GeoJSON geometry in WGS-84."""

    def __init__(self, geometry: dict[str, Any]) -> None:
        """Keep the geometry ready for many questions."""
        self._shape: BaseGeometry = shape(geometry)
        prepare(self._shape)

    def contains(self, position: LatLng, tolerance_m: float = 0) -> bool:
        """Say whether `position` lies inside or at most `tolerance_m` metres outside."""
        point = Point(position.lng, position.lat)
        if self._shape.intersects(point):
            return True
        return tolerance_m > 0 and self._shape.distance(point) * DEGREE_M <= tolerance_m

    def intersects(self, other: Outline) -> bool:
        """Say whether the two polygons share ground."""
        return bool(self._shape.intersects(other._shape))

    @cached_property
    def centre(self) -> LatLng:
        """A point surely inside, for a label."""
        point = self._shape.representative_point()
        return LatLng(round(point.y, 6), round(point.x, 6))

    @property
    def square_km(self) -> float:
        """The area, good to a per cent at this latitude."""
        width = DEGREE_M * 0.8555  # cosine of 31.2 degrees, Shanghai's latitude
        return float(self._shape.area) * width * DEGREE_M / 1e6


def polygon_of(ring: Iterable[list[float]]) -> dict[str, Any]:
    """Return the GeoJSON polygon of a ring of [lng, lat] that need not be closed."""
    corners = [list(corner) for corner in ring]
    if corners[0] != corners[-1]:
        corners.append(corners[0])
    return {"type": "Polygon", "coordinates": [corners]}


def ring_fault(ring: Iterable[list[float]]) -> str | None:
    """Return why a ring is no sound polygon, None when it is."""
    polygon = Polygon([(lng, lat) for lng, lat in ring])
    return None if polygon.is_valid else str(explain_validity(polygon)).lower()
