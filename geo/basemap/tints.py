"""Gives neighbouring districts different tints."""

from collections.abc import Mapping, Sequence

import shapely

from geo.basemap.layers import DistrictShape

TINTS = (1, 2, 3)

Borders = Mapping[tuple[str, str], float]


def tints_of(districts: Sequence[DistrictShape]) -> dict[str, int]:
    """Return a tint for each code, so that the border between equal tints is as short as can be.

    Three tints are enough for most neighbourhoods but not for all; the shortest borders give way.
    """
    borders = _borders(districts)
    codes = sorted(
        (each.code for each in districts),
        key=lambda code: (-sum(length for pair, length in borders.items() if code in pair), code),
    )
    return _Search(codes, borders).best


def _borders(districts: Sequence[DistrictShape]) -> Borders:
    """The length of each shared border, in degrees."""
    found = {}
    for i, one in enumerate(districts):
        for other in districts[i + 1 :]:
            length = shapely.length(shapely.intersection(one.shape, other.shape))
            if length > 0:
                found[one.code, other.code] = length
    return found


class _Search:
    """Tries tints code by code and turns back when a better answer is known (branch and bound)."""

    def __init__(self, codes: list[str], borders: Borders) -> None:
        self._codes, self._borders = codes, borders
        self._least = float("inf")
        self.best: dict[str, int] = {}
        self._go_on({}, 0.0)

    def _go_on(self, chosen: dict[str, int], cost: float) -> None:
        if cost >= self._least:
            return
        if len(chosen) == len(self._codes):
            self._least, self.best = cost, dict(chosen)
            return
        code = self._codes[len(chosen)]
        by_cost = sorted((self._cost(code, tint, chosen), tint) for tint in TINTS)
        for more, tint in by_cost:
            self._go_on({**chosen, code: tint}, cost + more)

    def _cost(self, code: str, tint: int, chosen: Mapping[str, int]) -> float:
        same = (other for other, theirs in chosen.items() if theirs == tint)
        return sum(
            self._borders.get((code, each), 0) + self._borders.get((each, code), 0) for each in same
        )
