"""Shapes in degrees to the `d` of an SVG path, cut to a frame."""

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.sketch.frame import Frame
from geo.sketch.strokes import stroke, tolerance_px

SMALLEST_PX2 = 3
"""Islets smaller than this are left out."""


def in_frame(shape: BaseGeometry, frame: Frame, bleed_px: float) -> BaseGeometry:
    """Return the part of a shape that `frame` shows with `bleed_px` around it, in pixels."""
    cut = shapely.clip_by_rect(shape, *frame.bounds(bleed_px).as_bbox())
    if shapely.is_empty(cut):
        return cut
    scale = np.array(frame.px_per_degree) * (1, -1)
    origin = np.array(frame.centre.as_geojson())
    middle = np.array((frame.width / 2, frame.height / 2))
    pixels = shapely.transform(cut, lambda points: (points - origin) * scale + middle)
    return shapely.simplify(pixels, tolerance_px(frame))


def path_of(pixels: BaseGeometry) -> str:
    """Return the `d` of polygons or lines in pixels, empty when there is nothing to draw."""
    return "".join(_part(part) for part in shapely.get_parts(pixels))


def _part(part: BaseGeometry) -> str:
    if isinstance(part, Polygon):
        rings = (part.exterior, *part.interiors)
        return "".join(stroke(ring.coords, "z") for ring in rings if _is_large(ring))
    return stroke(part.coords) if isinstance(part, LineString) else ""


def _is_large(ring: LineString) -> bool:
    return bool(shapely.area(Polygon(ring)) >= SMALLEST_PX2)
