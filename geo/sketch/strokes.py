"""Lines in pixels: simplified, and as the `d` of an SVG path. Needs numpy, no shapely."""

from functools import cache
from math import inf

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.sketch.frame import Frame

TENTHS = 10
TOLERANCES_PX = {20: 0.4, 50: 0.7, inf: 1.3}
"""How far a simplified line may stray, by metres a pixel: ragged borders are calmer from afar."""

Points = NDArray[np.float64]


def tolerance_px(frame: Frame) -> float:
    """Return how far a line may stray on a frame."""
    return next(px for limit, px in TOLERANCES_PX.items() if frame.m_per_px <= limit)


def simplified(points: Points, tolerance: float) -> Points:
    """Return the line with fewer points, nowhere farther off (Douglas and Peucker, 1973)."""
    kept = np.zeros(len(points), np.bool_)
    kept[[0, -1]] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        away = _away(points[first + 1 : last], points[first], points[last])
        farthest = int(np.argmax(away))
        if away[farthest] > tolerance:
            middle = first + 1 + farthest
            kept[middle] = True
            spans += [(first, middle), (middle, last)]
    return points[kept]


def stroke(points: ArrayLike, end: str = "") -> str:
    """Return one line in tenths of a pixel, each point told from the one before, which is shorter.

    `end` is `z` for a ring, whose last point repeats its first.
    """
    tenths = np.round(np.asarray(points)[: -1 if end else None] * TENTHS).astype(int)
    (x, y), steps = tenths[0].tolist(), np.diff(tenths, axis=0).tolist()
    told = "".join(_joined(dx) + _joined(dy) for dx, dy in steps if dx or dy)
    return f"M{_short(x)} {_short(y)}l{told.lstrip()}{end}" if told else ""


def _away(points: Points, start: Points, end: Points) -> Points:
    """How far points lie from the stretch between two others."""
    along = end - start
    length = float(along @ along)
    share = np.clip((points - start) @ along / length, 0, 1) if length else np.zeros(len(points))
    away: Points = np.hypot(*(points - start - share[:, None] * along).T)
    return away


def _joined(tenths: int) -> str:
    return _short(tenths) if tenths < 0 else " " + _short(tenths)


@cache
def _short(tenths: int) -> str:
    """Tenths as SVG's shortest number: -4 is `-.4`, 30 is `3`."""
    shown = f"{tenths / TENTHS:g}"
    return shown.replace("0.", ".", 1) if abs(tenths) < TENTHS and tenths else shown
