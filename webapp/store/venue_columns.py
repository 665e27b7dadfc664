"""All listed venues as columns: what lists, counts and the map's question are answered from.

A request looks at whole columns at once and builds objects for the venues of one page only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Mask: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.int64]
Metres: TypeAlias = NDArray[np.float64]

NEVER = 3_000_000
"""The day, counted as `date.toordinal` does, on which venues end that do not end."""


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Which venues carry which value: `rows[starts[i]:starts[i + 1]]` carry `values[i]`."""

    values: tuple[str, ...]
    starts: Numbers
    rows: Numbers

    def rows_of(self, value: str) -> Numbers:
        """Return the rows that carry `value`, none for a value nobody carries."""
        if value not in self.values:
            return self.rows[:0]
        place = self.values.index(value)
        return self.rows[self.starts[place] : self.starts[place + 1]]

    def counts(self, mask: Mask) -> dict[str, int]:
        """Return how many venues of `mask` carry each value."""
        chosen = mask[self.rows]
        slices = pairwise(self.starts.tolist())
        numbers = (int(np.count_nonzero(chosen[start:end])) for start, end in slices)
        return dict(zip(self.values, numbers, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """The venues around each station: as `Links`, nearest first, with straight metres."""

    links: Links
    metres: Metres

    def within(self, most_m: float) -> Links:
        """Return the venues at most `most_m` metres from each station."""
        return _within(self, most_m)


@dataclass(frozen=True, slots=True, eq=False)
class VenueColumns:
    """One entry a listed venue in every array, by ascending id; positions in WGS-84 degrees.

    Days are ordinals (`date.toordinal`). `hours` is a place in `hours_ids`, -1 for a venue without
    hours. `by_zh` and `by_en` are places in the order of names. `links` has the values of scenario,
    kind, district, area, line, access, benefit, tag and price.
    """

    ids: Numbers
    slugs: NDArray[np.bytes_]
    lat: Metres
    lng: Metres
    rank: Numbers
    as_of: Numbers
    confirm_days: Numbers
    ends_on: Numbers
    hours: Numbers
    hours_ids: Numbers
    by_zh: Numbers
    by_en: Numbers
    links: Mapping[str, Links]
    reach: Reach

    @property
    def size(self) -> int:
        """How many venues are listed."""
        return len(self.ids)

    def rows_with(self, ids: Numbers) -> Numbers:
        """Return the rows of the venues with these ids, in their order; others are left out."""
        return find_rows(self.ids, ids)[0]


@lru_cache(maxsize=4)  # people ask for few distances, and for these again and again
def _within(reach: Reach, most_m: float) -> Links:
    is_near = reach.metres <= most_m
    before = np.concatenate([[0], np.cumsum(is_near)])
    return Links(reach.links.values, before[reach.links.starts], reach.links.rows[is_near])


def find_rows(known: Numbers, ids: Numbers) -> tuple[Numbers, Mask]:
    """Return where ids stand in `known` (ascending), and which of them do at all."""
    if not len(known):
        return np.zeros(0, np.int64), np.zeros(len(ids), np.bool_)
    places = np.minimum(np.searchsorted(known, ids), len(known) - 1)
    is_known = known[places] == ids
    return places[is_known], is_known
