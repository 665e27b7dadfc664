"""Where the name of a river can stand on its water: the straightest reaches first."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import atan2, cos, degrees, dist, sin

from geo.sketch.frame import Pixel
from geo.sketch.labels import Spot
from geo.sketch.lettering import WATER

STEP_PX = 12
ROOM_PX = 4
"""How far letters may stick out of the water."""
SHARES = (-0.5, -0.25, 0.0, 0.25, 0.5)
STRAIGHT = 0.95


def spots_along(course: Sequence[Pixel], width_px: float, em: float) -> tuple[Spot, ...]:
    """Return the spots for a name `em` letters long on a river `width_px` wide."""
    length = em * WATER.standard_px
    room = (width_px - WATER.standard_px) / 2 + ROOM_PX
    if room < ROOM_PX or len(course) < 2:
        return ()
    found = sorted(_found(_Course(course), length, room), key=lambda each: each[0])
    return tuple(spot for _, spot in found)


def _found(course: "_Course", length: float, room: float) -> Iterator[tuple[float, Spot]]:
    along = length / 2
    while along <= course.length - length / 2:
        points = [course.at(along + share * length) for share in SHARES]
        bend, spot = _chord(points)
        if bend <= room and dist(points[0], points[-1]) >= STRAIGHT * length:
            yield bend, spot
        along += STEP_PX


def _chord(points: Sequence[Pixel]) -> tuple[float, Spot]:
    """How far the points leave their chord, and the spot on the middle of them."""
    start, end = points[0], points[-1]
    turn = atan2(end[1] - start[1], end[0] - start[0])
    away = [(y - start[1]) * cos(turn) - (x - start[0]) * sin(turn) for x, y in points]
    shift = (max(away) + min(away)) / 2
    x = (start[0] + end[0]) / 2 - sin(turn) * shift
    y = (start[1] + end[1]) / 2 + cos(turn) * shift
    angle = (degrees(turn) + 90) % 180 - 90
    return (max(away) - min(away)) / 2, Spot((x, y), "on", angle=angle)


class _Course:
    """A line that can be asked for the point a way along it."""

    def __init__(self, points: Sequence[Pixel]) -> None:
        self._points = points
        self._along = [0.0, *accumulate(dist(a, b) for a, b in pairwise(points))]
        self.length = self._along[-1]

    def at(self, along: float) -> Pixel:
        for i, (before, after) in enumerate(pairwise(self._along)):
            if along <= after and after > before:
                share = (along - before) / (after - before)
                (x, y), (to_x, to_y) = self._points[i], self._points[i + 1]
                return x + (to_x - x) * share, y + (to_y - y) * share
        return self._points[-1]
