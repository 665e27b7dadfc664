"""A plan by the clock: what the page shows, what is shared, saved and taken away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.domain.itineraries import Leg
from webapp.domain.planning.plan import Reason, Why
from webapp.services.plans.request import PlanRequest
from webapp.services.travel import WayHome
from webapp.store.venue_records import VenueCard


class Missing(StrEnum):
    """Why a place that was asked for by name cannot even be considered."""

    NO_HOURS = "no-hours"
    NOT_LISTED = "not-listed"


@dataclass(frozen=True, slots=True)
class PlannedStop:
    """A stop: one arrives, waits for the opening if need be, and is there until `leave_min`.

    Minutes are after 00:00 of the plan's day and pass 1440 after midnight. `meal` is the number of
    the meal had there. `is_locked`: the visitor asked for it.
    """

    venue: VenueCard
    arrive_min: int
    begin_min: int
    leave_min: int
    why: Why
    meal: int | None
    fits_words: bool
    is_locked: bool

    @property
    def wait_min(self) -> int:
        """Minutes before one can begin."""
        return self.begin_min - self.arrive_min

    @property
    def stay_min(self) -> int:
        """Minutes of the visit."""
        return self.leave_min - self.begin_min


@dataclass(frozen=True, slots=True)
class Omission:
    """A place that is not in the plan, and why; `wanted` when the visitor asked for it."""

    venue: VenueCard | None
    slug: str
    reason: Reason | Missing
    wanted: bool


@dataclass(frozen=True, slots=True)
class PlannedRoute:
    """An answer to a request; without stops, `trouble` or `omissions` say why.

    One leg leads to each stop, and one to the end where the request names one. `home` is until
    when trains go from the last stop. `without_hours` is how many more places would fit but have
    no known hours; these are never planned. `alternatives` are other venues for each stop.
    """

    request: PlanRequest
    day: date
    leave_min: int
    end_min: int
    stops: tuple[PlannedStop, ...]
    legs: tuple[Leg, ...]
    home: WayHome | None
    prices: tuple[int | None, ...]
    omissions: tuple[Omission, ...]
    missed_meals: tuple[int, ...]
    trouble: Reason | None
    without_hours: int
    alternatives: tuple[tuple[VenueCard, ...], ...]

    @property
    def walk_m(self) -> int:
        """Metres on foot in all."""
        return sum(leg.walk_m for leg in self.legs)

    @property
    def slugs(self) -> tuple[str, ...]:
        """The stops in their order."""
        return tuple(stop.venue.slug for stop in self.stops)
