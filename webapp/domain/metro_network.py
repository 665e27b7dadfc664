"""Journeys by metro over our own stations, without a timetable: who can go where, until when.

Riding times and last departures come from `webapp.domain.metro_runs`. One is on the platform a
minute after the street, a train leaves three minutes later, and a change takes three minutes of
walking: averages of a network whose trains are three to ten minutes apart. People's Square to
Lujiazui comes out at 5 minutes of riding, as the operator's own planner says.

Every pair of stations has two journeys: the quickest, and the one that still goes when all others
have stopped. Both count only while they are sure: whoever misses a train waits for the next one,
at most `HEADWAY_MIN`, and each change is reached before the last train of the line changed to has
left. A later start thus never arrives earlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import count

import numpy as np
from numpy.typing import NDArray

from webapp.domain.metro import DayType
from webapp.domain.metro_runs import DAY_TYPES

ENTER_MIN = 1.0
"""From the street to the platform; an allowance of ours."""
WAIT_MIN = 3.0
"""For a train; half of the six minutes between trains outside the rush hours."""
CHANGE_WALK_MIN = 3.0
"""From platform to platform; with the wait a change takes six minutes."""
HEADWAY_MIN = 10
"""Trains are no farther apart than this until the usual last one; an assumption on the safe side,
for in the evening the operator's lines run every five to ten minutes."""
EXTENDED_HEADWAY_MIN = 20
"""The same while service is extended (Shanghai Daily, 27 September 2016)."""
NEVER = -1
NO_WAY = 9_999
TENTHS = 10

Minutes = NDArray[np.int16]
Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Ride:
    """One train: line code, station slugs, how many stops it makes, riding minutes."""

    line: str
    start: str
    end: str
    stops: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Journey:
    """A way by metro from street to street; `minutes` counts waits and changes."""

    rides: tuple[Ride, ...]
    minutes: float


@dataclass(frozen=True, slots=True)
class Ways:
    """The journeys of one sort between all stations, rows from, columns to.

    `tenths` of minutes from street to street, `NO_WAY` where none goes; `via` the number of the
    first ride, NEVER where none goes; `until` the last minute of the day to be at the station's
    door, NEVER where none goes. The quickest ways have a table of `until` a type of day.
    """

    tenths: Minutes
    via: Numbers
    until: Minutes


@dataclass(frozen=True)
class MetroNetwork:
    """All stations by slug with the journeys between them.

    `rides` name the trains by number; `late` has an entry a type of day, `earliest` the minute at
    which one arrives who waits at the door before the first train. `last_rides` is the last
    departure of each ride by type of day.
    """

    slugs: tuple[str, ...]
    rides: tuple[Ride, ...]
    last_rides: Minutes
    quick: Ways
    late: tuple[Ways, ...]
    earliest: Minutes

    @cached_property
    def index(self) -> dict[str, int]:
        """The number of each station."""
        return {slug: number for number, slug in enumerate(self.slugs)}

    def until(self, start: str, end: str, day_type: DayType) -> int | None:
        """Return the last minute to be at the door of `start` for `end`, None if no train goes."""
        cell = self._cell(start, end)
        if cell is None:
            return None
        until = int(self.late[DAY_TYPES.index(day_type)].until[cell])
        return None if until == NEVER else until

    def journey(self, start: str, end: str) -> Journey | None:
        """Return the quickest journey by day, None where no train goes or there is none to take."""
        cell = self._cell(start, end)
        if cell is None or self.quick.via[cell] < 0:
            return None
        return Journey(self._quick_rides(*cell), _minutes(self.quick, cell))

    def journey_at(self, start: str, end: str, at_min: float, day_type: DayType) -> Journey | None:
        """Return the journey of one who is at the door of `start` at that minute of the day.

        None once the last train has gone. Before the first one its minutes hold the wait for it.
        """
        cell = self._cell(start, end)
        if cell is None or self.quick.via[cell] < 0:
            return None
        day = DAY_TYPES.index(day_type)
        if at_min <= self.quick.until[day][cell]:
            minutes = max(_minutes(self.quick, cell), float(self.earliest[cell]) - at_min)
            return Journey(self._quick_rides(*cell), minutes)
        late = self.late[day]
        if at_min <= late.until[cell]:
            return Journey(self._late_rides(*cell, day), _minutes(late, cell))
        return None

    def _cell(self, start: str, end: str) -> tuple[int, int] | None:
        if start == end or start not in self.index or end not in self.index:
            return None
        return self.index[start], self.index[end]

    def _quick_rides(self, start: int, end: int) -> tuple[Ride, ...]:
        rides = []
        while start != end:
            rides.append(self.rides[self.quick.via[start, end]])
            start = self.index[rides[-1].end]
        return tuple(rides)

    def _late_rides(self, start: int, end: int, day: int) -> tuple[Ride, ...]:
        """Follow the last trains; where the quickest way is in time for one of them, take it."""
        late, rides = self.late[day], []
        for _ in count():
            number = int(late.via[start, end])
            ride = self.rides[number]
            rides.append(ride)
            start = self.index[ride.end]
            if start == end:
                break
            change_at = self.last_rides[day][number] + ride.minutes + CHANGE_WALK_MIN - ENTER_MIN
            if change_at <= self.quick.until[day][start, end]:
                return (*rides, *self._quick_rides(start, end))
        return tuple(rides)


def _minutes(ways: Ways, cell: tuple[int, int]) -> float:
    return float(ways.tenths[cell]) / TENTHS
