"""What trains do, from the published first and last departures: where to, how long, until when.

No timetable is needed: the last train of a line passes its stations one after the other, and so
does the first, so that the differences of their times are riding times with the stops.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean

from webapp.domain.metro import DayType, Line

STOP_MIN = 0.9
RUNNING_KMH = 55.0
TRACK_FACTOR = 1.1
"""For stretches without published times: tracks a tenth longer than the straight line."""
LEAST_SHARE, MOST_SHARE, ROUNDING_MIN = 0.5, 1.8, 1.5
"""A difference outside these shares of the estimate is of two different trains."""
DAY_TYPES = tuple(DayType)
WEEKDAY = DAY_TYPES.index(DayType.WEEKDAY)
OPENS_MIN, CLOSES_MIN = 360, 1350
"""Of a line whose times nobody has published: from six, until half past ten to be safe."""

Km = Mapping[frozenset[str], float]
"""Straight kilometres between neighbouring stations."""


class Ring(StrEnum):
    """The direction of a train on a loop; the inner one runs clockwise, as stops are listed."""

    INNER = "inner"
    OUTER = "outer"


@dataclass(frozen=True, slots=True)
class Departures:
    """First and last departure of a line from a station in one direction, in minutes of the day.

    `terminal` is where the train ends, None for one that goes all round. `last_min` has an entry
    a type of day, in the order of `DayType`; None where no train goes.
    """

    line: str
    station: str
    terminal: str | None
    ring: Ring | None
    first_min: int | None
    last_min: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One way along one branch; a loop is unrolled twice, so that a ride may pass its start."""

    line: str
    stops: tuple[str, ...]
    ring: Ring | None = None

    @property
    def starts(self) -> int:
        """The number of stops at which one may board."""
        return len(self.stops) // 2 if self.ring else len(self.stops) - 1

    def reach(self, place: int, departures: Departures) -> int | None:
        """Return the place up to which a train from `place` carries, None if it goes elsewhere."""
        if departures.ring != self.ring:
            return None
        if self.ring is None:
            onward = self.stops[place + 1 :]
            found = departures.terminal in onward
            return place + 1 + onward.index(departures.terminal or "") if found else None
        round_trip = self.stops[place + 1 : place + self.starts]
        if departures.terminal in round_trip:
            return place + 1 + round_trip.index(departures.terminal or "")
        return place + len(round_trip)


@dataclass(frozen=True, slots=True)
class DirectRide:
    """A ride on one train: riding minutes, and first and last departure from `start`.

    `last_min` has an entry a type of day, in the order of `DayType`; None where no train goes.
    """

    line: str
    start: str
    end: str
    stops: int
    minutes: float
    first_min: int | None
    last_min: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class _Boarding:
    """The departures at one place of a run that carry up to `reach`."""

    reach: int
    first_min: int | None
    last_min: tuple[int | None, ...]

    def moved(self, minutes: float) -> _Boarding:
        """Return it as it is `minutes` later, at a neighbouring place."""
        shift = round(minutes)
        first = None if self.first_min is None else self.first_min + shift
        last = tuple(None if each is None else each + shift for each in self.last_min)
        return _Boarding(self.reach, first, last)


def runs_of(line: Line) -> Iterator[Run]:
    """Yield both ways along each branch; the way on which a loop's stops are listed is inner."""
    for stops in line.branches:
        backwards = tuple(reversed(stops))
        if line.loop:
            yield Run(line.code, stops * 2, Ring.INNER)
            yield Run(line.code, backwards * 2, Ring.OUTER)
        else:
            yield Run(line.code, stops)
            yield Run(line.code, backwards)


def direct_rides(
    lines: Iterable[Line], departures: Iterable[Departures], km: Km
) -> tuple[DirectRide, ...]:
    """Return every ride on one train, the best of each line, start, end and direction."""
    known: dict[tuple[str, str], list[Departures]] = {}
    for each in departures:
        known.setdefault((each.line, each.station), []).append(each)
    best: dict[tuple[str, str, str, Ring | None], DirectRide] = {}
    for run in (run for line in lines for run in runs_of(line)):
        for ride in _rides(run, known, km):
            key = (ride.line, ride.start, ride.end, run.ring)
            best[key] = _merged(ride, best[key]) if key in best else ride
    return tuple(best.values())


