"""Ways between two points of the city: on foot, or by metro where that is quicker.

Walks are 1.3 times the straight line at the pace asked for, and never over the Huangpu, which no
bridge crosses for people on foot; journeys by metro as in `webapp.domain.metro_network`, good to
a few minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise, product
from math import ceil

from geo.crossings import Barrier
from geo.distance import compass_code, distance_m, walking_m
from geo.records import LatLng
from webapp.domain.itineraries import Leg, LegRide, Mode, Pace
from webapp.domain.metro import Line
from webapp.domain.metro_network import (
    RUNNING_KMH,
    TRACK_FACTOR,
    WAIT_MIN,
    Hop,
    Journey,
    MetroNetwork,
)

STATIONS_TRIED = 3
"""How many stations near each end are tried; a farther one is hardly ever quicker."""
FARTHEST_STATION_M = 3_000
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class _Near:
    slug: str
    position: LatLng
    distance_m: float


@dataclass(frozen=True, slots=True)
class _Way:
    """A journey with its walks, in metres as walked and in minutes."""

    journey: Journey
    access_m: int
    egress_m: int
    access_min: int
    egress_min: int

    @property
    def minutes(self) -> int:
        return self.access_min + ceil(self.journey.minutes) + self.egress_min


def hops_of(lines: Iterable[Line], positions: Mapping[str, LatLng]) -> Iterator[Hop]:
    """Yield each pair of neighbouring stations of each line once; a loop is closed."""
    for line in lines:
        seen: set[frozenset[str]] = set()
        for branch in line.branches:
            stops = (*branch, branch[0]) if line.loop else branch
            for start, end in pairwise(stops):
                if frozenset((start, end)) not in seen:
                    seen.add(frozenset((start, end)))
                    km = distance_m(positions[start], positions[end]) / 1000
                    yield Hop(line.code, start, end, km)


class LegFinder:
    """Finds legs over one metro network; journeys and near stations are remembered."""

    def __init__(
        self, positions: Mapping[str, LatLng], network: MetroNetwork, river: Barrier | None = None
    ) -> None:
        """Take the stations that trains call at (WGS-84) by slug, and what nobody walks over."""
        self._positions = positions
        self._river = river or Barrier()
        self._journey = lru_cache(maxsize=REMEMBERED)(network.journey)
        self._near = lru_cache(maxsize=REMEMBERED)(self._nearest)

    def leg(self, start: LatLng, end: LatLng, pace: Pace) -> Leg:
        """Return the way to take: a walk, or the metro when the walk is long and it is quicker.

        Over the river it is always the metro, unless none goes.
        """
        walk_m = round(walking_m(distance_m(start, end)))
        walk_min = max(1, _walk_min(walk_m, pace))
        direction = compass_code(start, end)
        is_barred = self._river.is_between(start, end)
        if is_barred or walk_min > pace.longest_walk_min:
            way = self._way(start, end, pace)
            if way and (is_barred or way.minutes < walk_min):
                return _by_metro(way, direction)
        return Leg(Mode.WALK, walk_min, walk_m, direction)

    def _way(self, start: LatLng, end: LatLng, pace: Pace) -> _Way | None:
        """Return the quickest way over the stations near both ends."""
        best: _Way | None = None
        for first, last in product(self._near(start), self._near(end)):
            if best and _least_min(first, last, pace) >= best.minutes:
                continue
            way = self._way_over(first, last, pace)
            if way and (best is None or way.minutes < best.minutes):
                best = way
        return best

    def _way_over(self, first: _Near, last: _Near, pace: Pace) -> _Way | None:
        journey = self._journey(first.slug, last.slug)
        if journey is None:
            return None
        access_m, egress_m = (round(walking_m(near.distance_m)) for near in (first, last))
        minutes = (_walk_min(metres, pace) for metres in (access_m, egress_m))
        return _Way(journey, access_m, egress_m, *minutes)

    def _nearest(self, position: LatLng) -> tuple[_Near, ...]:
        """Return the nearest stations on this bank."""
        measured = (
            _Near(slug, station, distance_m(position, station))
            for slug, station in self._positions.items()
        )
        within = (near for near in measured if near.distance_m <= FARTHEST_STATION_M)
        ranked = sorted(within, key=lambda near: (near.distance_m, near.slug))
        reached = (each for each in ranked if not self._river.is_between(position, each.position))
        return tuple(islice(reached, STATIONS_TRIED))


def _least_min(first: _Near, last: _Near, pace: Pace) -> float:
    """Return what the way over two stations takes at least, were there a direct train."""
    walks_m = walking_m(first.distance_m + last.distance_m)
    straight_m = distance_m(first.position, last.position)
    riding_min = straight_m / 1000 * TRACK_FACTOR / RUNNING_KMH * 60
    return walks_m / pace.m_per_min + WAIT_MIN + riding_min


def _walk_min(metres: float, pace: Pace) -> int:
    return ceil(metres / pace.m_per_min)


def _by_metro(way: _Way, direction: str) -> Leg:
    rides = tuple(
        LegRide(ride.line, ride.start, ride.end, ride.stops, max(1, round(ride.minutes)))
        for ride in way.journey.rides
    )
    return Leg(
        mode=Mode.METRO,
        minutes=way.minutes,
        walk_m=way.access_m + way.egress_m,
        direction=direction,
        access_min=way.access_min,
        egress_min=way.egress_min,
        rides=rides,
    )
