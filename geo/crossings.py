"""Whether the straight way between two points crosses a line, such as a river without bridges."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from geo.records import Bounds, LatLng

Line = Sequence[LatLng]


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


def _crosses(a: LatLng, b: LatLng, c: LatLng, d: LatLng) -> bool:
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: LatLng, b: LatLng, point: LatLng) -> float:
    """Return on which side of the line from `a` to `b` a point lies: sign of the cross product."""
    return (b.lng - a.lng) * (point.lat - a.lat) - (b.lat - a.lat) * (point.lng - a.lng)
