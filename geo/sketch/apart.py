"""Moves marks apart that would cover each other. Standard library only."""

from collections.abc import Sequence
from itertools import combinations
from math import cos, dist, sin

from geo.sketch.frame import Pixel

ROUNDS = 60
TURN = 2.4
"""Marks on the very same place leave it in different directions, this many radians apart."""


def moved_apart(
    marks: Sequence[Pixel], fixed: Sequence[Pixel], least: tuple[float, float], within: Pixel
) -> list[Pixel]:
    """Return where marks can stand so that they are apart, as near to their places as may be.

    `least` is how far they keep from each other and from the points in `fixed`; `within` is the
    greatest x and y, the least being the half of `least` from the upper left corner.
    """
    places = [_aside(mark, number) for number, mark in enumerate(marks)]
    for _ in range(ROUNDS):
        for one, other in combinations(range(len(places)), 2):
            push = _push(places[one], places[other], least[0])
            places[one] = _plus(places[one], push, 0.5)
            places[other] = _plus(places[other], push, -0.5)
        kept = (_away_from(fixed, place, least[1]) for place in places)
        places = [_inside(place, least[0] / 2, within) for place in kept]
    return places


def _away_from(fixed: Sequence[Pixel], place: Pixel, least: float) -> Pixel:
    for point in fixed:
        place = _plus(place, _push(place, point, least), 1)
    return place


def _aside(mark: Pixel, number: int) -> Pixel:
    """A hair's breadth from the place, so that two marks there know which way to go."""
    return mark[0] + 0.01 * cos(TURN * number), mark[1] + 0.01 * sin(TURN * number)


def _push(place: Pixel, other: Pixel, least: float) -> Pixel:
    """How far a mark at `place` must go to be `least` away from `other`."""
    apart = dist(place, other)
    if apart >= least or apart == 0:
        return (0.0, 0.0)
    share = (least - apart) / apart
    return (place[0] - other[0]) * share, (place[1] - other[1]) * share


def _plus(place: Pixel, push: Pixel, share: float) -> Pixel:
    return place[0] + push[0] * share, place[1] + push[1] * share


def _inside(place: Pixel, edge: float, within: Pixel) -> Pixel:
    return min(max(place[0], edge), within[0]), min(max(place[1], edge), within[1])
