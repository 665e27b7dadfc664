"""Itineraries as times and ways: what a leg costs, and when one is where.

Times are minutes after 00:00 of the day the itinerary starts on and pass 1440 after midnight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webapp.domain.paces import PACES as NAMED_PACES
from webapp.domain.paces import Pace, PaceName


class Legs(StrEnum):
    """For whom an itinerary is written: anybody, or legs that tire soon."""

    STANDARD = "standard"
    EASY = "easy"


class Mode(StrEnum):
    """How one gets from stop to stop."""

    WALK = "walk"
    METRO = "metro"


PACES: dict[Legs, Pace] = {
    Legs.STANDARD: NAMED_PACES[PaceName.NORMAL],
    Legs.EASY: NAMED_PACES[PaceName.EASY],
}
"""75 m a minute is 4.5 km/h, as everywhere on the site; easy legs take 3 km/h and no long walks."""


@dataclass(frozen=True, slots=True)
class LegRide:
    """One train of a leg: line code, station slugs, stops it makes, whole minutes of riding."""

    line: str
    start: str
    end: str
    stops: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Leg:
    """The way to the next stop.

    `minutes` is door to door; `walk_m` all walking in it. By metro, `access_min` is the walk to
    the first station, `egress_min` the walk from the last; both are 0 on foot. `direction` is a
    compass code as in `geo.distance.COMPASS`.
    """

    mode: Mode
    minutes: int
    walk_m: int
    direction: str
    access_min: int = 0
    egress_min: int = 0
    rides: tuple[LegRide, ...] = ()

    @property
    def longest_walk_min(self) -> int:
        """The longest stretch on foot without a seat."""
        return self.minutes if self.mode is Mode.WALK else max(self.access_min, self.egress_min)


@dataclass(frozen=True, slots=True)
class Visit:
    """When one is at a stop."""

    arrive_min: int
    leave_min: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """An itinerary by the clock."""

    start_min: int
    visits: tuple[Visit, ...]
    end_min: int
    walk_m: int

    @property
    def total_min(self) -> int:
        """Minutes from the start to the end."""
        return self.end_min - self.start_min


def timeline(start_min: int, legs: Sequence[Leg], stays_min: Sequence[int]) -> Timeline:
    """Return when one arrives and leaves; one leg leads to each stop and one to the end.

    Raises `ValueError` when legs and stops do not go together.
    """
    visits: list[Visit] = []
    now = start_min
    for leg, stay in zip(legs[:-1], stays_min, strict=True):
        arrive = now + leg.minutes
        now = arrive + stay
        visits.append(Visit(arrive, now))
    return Timeline(
        start_min, tuple(visits), now + legs[-1].minutes, sum(leg.walk_m for leg in legs)
    )


def longest_without_rest(plan: Timeline, rests_after: Iterable[int]) -> int:
    """Return the longest stretch in minutes without a rest.

    `rests_after` names rests by the stop (counted from 1) they come with, 0 for one before the
    first. A rest that comes with a stop is there during the whole visit; the end is one too.
    """
    left, longest = plan.start_min, 0
    for number in sorted(set(rests_after) - {0}):
        visit = plan.visits[number - 1]
        longest = max(longest, visit.arrive_min - left)
        left = visit.leave_min
    return max(longest, plan.end_min - left)
