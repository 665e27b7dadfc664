"""Lines as short lists of whole numbers: the first point from an origin, the others from the last.

`[lng, lat, lng, lat, …]` in steps of 1e-5 degrees (1.1 m north, 0.95 m east in Shanghai).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

STEPS = 100_000
"""Steps in a degree."""
ORIGIN = (12147000, 3123000)
"""121.47° E, 31.23° N in steps; near the middle of the city, so that numbers stay short."""

Step = tuple[int, int]


def to_steps(points: Iterable[Sequence[float]]) -> list[Step]:
    """Return `[lng, lat]` degrees as steps, without the repeats that rounding makes."""
    steps = [(round(lng * STEPS), round(lat * STEPS)) for lng, lat in points]
    return [*steps[:1], *(after for before, after in pairwise(steps) if after != before)]


def encode(steps: Iterable[Step]) -> list[int]:
    """Return the numbers that stand for a line."""
    numbers: list[int] = []
    before = ORIGIN
    for step in steps:
        numbers += (step[0] - before[0], step[1] - before[1])
        before = step
    return numbers


def decode(numbers: Sequence[int]) -> list[tuple[float, float]]:
    """Return the `[lng, lat]` degrees of a line, as the browser does."""
    lng, lat = ORIGIN
    points = []
    for i in range(0, len(numbers), 2):
        lng, lat = lng + numbers[i], lat + numbers[i + 1]
        points.append((lng / STEPS, lat / STEPS))
    return points
