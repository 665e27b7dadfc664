"""Shapes in degrees to the `d` of an SVG path, cut to a frame."""

from functools import cache
from math import inf

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.sketch.frame import Frame

TENTHS = 10
TOLERANCES_PX = {20: 0.4, 50: 0.7, inf: 1.3}
"""How far a simplified line may stray, by metres a pixel: ragged borders are calmer from afar."""
SMALLEST_PX2 = 3
"""Islets smaller than this are left out."""

Points = NDArray[np.float64]


def in_frame(shape: BaseGeometry, frame: Frame, bleed_px: float) -> BaseGeometry:
    """Return the part of a shape that `frame` shows with `bleed_px` around it, in pixels."""
    cut = shapely.clip_by_rect(shape, *frame.bounds(bleed_px).as_bbox())
    if shapely.is_empty(cut):
        return cut
    scale = np.array(frame.px_per_degree) * (1, -1)
    origin = np.array(frame.centre.as_geojson())
    middle = np.array((frame.width / 2, frame.height / 2))
    pixels = shapely.transform(cut, lambda points: (points - origin) * scale + middle)
    return shapely.simplify(pixels, _tolerance(frame))


def path_of(pixels: BaseGeometry) -> str:
    """Return the `d` of polygons or lines in pixels, empty when there is nothing to draw."""
    return "".join(_part(part) for part in shapely.get_parts(pixels))


def _tolerance(frame: Frame) -> float:
    return next(px for limit, px in TOLERANCES_PX.items() if frame.m_per_px <= limit)


def _part(part: BaseGeometry) -> str:
    if isinstance(part, Polygon):
        rings = (part.exterior, *part.interiors)
        return "".join(_run(ring.coords, "z") for ring in rings if _is_large(ring))
    return _run(part.coords, "") if isinstance(part, LineString) else ""


def _is_large(ring: LineString) -> bool:
    return bool(shapely.area(Polygon(ring)) >= SMALLEST_PX2)


def _run(points: object, end: str) -> str:
    """One line in tenths of a pixel, each point told from the one before, which is shorter."""
    tenths = np.round(np.asarray(points)[: -1 if end else None] * TENTHS).astype(int)
    (x, y), steps = tenths[0].tolist(), np.diff(tenths, axis=0).tolist()
    told = "".join(_joined(dx) + _joined(dy) for dx, dy in steps if dx or dy)
    return f"M{_short(x)} {_short(y)}l{told.lstrip()}{end}" if told else ""


def _joined(tenths: int) -> str:
    return _short(tenths) if tenths < 0 else " " + _short(tenths)


@cache
def _short(tenths: int) -> str:
    """Tenths as SVG's shortest number: -4 is `-.4`, 30 is `3`."""
    shown = f"{tenths / TENTHS:g}"
    return shown.replace("0.", ".", 1) if abs(tenths) < TENTHS and tenths else shown
