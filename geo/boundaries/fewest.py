"""Draws a line with the fewest vertices that stay within a tolerance of it.

Douglas-Peucker keeps original vertices only and needs a quarter more of them on ragged borders.
Here a new vertex may also stand beside an original one, on two small rings inside the tolerance;
a dynamic programme then finds the chain with the fewest links (after Imai and Iri, 1988).
"""

from math import pi

import numpy as np
from numpy.typing import NDArray

from geo.boundaries.plane import Points

REACH = 48
"""How many original vertices one link may span; longer links are rare and cost time."""
RINGS, DIRECTIONS = (0.5, 0.95), 8
"""Where a vertex may stand: shares of the tolerance, and how many points on each ring."""

_FAR = np.iinfo(np.int64).max // 2


def fewest_links(line: Points, tolerance: float) -> Points:
    """Return a chain from the first to the last point of `line`, `tolerance` in the line's unit.

    Every original vertex lies within `tolerance` of the link that replaces it.
    """
    spots = _spots(line, tolerance)
    links = [np.full(len(spot), _FAR) for spot in spots]
    links[0][:] = 0
    came_from: list[NDArray[np.int64]] = [np.zeros((len(spot), 2), np.int64) for spot in spots]
    for end in range(1, len(line)):
        for start in range(max(0, end - REACH), end):
            if links[start].min() + 1 < links[end].max():
                ok = _reachable(spots[start], spots[end], line[start + 1 : end], tolerance)
                _improve(links, came_from, ok, (start, end))
    return _walk_back(spots, came_from)


def _spots(line: Points, tolerance: float) -> list[Points]:
    """Where the chain may turn, for each vertex; the two ends may not move."""
    turns = np.arange(DIRECTIONS) * 2 * pi / DIRECTIONS
    circle = np.column_stack([np.cos(turns), np.sin(turns)])
    offsets = np.vstack([[[0.0, 0.0]], *(circle * tolerance * ring for ring in RINGS)])
    inner = [vertex + offsets for vertex in line[1:-1]]
    return [line[:1], *inner, line[-1:]]


def _reachable(
    starts: Points, ends: Points, between: Points, tolerance: float
) -> NDArray[np.bool_]:
    """Say for each pair of spots whether the link between them passes all vertices closely."""
    link = ends[None, :] - starts[:, None]
    if not len(between):
        return np.ones(link.shape[:2], bool)
    to_vertex = between[None, None] - starts[:, None, None]
    length2 = np.maximum((link**2).sum(-1), 1e-9)[:, :, None]
    along = np.clip((to_vertex * link[:, :, None]).sum(-1) / length2, 0, 1)
    away = to_vertex - along[..., None] * link[:, :, None]
    near: NDArray[np.bool_] = (away**2).sum(-1).max(-1) <= tolerance**2
    return near


def _improve(
    links: list[NDArray[np.int64]],
    came_from: list[NDArray[np.int64]],
    ok: NDArray[np.bool_],
    hop: tuple[int, int],
) -> None:
    """Note, for each spot at the end of `hop`, a shorter chain through its start if any."""
    start, end = hop
    through = np.where(ok, links[start][:, None], _FAR)
    best = through.argmin(0)
    count = through.min(0) + 1
    better = count < links[end]
    links[end][better] = count[better]
    came_from[end][better] = np.column_stack([np.full(len(best), start), best])[better]


def _walk_back(spots: list[Points], came_from: list[NDArray[np.int64]]) -> Points:
    vertex, spot = len(spots) - 1, 0
    chain = [spots[vertex][spot]]
    while vertex:
        vertex, spot = came_from[vertex][spot]
        chain.append(spots[vertex][spot])
    return np.array(chain[::-1])
