"""Which way trains run: what lies between two stations of a line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branches:
    """The stops of one line: a tuple of slugs for each branch."""

    stops: tuple[tuple[str, ...], ...]

    def passes(self, start: str, end: str, between: str) -> bool:
        """Say whether a train from `start` to `end` stops at `between` on its way."""
        return any(between in _way(branch, start, end) for branch in self.stops)


def _way(branch: tuple[str, ...], start: str, end: str) -> tuple[str, ...]:
    """Return the stops strictly between two stations; none when one is on another branch."""
    if start not in branch or end not in branch:
        return ()
    first, last = sorted((branch.index(start), branch.index(end)))
    return branch[first + 1 : last]
