"""How long a search may take, and the search in slices so that it ends in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

FIRST_ROUNDS = 20
SLICES = 50
"""A search looks at the clock about this often."""


@dataclass(frozen=True, slots=True)
class Effort:
    """At most `seconds`; with `rounds` given, exactly as many, whatever they take.

    The same seed and rounds give the same answer on every machine.
    """

    seconds: float = 0.2
    rounds: int | None = None
    seed: int = 1


Slice = Callable[[int, float, float], None]
"""Search for so many rounds, from one part of the way (0 … 1) to another."""


def spend(effort: Effort, search: Slice, clock: Callable[[], float] = perf_counter) -> int:
    """Call `search` until the effort is spent; returns the rounds. `clock` gives seconds."""
    if effort.rounds is not None:
        search(effort.rounds, 0.0, 1.0)
        return effort.rounds
    begun, done, rounds = clock(), 0, FIRST_ROUNDS
    part = 0.0
    while True:
        per_round = (clock() - begun) / done if done else effort.seconds / SLICES / FIRST_ROUNDS
        target = min(1.0, part + rounds * per_round / effort.seconds)
        search(rounds, part, target)
        done += rounds
        spent = clock() - begun
        part = min(1.0, spent / effort.seconds)
        rounds = _next(done / spent, effort.seconds, effort.seconds - spent)
        if rounds < 1:
            return done


def _next(rate: float, seconds: float, left: float) -> int:
    """Rounds of the next slice; not so many that the last one runs over."""
    return int(rate * min(seconds / SLICES, left * 0.9))
