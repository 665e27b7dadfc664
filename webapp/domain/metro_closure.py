"""From direct rides to journeys between all stations: with changes, and until when they go.

Worked out when content changes, over all targets of a change station at once; a request only looks
cells up. Times are minutes of the service day, floats while computing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.domain.metro_network import (
    CHANGE_WALK_MIN,
    ENTER_MIN,
    EXTENDED_HEADWAY_MIN,
    HEADWAY_MIN,
    NEVER,
    NO_WAY,
    TENTHS,
    WAIT_MIN,
    MetroNetwork,
    Ride,
    Ways,
)
from webapp.domain.metro_runs import DAY_TYPES, OPENS_MIN, WEEKDAY, DirectRide

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
TINY = 1e-6
MOST_ROUNDS = 12
"""Nobody changes this often; a bound on loops that end by themselves."""


@dataclass(frozen=True, slots=True)
class _Rides:
    """Direct rides as columns; `last` has a row a type of day, -inf where no train goes."""

    start: Ints
    end: Ints
    minutes: Floats
    first: Floats
    last: Floats


def network_of(rides: Sequence[DirectRide]) -> MetroNetwork:
    """Work out the journeys between all stations that the rides serve."""
    slugs = tuple(sorted({slug for ride in rides for slug in (ride.start, ride.end)}))
    columns = _columns(rides, {slug: number for number, slug in enumerate(slugs)})
    changes = _change_stations(rides, slugs)
    size = len(slugs)
    tenths, via = _quickest(columns, changes, size)
    until = np.stack([_until(columns, via, day, size) for day in range(len(DAY_TYPES))])
    quick = _Quick(tenths, via, until)
    late = tuple(_late(columns, changes, quick, day) for day in range(len(DAY_TYPES)))
    return MetroNetwork(
        slugs=slugs,
        rides=tuple(Ride(r.line, r.start, r.end, r.stops, round(r.minutes, 2)) for r in rides),
        last_rides=_whole(columns.last),
        quick=Ways(_tenths(tenths), via.astype(np.int32), _whole(until - ENTER_MIN)),
        late=late,
        earliest=_whole(np.ceil(_earliest(columns, changes, size))),
    )


@dataclass(frozen=True, slots=True)
class _Quick:
    """The quickest journeys: minutes from the platform on, first rides, last minutes there."""

    minutes: Floats
    via: Ints
    until: Floats


def _columns(rides: Sequence[DirectRide], index: dict[str, int]) -> _Rides:
    last = [[-np.inf if each is None else each for each in ride.last_min] for ride in rides]
    return _Rides(
        np.array([index[ride.start] for ride in rides], np.int64),
        np.array([index[ride.end] for ride in rides], np.int64),
        np.array([ride.minutes for ride in rides], np.float64),
        np.array([_first(ride) for ride in rides], np.float64),
        np.array(last, np.float64).reshape(len(rides), len(DAY_TYPES)).T,
    )


def _first(ride: DirectRide) -> float:
    return float(OPENS_MIN if ride.first_min is None else ride.first_min)


def _change_stations(rides: Iterable[DirectRide], slugs: Sequence[str]) -> list[int]:
    """Return stations of several lines, and those where trains of one line part."""
    lines: dict[str, set[str]] = {}
    onward: dict[tuple[str, str], set[str]] = {}
    for ride in rides:
        lines.setdefault(ride.start, set()).add(ride.line)
        if ride.stops == 1:
            onward.setdefault((ride.line, ride.start), set()).add(ride.end)
    forks = {station for (_, station), ends in onward.items() if len(ends) > 2}
    return [n for n, slug in enumerate(slugs) if len(lines.get(slug, ())) > 1 or slug in forks]


def _groups(ends: Ints, others: Ints, stations: Iterable[int]) -> Iterator[tuple[int, Ints]]:
    """Yield the rides at each station in sets in which no station at the other end is twice."""
    for station in stations:
        left = np.flatnonzero(ends == station)
        while left.size:
            _, firsts = np.unique(others[left], return_index=True)
            yield station, left[firsts]
            left = np.delete(left, firsts)


def _quickest(rides: _Rides, changes: list[int], size: int) -> tuple[Floats, Ints]:
    """Return minutes from platform to street, and the first ride, of the quickest journeys."""
    best, via = np.full((size, size), np.inf), np.full((size, size), -1, np.int64)
    # Written last: the quickest, and of those as quick the one listed first.
    for number in np.argsort(rides.minutes, kind="stable")[::-1]:
        cell = rides.start[number], rides.end[number]
        best[cell], via[cell] = WAIT_MIN + rides.minutes[number], number
    np.fill_diagonal(best, np.inf)
    groups = list(_groups(rides.end, rides.start, changes))
    for _ in range(MOST_ROUNDS):
        if not sum(_relax(rides, best, via, group) for group in groups):
            break
    return best, via


def _relax(rides: _Rides, best: Floats, via: Ints, group: tuple[int, Ints]) -> bool:
    station, numbers = group
    rows = rides.start[numbers]
    riding = WAIT_MIN + rides.minutes[numbers] + CHANGE_WALK_MIN
    times = riding[:, None] + best[station][None, :]
    times[np.arange(len(rows)), rows] = np.inf
    known = best[rows]
    better = times < known - TINY
    if not better.any():
        return False
    best[rows] = np.where(better, times, known)
    via[rows] = np.where(better, numbers[:, None], via[rows])
    return True


def _in_time(last: Floats, minutes: Floats, onward: Floats, usual: Floats) -> Floats:
    """Return the last minute on the platform from which the way `onward` is surely reached.

    Either the last train itself is in time for it, or an earlier one is, which comes within a
    headway of whenever one stands there.
    """
    arrives = last + minutes + CHANGE_WALK_MIN
    headway = np.where(last > usual, EXTENDED_HEADWAY_MIN, HEADWAY_MIN)
    before = onward - CHANGE_WALK_MIN - minutes - headway
    return np.where(arrives <= onward, last, np.minimum(last, before))


def _until(rides: _Rides, via: Ints, day: int, size: int) -> Floats:
    """Return until when the quickest journeys go."""
    last, usual = rides.last[day], rides.last[WEEKDAY]
    targets = np.broadcast_to(np.arange(size), (size, size))
    ends = np.where(via >= 0, rides.end[via], targets)
    until = np.full((size, size), -np.inf)
    for _ in range(MOST_ROUNDS):
        onward = np.where(ends == targets, np.inf, until[ends, targets])
        times = _in_time(last[via], rides.minutes[via], onward, usual[via])
        times = np.where(via >= 0, times, -np.inf)
        if np.array_equal(times, until):
            break
        until = times
    return until


def _late(rides: _Rides, changes: list[int], quick: _Quick, day: int) -> Ways:
    """Return the journeys that go latest; of those that go as late, a quick one."""
    until, via = quick.until[day].copy(), quick.via.copy()
    minutes = quick.minutes.copy()
    for number in np.argsort(rides.last[day], kind="stable"):
        cell = rides.start[number], rides.end[number]
        if rides.last[day][number] > until[cell]:
            until[cell], via[cell] = rides.last[day][number], number
            minutes[cell] = WAIT_MIN + rides.minutes[number]
    groups = list(_groups(rides.end, rides.start, changes))
    state = _Late(until, via, minutes, day)
    for _ in range(MOST_ROUNDS):
        if not sum(_relax_late(rides, quick, state, group) for group in groups):
            break
    minutes = _late_minutes(rides, quick, state)
    doors = np.where(np.isfinite(until), until - ENTER_MIN, -np.inf)
    return Ways(_tenths(minutes), via.astype(np.int32), _whole(doors))


@dataclass(frozen=True, slots=True)
class _Late:
    """The latest journeys while they are being found."""

    until: Floats
    via: Ints
    minutes: Floats
    day: int


def _relax_late(rides: _Rides, quick: _Quick, state: _Late, group: tuple[int, Ints]) -> bool:
    station, numbers = group
    rows = rides.start[numbers]
    last = rides.last[state.day][numbers][:, None]
    usual = rides.last[WEEKDAY][numbers][:, None]
    riding = rides.minutes[numbers][:, None]
    times = _in_time(last, riding, state.until[station][None, :], usual)
    times[np.arange(len(rows)), rows] = -np.inf
    minutes = WAIT_MIN + riding + CHANGE_WALK_MIN + _onward(quick, state, station, last + riding)
    known = state.until[rows]
    later = times > known + TINY
    better = later | ((times > known - TINY) & (minutes < state.minutes[rows] - TINY))
    better &= np.isfinite(times)
    if not better.any():
        return False
    state.until[rows] = np.where(better, times, known)
    state.via[rows] = np.where(better, numbers[:, None], state.via[rows])
    state.minutes[rows] = np.where(better, minutes, state.minutes[rows])
    return bool(later.any())


def _onward(quick: _Quick, state: _Late, station: int, arrives: Floats) -> Floats:
    """Return the minutes from a change on: the quickest way's, where it still goes then."""
    in_time = arrives + CHANGE_WALK_MIN <= quick.until[state.day][station][None, :]
    onward: Floats = np.where(in_time, quick.minutes[station], state.minutes[station])
    return onward


