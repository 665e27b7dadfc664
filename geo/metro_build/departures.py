"""Last departures by station: what of the timetable a passenger can still catch.

* A row of the station where the train ends is an arrival and is left out.
* Rows that differ only in where the train started are one departure.
* A train that ends early is left out on days on which a train that goes further is not earlier.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from geo.metro_build.lines import BY_NUMBER
from geo.metro_build.network import Branches
from geo.metro_build.places import Station
from geo.metro_build.reference import TrainRow
from geo.metro_build.timetable import (
    DAY_TYPES,
    WEEKDAY,
    Destination,
    Times,
    destination_of,
    is_running,
    minutes_of,
    times_of,
)

MOVED = {(12, "1246"): "东陆路", (17, "1723"): "蟠龙路"}
"""Rows listed under a neighbour's name (东兰路, 徐盈路), by line and the operator's station id."""
RINGS = {"内": ("内圈", "the inner loop"), "外": ("外圈", "the outer loop")}

MIDNIGHT_MIN = 24 * 60

Names = Mapping[tuple[str, str], Station]


@dataclass(frozen=True, slots=True)
class Departure:
    """Departures of one line in one direction; `terminal` is None for a full round.

    `times` are the last ones by type of day; `first` is the first of every day, None if unknown.
    """

    line: str
    zh: str
    en: str
    terminal: str | None
    times: Times
    first: int | None = None


def departures_by_station(
    stations: tuple[Station, ...], branches: Mapping[str, Branches]
) -> dict[str, tuple[Departure, ...]]:
    """Return the departures of every station that has any, by slug."""
    names = {(line, s.main.name_zh): s for s in stations for line in s.lines}
    rows = _rows_by_station(stations, names)
    found = {s.slug: _departures(s, rows[s.slug], names) for s in stations}
    worth = {slug: _worth_saying(slug, trains, branches) for slug, trains in found.items()}
    return {slug: trains for slug, trains in worth.items() if trains}


def _rows_by_station(stations: tuple[Station, ...], names: Names) -> dict[str, list[TrainRow]]:
    rows: dict[str, list[TrainRow]] = {station.slug: [] for station in stations}
    for station in stations:
        for row in (train for place in station.rows for train in place.trains if is_running(train)):
            zh = MOVED.get((row.line, row.station_id), station.main.name_zh)
            rows[names[BY_NUMBER[row.line].code, zh].slug].append(row)
    return rows


def _departures(station: Station, rows: Iterable[TrainRow], names: Names) -> list[Departure]:
    """Merge the rows of a station by line and destination, in the order of the lines."""
    merged: dict[tuple[str, Destination], Times] = {}
    firsts: dict[tuple[str, Destination], int] = {}
    for row in rows:
        key = (BY_NUMBER[row.line].code, destination_of(row))
        if row.first:
            firsts[key] = min(minutes_of(row.first), firsts.get(key, MIDNIGHT_MIN))
        times = times_of(row)
        known = merged.get(key, times)
        merged[key] = _at_start_of_round(known, times) if key[1].ring else _later(known, times)
    leaving = {key: times for key, times in merged.items() if not _ends_at(station, key[1])}
    in_order = sorted(leaving.items(), key=lambda item: _order(station, *item))
    return [
        replace(_departure(line, goal, times, names), first=firsts.get((line, goal)))
        for (line, goal), times in in_order
    ]


def _ends_at(station: Station, goal: Destination) -> bool:
    return goal.ring is None and goal.place_zh == station.main.name_zh


def _order(
    station: Station, key: tuple[str, Destination], times: Times
) -> tuple[int, int, int, str]:
    """Sort by line, direction and hour: a train that ends early follows the one that does not."""
    line, goal = key
    return station.lines.index(line), goal.direction, min(times.values()), goal.place_zh or ""


def _later(one: Times, other: Times) -> Times:
    return {day: max(times[day] for times in (one, other) if day in times) for day in one | other}


def _at_start_of_round(one: Times, other: Times) -> Times:
    """Where a loop starts and ends, the later of two rows is the arrival after the round."""
    return {day: min(one[day], other[day]) for day in one}


def _departure(line: str, goal: Destination, times: Times, names: Names) -> Departure:
    ring_zh, ring_en = RINGS[goal.ring] if goal.ring else ("", "")
    if goal.place_zh is None:
        return Departure(line, ring_zh, ring_en, None, times)
    end = names[line, goal.place_zh]
    zh = f"{end.zh}（{ring_zh}）" if goal.ring else end.zh
    en = f"{end.en} ({ring_en.removeprefix('the ')})" if goal.ring else end.en
    return Departure(line, zh, en, end.slug, times)


def _worth_saying(
    slug: str, departures: list[Departure], branches: Mapping[str, Branches]
) -> tuple[Departure, ...]:
    kept = [_without_dominated(slug, each, departures, branches[each.line]) for each in departures]
    return tuple(each for each in kept if each.times)


def _without_dominated(
    slug: str, short: Departure, departures: list[Departure], branches: Branches
) -> Departure:
    """Drop the types of day on which a train that goes further leaves as late or later."""
    further = [
        d for d in departures if d.line == short.line and _goes_further(slug, short, d, branches)
    ]
    times = {
        day: minutes
        for day, minutes in short.times.items()
        if not any(_on(train, day) >= minutes for train in further)
    }
    return replace(short, times=_compact(times))


def _goes_further(slug: str, short: Departure, other: Departure, branches: Branches) -> bool:
    if short.terminal is None or other.terminal == short.terminal:
        return False
    if other.terminal is None:
        return other.zh in short.zh
    return branches.passes(slug, other.terminal, short.terminal)


def _on(train: Departure, day: str) -> int:
    return train.times.get(day, train.times.get(WEEKDAY, 0))


def _compact(times: Times) -> Times:
    """Leave out the types of day that are as on weekdays, and put the rest in order."""
    usual = times.get(WEEKDAY)
    return {d: times[d] for d in DAY_TYPES if d in times and (d == WEEKDAY or times[d] != usual)}
