"""How many places of a set are open through a service day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from webapp.domain.openings import DAY_MIN, DAY_STARTS_AT, State

HALF_HOURS = tuple(range(0, DAY_MIN, 30))
MIDNIGHT = DAY_MIN - DAY_STARTS_AT.hour * 60

StateAt = Callable[[int], State]
"""The state at a minute after 06:00 of the day in question."""


class SameHours(NamedTuple):
    """What places share: the id of their hours, None where unknown, and a pop-up's last day."""

    hours_id: int | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """Numbers of places on one service day.

    `places` are those there at 06:00; the hours of `known` of them are known for this day, at
    least in part. `open` has a number for each minute asked for, by default each half-hour from
    06:00 to 05:30.
    """

    places: int
    known: int
    open: tuple[int, ...]

    def peak(self) -> tuple[int, int]:
        """Return the half-hours at which most are open for the first time, and no longer."""
        most = max(self.open)
        first = self.open.index(most)
        after = next((n for n in range(first, len(self.open)) if self.open[n] != most), None)
        return HALF_HOURS[first], DAY_MIN if after is None else HALF_HOURS[after]


def count_open(
    groups: Mapping[SameHours, int],
    states: Mapping[int, StateAt],
    on: date,
    minutes: tuple[int, ...] = HALF_HOURS,
) -> OpenCounts:
    """Count the places of `groups` on the service day `on`.

    `states` tells the state for each hours id that is known for any part of that day.
    """
    there = {group: count for group, count in groups.items() if _is_there(group, on)}
    known = {group: n for group, n in there.items() if group.hours_id in states}
    return OpenCounts(
        places=sum(there.values()),
        known=sum(known.values()),
        open=tuple(_open_at(known, states, on, minute) for minute in minutes),
    )


def _open_at(
    groups: Mapping[SameHours, int], states: Mapping[int, StateAt], on: date, minute: int
) -> int:
    day = on + timedelta(days=int(minute >= MIDNIGHT))
    return sum(
        count
        for group, count in groups.items()
        if group.hours_id is not None
        and states[group.hours_id](minute) is State.OPEN
        and _is_there(group, day)
    )


def _is_there(group: SameHours, on: date) -> bool:
    return group.ends_on is None or group.ends_on >= on
