"""Until when trains go from near a point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

import numpy as np

from webapp.domain.itineraries import Leg
from webapp.domain.metro import DayType
from webapp.domain.metro_network import ENTER_MIN, NEVER, TENTHS, WAIT_MIN, MetroNetwork
from webapp.domain.metro_runs import DAY_TYPES
from webapp.domain.openings import midnight
from webapp.domain.paces import Pace
from webapp.services.travel.ground import Near


@dataclass(frozen=True, slots=True)
class NearStation:
    """A station in reach, and the last minute of the day to set out for it: None if no use."""

    slug: str
    walk_m: int
    walk_min: int
    leave_by_min: int | None


@dataclass(frozen=True, slots=True)
class Departing:
    """The stations near a point; the latest of them, and when the first train of a day leaves."""

    stations: tuple[NearStation, ...]
    leave_by_min: int | None
    opens_min: int | None


@dataclass(frozen=True, slots=True)
class WayHome:
    """What remains late at night; minutes are after 00:00 of the metro's day `day`.

    `leave_by_min` is the last minute to set out for a train, None where none goes on such a day;
    `opens_min` when the first one leaves. `leg` is the way home for one who leaves now: by metro,
    on foot, or None when neither goes or nobody said where home is.
    """

    day: date
    stations: tuple[NearStation, ...]
    leave_by_min: int | None
    opens_min: int | None
    has_stopped: bool
    leg: Leg | None

    @property
    def leave_by(self) -> datetime | None:
        """The last moment to set out for a train, Asia/Shanghai."""
        return _moment(self.day, self.leave_by_min)

    @property
    def opens_at(self) -> datetime | None:
        """When the first train leaves after this night, Asia/Shanghai."""
        return _moment(self.day + timedelta(days=1), self.opens_min)


def way_home(
    network: MetroNetwork, near: Near, goals: Near | None, pace: Pace, kind: DayType
) -> Departing:
    """Return the last trains from the stations near a point, to one of `goals` or anywhere."""
    stations = tuple(_stations(network, near, goals, pace, kind))
    times = [each.leave_by_min for each in stations if each.leave_by_min is not None]
    return Departing(stations, max(times, default=None), _opens(network, near, goals))


def _stations(
    network: MetroNetwork, near: Near, goals: Near | None, pace: Pace, kind: DayType
) -> Iterator[NearStation]:
    for number, walk_m in near:
        walk_min = ceil(walk_m / pace.m_per_min)
        until = _until(network, number, goals, kind)
        leave_by = None if until == NEVER else until - walk_min
        yield NearStation(network.slugs[number], walk_m, walk_min, leave_by)


def _until(network: MetroNetwork, start: int, goals: Near | None, kind: DayType) -> int:
    until = network.late[DAY_TYPES.index(kind)].until[start]
    if goals is None:
        return int(until.max())
    return max((int(until[number]) for number, _ in goals), default=NEVER)


def _opens(network: MetroNetwork, near: Near, goals: Near | None) -> int | None:
    """Return when the first train leaves that is of use."""
    starts = [number for number, _ in near]
    ends = list(range(len(network.slugs))) if goals is None else [number for number, _ in goals]
    cells = np.ix_(starts, ends)
    goes = network.quick.via[cells] != NEVER
    if not goes.any():
        return None
    from_platform = network.quick.tenths[cells] / TENTHS - ENTER_MIN - WAIT_MIN
    return int((network.earliest[cells] - from_platform)[goes].min())


def _moment(day: date, minutes: int | None) -> datetime | None:
    return None if minutes is None else midnight(day) + timedelta(minutes=minutes)