def _late_minutes(rides: _Rides, quick: _Quick, state: _Late) -> Floats:
    """Return what the journeys found take; never less than the quickest, which has gone by then."""
    size = len(state.until)
    targets = np.broadcast_to(np.arange(size), (size, size))
    ends = np.where(state.via >= 0, rides.end[state.via], targets)
    first = WAIT_MIN + rides.minutes[state.via]
    change_at = rides.last[state.day][state.via] + rides.minutes[state.via] + CHANGE_WALK_MIN
    in_time = change_at <= quick.until[state.day][ends, targets]
    minutes = state.minutes
    for _ in range(MOST_ROUNDS):
        rest = np.where(in_time, quick.minutes[ends, targets], minutes[ends, targets])
        onward = np.where(ends == targets, 0.0, CHANGE_WALK_MIN + rest)
        found = np.where(state.via >= 0, first + onward, np.inf)
        if np.array_equal(found, minutes):
            break
        minutes = found
    latest: Floats = np.maximum(minutes, quick.minutes)
    return latest


def _earliest(rides: _Rides, changes: list[int], size: int) -> Floats:
    """Return when one arrives at the street who stands at the first platform before all trains."""
    best = np.full((size, size), np.inf)
    np.minimum.at(best, (rides.start, rides.end), rides.first + rides.minutes)
    groups = list(_groups(rides.start, rides.end, changes))
    for _ in range(MOST_ROUNDS):
        before = best.copy()
        for station, numbers in groups:
            ends = rides.end[numbers]
            ready = best[:, station][:, None] + CHANGE_WALK_MIN
            times = np.maximum(ready, rides.first[numbers]) + rides.minutes[numbers]
            best[:, ends] = np.minimum(best[:, ends], times)
        if np.array_equal(before, best):
            break
    return best


def _tenths(minutes: Floats) -> NDArray[np.int16]:
    """Return minutes from the platform as tenths from the street, rounded up."""
    tenths = np.ceil((minutes + ENTER_MIN) * TENTHS - TINY)
    return np.where(np.isfinite(minutes), tenths, NO_WAY).astype(np.int16)


def _whole(minutes: Floats) -> NDArray[np.int16]:
    finite = np.isfinite(minutes)
    return np.where(finite, np.floor(np.where(finite, minutes, 0)), NEVER).astype(np.int16)
