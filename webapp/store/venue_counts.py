"""How many venues each choice of the filter form would list, the other filters kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from webapp.store.plane import walk_m
from webapp.store.venue_columns import Mask
from webapp.store.venue_filter import NEAR_STATION_M, WALKS_MIN
from webapp.store.venue_selection import STATES, Selection, reach_m

Counts = Mapping[str, Mapping[str, int]]
REPLACED = ("scenario", "kind", "district", "area", "line", "benefit", "price")
"""Filters whose choices stand instead of or beside each other."""
ADDED = ("access", "tag")
"""Filters whose choices narrow each other: a venue must have all that were chosen."""


def counts_of(selection: Selection) -> Counts:
    """Return the counts by filter and value; a value nobody carries may be left out.

    `walk` is there only with a centre, `state` only with a moment, `station` only for
    ways on foot, up to the longest walk one can ask for.
    """
    return dict(_counts(selection))


def _counts(selection: Selection) -> Iterator[tuple[str, Mapping[str, int]]]:
    every = selection.mask()

    def others(name: str) -> Mask:
        return selection.mask(name) if name in selection.masks else every

    for name in REPLACED:
        yield name, selection.columns.links[name].counts(others(name))
    for name in ADDED:
        yield name, selection.columns.links[name].counts(every)
    within_m = reach_m(selection.wanted) or NEAR_STATION_M
    is_circle = selection.wanted.within_m is not None
    if not is_circle and within_m <= walk_m(max(WALKS_MIN)):  # what is prepared is ways on foot
        yield "station", selection.columns.reach.within(within_m).counts(others("reach"))
    if selection.walk_metres is not None:
        yield "walk", _by_walk(selection, others("reach"))
    if selection.states is not None:
        yield "state", _by_state(selection, others("state"))


def _by_walk(selection: Selection, mask: Mask) -> Mapping[str, int]:
    metres = np.sort(selection.walk_metres[mask])  # type: ignore[index]
    most = [walk_m(minutes, selection.wanted.pace_m_per_min) for minutes in WALKS_MIN]
    numbers = np.searchsorted(metres, most, side="right").tolist()
    return dict(zip(map(str, WALKS_MIN), numbers, strict=True))


def _by_state(selection: Selection, mask: Mask) -> Mapping[str, int]:
    numbers = np.bincount(selection.states[mask], minlength=len(STATES))  # type: ignore[index]
    return dict(zip(map(str, STATES), numbers.tolist(), strict=True))