def hop_minutes(
    line: str, ends: tuple[str, str], known: Mapping[tuple[str, str], list[Departures]], km: Km
) -> float:
    """Return the minutes from departure to departure at the next stop.

    The mean of what the first and last trains take on this way, else on the way back, else an
    estimate by distance.
    """
    start, end = ends
    estimate = STOP_MIN + km[frozenset(ends)] * TRACK_FACTOR / RUNNING_KMH * 60
    for one, other in ((start, end), (end, start)):
        here, there = known.get((line, one), ()), known.get((line, other), ())
        samples = [each for each in _differences(here, there) if _is_likely(each, estimate)]
        if samples:
            return max(1.0, fmean(samples))
    return estimate


def _differences(here: Iterable[Departures], there: Iterable[Departures]) -> Iterator[int]:
    later = {(each.terminal, each.ring): each for each in there}
    for each in here:
        other = later.get((each.terminal, each.ring))
        if other is None:
            continue
        if each.first_min is not None and other.first_min is not None:
            yield other.first_min - each.first_min
        usual, later_usual = each.last_min[WEEKDAY], other.last_min[WEEKDAY]
        if usual is not None and later_usual is not None:
            yield later_usual - usual


def _is_likely(minutes: int, estimate: float) -> bool:
    least, most = estimate * LEAST_SHARE - ROUNDING_MIN, estimate * MOST_SHARE + ROUNDING_MIN
    return minutes > 0 and least <= minutes <= most


def _rides(
    run: Run, known: Mapping[tuple[str, str], list[Departures]], km: Km
) -> Iterator[DirectRide]:
    hops = [hop_minutes(run.line, ends, known, km) for ends in pairwise(run.stops)]
    boardings = _boardings(run, known, hops)
    for place in range(run.starts):
        riding = 0.0
        furthest = max((each.reach for each in boardings[place]), default=place)
        for end in range(place + 1, furthest + 1):
            riding += hops[end - 1]
            carry = [each for each in boardings[place] if each.reach >= end]
            yield DirectRide(
                run.line,
                run.stops[place],
                run.stops[end],
                end - place,
                riding,
                min((b.first_min for b in carry if b.first_min is not None), default=None),
                _latest([each.last_min for each in carry]),
            )


def _boardings(
    run: Run, known: Mapping[tuple[str, str], list[Departures]], hops: list[float]
) -> list[list[_Boarding]]:
    """Return the departures at each place; one the timetable leaves out gets its neighbour's."""
    found = [
        list(_at(run, place, known.get((run.line, run.stops[place]), ())))
        for place in range(len(run.stops))
    ]
    for place in range(1, run.starts):
        before = (each.moved(hops[place - 1]) for each in found[place - 1] if each.reach > place)
        found[place] = found[place] or list(before)
    for place in reversed(range(run.starts - 1)):
        found[place] = found[place] or [each.moved(-hops[place]) for each in found[place + 1]]
    usual = (CLOSES_MIN,) * len(DAY_TYPES)
    furthest = run.starts - 1 if run.ring else len(run.stops) - 1
    return [
        found[place] or [_Boarding(place + furthest if run.ring else furthest, OPENS_MIN, usual)]
        for place in range(run.starts)
    ]


def _at(run: Run, place: int, departures: Iterable[Departures]) -> Iterator[_Boarding]:
    for each in departures:
        reach = run.reach(place, each) if place + 1 < len(run.stops) else None
        if reach is not None:
            yield _Boarding(reach, each.first_min, each.last_min)


def _latest(times: Iterable[tuple[int | None, ...]]) -> tuple[int | None, ...]:
    by_day = zip(*times, strict=True)
    return tuple(max((each for each in day if each is not None), default=None) for day in by_day)


def _merged(one: DirectRide, other: DirectRide) -> DirectRide:
    """Return the quicker of two rides on a shared stretch, with the first and last of both."""
    quick = min(one, other, key=lambda ride: ride.minutes)
    firsts = [ride.first_min for ride in (one, other) if ride.first_min is not None]
    return DirectRide(
        quick.line,
        quick.start,
        quick.end,
        quick.stops,
        quick.minutes,
        min(firsts, default=None),
        _latest((one.last_min, other.last_min)),
    )
