"""Travel over one version of content: legs, tables for planning, and the way home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product
from math import ceil

from geo.crossings import Barrier
from geo.distance import compass_code, distance_m, walking_m
from geo.records import LatLng
from webapp.domain.itineraries import Leg, LegRide, Mode
from webapp.domain.metro import DayType, day_type, metro_day
from webapp.domain.metro_network import Journey
from webapp.domain.openings import midnight
from webapp.domain.paces import Pace
from webapp.services.travel.ground import Ground
from webapp.services.travel.home import WayHome, way_home
from webapp.services.travel.tables import Span, TravelTable, tables_of
from webapp.services.travel.walks import WalkRouter, walks_between
from webapp.store.travel_file import TravelFacts


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute of a service day of the metro; it passes 1440 after midnight."""

    day_type: DayType
    minute: int

    @classmethod
    def of(cls, at: datetime) -> Moment:
        """Return the moment of `at` (aware), seconds cut off."""
        on = metro_day(at)
        return cls(day_type(on), int((at - midnight(on)).total_seconds() // 60))


@dataclass(frozen=True, slots=True)
class _Way:
    """A journey with its walks, in metres as walked and in minutes."""

    journey: Journey
    access_m: int
    egress_m: int
    access_min: int
    egress_min: int

    @property
    def cost(self) -> tuple[int, int]:
        """What makes one way better than another."""
        return self.minutes, self.access_m + self.egress_m

    @property
    def minutes(self) -> int:
        """Door to door."""
        return self.access_min + ceil(self.journey.minutes) + self.egress_min


class Travel:
    """Ways between any two points; one for each process and version of content."""

    def __init__(
        self, facts: TravelFacts, router: WalkRouter | None = None, ground: Ground | None = None
    ) -> None:
        """Take the metro and the river; walks come from `router` where it has an answer.

        `ground` is what another one over the same facts has remembered.
        """
        self._facts = facts
        self.network = facts.network
        self.positions = dict(zip(facts.network.slugs, facts.positions, strict=True))
        self._ground = ground or Ground(facts.positions, Barrier(facts.river))
        self._router = router

    def routed_by(self, router: WalkRouter | None) -> Travel:
        """Return the same with walks of that router."""
        if router is self._router:
            return self
        return Travel(self._facts, router, self._ground)

    def leg(self, start: LatLng, end: LatLng, pace: Pace, leaves: datetime) -> Leg | None:
        """Return the best way for one who leaves then (aware).

        A walk when it is short or no train goes; None when the river lies between and no train
        goes. Points are WGS-84.
        """
        return self._leg((start, end), pace, Moment.of(leaves))

    def usual_leg(self, start: LatLng, end: LatLng, pace: Pace) -> Leg | None:
        """Return the best way while all lines run; None where the river lies between for good."""
        return self._leg((start, end), pace, None)

    def tables(
        self, points: Sequence[LatLng], pace: Pace, on: date, from_min: int, until_min: int
    ) -> tuple[TravelTable, ...]:
        """Return minutes and metres between all points for those who leave in that span.

        Minutes are after 00:00 of the service day `on`. Legs of a table are those of `leg`, or
        slower by little where a last train leaves within a period. Waits for the first train of
        the day are not in it: before about half past six only `leg` is exact.
        """
        walks = walks_between(points, self._ground, self._router)
        near = self._ground.near(points)
        return tables_of(walks, near, self.network, pace, Span(on, from_min, until_min))

    def home_from(
        self, position: LatLng, pace: Pace, leaves: datetime, home: LatLng | None = None
    ) -> WayHome:
        """Return until when trains go from near a point, to `home` or anywhere at all."""
        moment = Moment.of(leaves)
        leg = self.leg(position, home, pace, leaves) if home else None
        near, goals = self._ground.near([position, home or position])
        found = way_home(self.network, near, goals if home else None, pace, moment.day_type)
        return WayHome(
            day=metro_day(leaves),
            stations=found.stations,
            leave_by_min=found.leave_by_min,
            opens_min=found.opens_min,
            has_stopped=found.leave_by_min is None or moment.minute > found.leave_by_min,
            leg=leg,
        )

    def _leg(self, ends: tuple[LatLng, LatLng], pace: Pace, moment: Moment | None) -> Leg | None:
        start, end = ends
        walk_m, is_barred = self._walk(start, end)
        walk_min = max(1, ceil(walk_m / pace.m_per_min))
        direction = compass_code(start, end)
        if is_barred or walk_min > pace.longest_walk_min:
            way = self._way(ends, pace, moment)
            if way and (is_barred or way.minutes < walk_min):
                return _by_metro(way, direction)
        return None if is_barred else Leg(Mode.WALK, walk_min, walk_m, direction)

    def _walk(self, start: LatLng, end: LatLng) -> tuple[int, bool]:
        """Return the metres on foot, and whether one cannot walk at all."""
        if self._router is not None:
            walks = walks_between((start, end), self._ground, self._router)
            return int(walks.metres[0, 1]), bool(walks.barred[0, 1])
        metres = round(walking_m(distance_m(start, end)))
        return metres, self._ground.river.is_between(start, end)

    def _way(self, ends: tuple[LatLng, LatLng], pace: Pace, moment: Moment | None) -> _Way | None:
        """Return the quickest way over the stations near both ends."""
        best: _Way | None = None
        for (first, access_m), (last, egress_m) in product(*self._ground.near(ends)):
            access_min, egress_min = (ceil(m / pace.m_per_min) for m in (access_m, egress_m))
            journey = self._journey((first, last), access_min, moment)
            if journey is None:
                continue
            way = _Way(journey, access_m, egress_m, access_min, egress_min)
            if best is None or way.cost < best.cost:
                best = way
        return best

    def _journey(
        self, stations: tuple[int, int], access_min: int, moment: Moment | None
    ) -> Journey | None:
        start, end = (self.network.slugs[number] for number in stations)
        if moment is None:
            return self.network.journey(start, end)
        return self.network.journey_at(start, end, moment.minute + access_min, moment.day_type)


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
