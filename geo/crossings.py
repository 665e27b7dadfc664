"""Whether the straight way between two points crosses a line, such as a river without bridges."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.records import Bounds, LatLng

Line = Sequence[LatLng]
Degrees = NDArray[np.float64]
"""Points as rows of latitude and longitude."""
Flags = NDArray[np.bool_]


class Barrier:
    """Lines that cannot be crossed on foot; WGS-84, on the plane of degrees (one city)."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Take lines of at least two points; none at all bar nothing."""
        self._parts = [(Bounds.around(part), *part) for line in lines for part in pairwise(line)]

    def is_between(self, start: LatLng, end: LatLng) -> bool:
        """Say whether a line lies between the two points; touching one counts."""
        way = Bounds.around((start, end))
        return any(
            box.intersects(way) and _crosses(start, end, first, last)
            for box, first, last in self._parts
        )

    def between(self, starts: Degrees, ends: Degrees) -> Flags:
        """Say the same of many ways at once, each from a row of `starts` to that of `ends`."""
        barred = np.zeros(len(starts), np.bool_)
        for first, last in self._near(np.concatenate((starts, ends))):
            apart = _sides(first, last, starts) * _sides(first, last, ends) <= 0
            barred |= apart & (_sides(starts, ends, first) * _sides(starts, ends, last) <= 0)
        return barred

    def between_all(self, points: Degrees) -> Flags:
        """Say it of the ways between all points: a square table."""
        count = len(points)
        barred = np.zeros((count, count), np.bool_)
        for first, last in self._near(points):
            side = _sides(first, last, points)
            one, other = np.flatnonzero(side >= 0), np.flatnonzero(side <= 0)
            if one.size and other.size:
                rows, columns = points[one][:, None], points[other][None, :]
                crosses = _sides(rows, columns, first) * _sides(rows, columns, last) <= 0
                barred[np.ix_(one, other)] |= crosses
        return barred | barred.T

    @cached_property
    def _ends(self) -> NDArray[np.float64]:
        """Both ends of every part: parts × 2 × (latitude, longitude)."""
        ends = [[(a.lat, a.lng), (b.lat, b.lng)] for _, a, b in self._parts]
        return np.array(ends, np.float64).reshape(-1, 2, 2)

    def _near(self, points: Degrees) -> NDArray[np.float64]:
        """Return the parts that touch the box around the points."""
        if not len(points):
            return self._ends[:0]
        low, high = points.min(axis=0), points.max(axis=0)
        touches = (self._ends.min(axis=1) <= high) & (self._ends.max(axis=1) >= low)
        near: NDArray[np.float64] = self._ends[touches.all(axis=1)]
        return near


def _crosses(a: LatLng, b: LatLng, c: LatLng, d: LatLng) -> bool:
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: LatLng, b: LatLng, point: LatLng) -> float:
    """Return on which side of the line from `a` to `b` a point lies: sign of the cross product."""
    return (b.lng - a.lng) * (point.lat - a.lat) - (b.lat - a.lat) * (point.lng - a.lng)


def _sides(a: Degrees, b: Degrees, points: Degrees) -> NDArray[np.float64]:
    """Return the same for rows of points."""
    run, rise = b[..., 1] - a[..., 1], b[..., 0] - a[..., 0]
    sides: NDArray[np.float64] = run * (points[..., 0] - a[..., 0]) - rise * (
        points[..., 1] - a[..., 1]
    )
    return sides
