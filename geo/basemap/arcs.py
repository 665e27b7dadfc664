"""Borders that two districts share, kept once: rings become lists of arcs (after TopoJSON)."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from geo.basemap.deltas import Step

Line = tuple[Step, ...]


class Arcs:
    """The arcs of many rings. `lines[i]` is arc `i`; in a ring, `~i` is arc `i` backwards."""

    def __init__(self, rings: Sequence[Sequence[Step]]) -> None:
        """Take all rings at once, closed, so that it is known where borders part."""
        beside: dict[Step, set[Step]] = defaultdict(set)
        for ring in rings:
            for one, other in pairwise(ring):
                beside[one].add(other)
                beside[other].add(one)
        self._parting = {step for step, others in beside.items() if len(others) > 2}
        self._numbers: dict[Line, int] = {}

    @property
    def lines(self) -> list[Line]:
        """The arcs met so far, by number."""
        return list(self._numbers)

    def ring(self, ring: Sequence[Step]) -> list[int]:
        """Return the numbers of the arcs that make up a closed ring."""
        return [self._number(tuple(line)) for line in self._cut(ring[:-1])]

    def _cut(self, corners: Sequence[Step]) -> list[list[Step]]:
        partings = [i for i, step in enumerate(corners) if step in self._parting]
        first = partings[0] if partings else corners.index(min(corners))
        turned = [*corners[first:], *corners[:first], corners[first]]
        cuts = [i for i, step in enumerate(turned) if step in self._parting] or [0, len(turned) - 1]
        return [turned[start : end + 1] for start, end in pairwise(cuts)]

    def _number(self, line: Line) -> int:
        backwards = line[::-1]
        if backwards < line:
            return ~self._numbers.setdefault(backwards, len(self._numbers))
        return self._numbers.setdefault(line, len(self._numbers))
