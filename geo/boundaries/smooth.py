"""Rounds off lines by Chaikin's corner cutting (Chaikin, 1974)."""

import numpy as np

from geo.boundaries.plane import Points

ROUNDS = 3
"""Times the corners are cut: each time halves what is left of them."""


def rounded_off(points: Points) -> Points:
    """Cut corners at a quarter and three quarters of each side, `ROUNDS` times; keep the ends."""
    for _ in range(ROUNDS):
        start, end = points[:-1], points[1:]
        cut = np.stack([start * 0.75 + end * 0.25, start * 0.25 + end * 0.75], axis=1)
        points = np.vstack([points[:1], cut.reshape(-1, 2), points[-1:]])
    return points
