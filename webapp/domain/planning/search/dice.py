"""Random numbers from one 64-bit state, the same on every machine (splitmix64, Steele 2014)."""

from __future__ import annotations

import numpy as np

from webapp.domain.planning.search.arrays import Seeds
from webapp.domain.planning.search.compiled import compiled


@compiled
def chance(seeds: Seeds) -> float:
    """Draw from [0, 1)."""
    state = seeds[0] + np.uint64(0x9E3779B97F4A7C15)
    seeds[0] = state
    mixed = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed = mixed ^ (mixed >> np.uint64(31))
    return float(mixed >> np.uint64(11)) / 9007199254740992.0


@compiled
def below(seeds: Seeds, limit: int) -> int:
    """Draw a whole number from [0, limit)."""
    return int(chance(seeds) * limit)
