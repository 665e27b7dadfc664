"""What comes out: visits with their reasons, and what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a stop is in the plan."""

    WANTED = "wanted"
    MEAL = "meal"
    REST = "rest"
    WORTH = "worth"


class Reason(StrEnum):
    """Why a candidate is not in the plan, or why there is none."""

    EXCLUDED = "excluded"
    CLOSED_DAY = "closed-day"
    CLOSED_THEN = "closed-then"
    UNREACHABLE = "unreachable"
    ENDS_LATE = "ends-late"
    WALKING = "walking"
    NO_REST = "no-rest"
    KIND_FULL = "kind-full"
    CLASHES = "clashes"
    LESS_WORTH = "less-worth"


@dataclass(frozen=True, slots=True)
class Visit:
    """A stop: one arrives, waits for the opening if need be, stays from `begin_min` to `leave_min`.

    `place` is its number in the tables of the problem; `meal` the number of the meal had there.
    """

    slug: str
    place: int
    arrive_min: int
    begin_min: int
    leave_min: int
    why: Why
    meal: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that is not in the plan; `wanted` when the rules asked for it."""

    slug: str
    reason: Reason
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """An answer.

    `trouble` says why not even the way from start to end holds; then there are no visits.
    `missed_meals` are numbers of due meals. `proved`: nothing better exists. One leaves the start
    at `leave_min`, as late as the first visit allows, and is at the end at `end_min`.
    """

    visits: tuple[Visit, ...]
    leave_min: int
    end_min: int
    worth: int
    travel_min: int
    walk_m: int
    proved: bool
    missed_meals: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    trouble: Reason | None = None

    @property
    def missed(self) -> tuple[LeftOut, ...]:
        """The wanted candidates that could not be had."""
        return tuple(each for each in self.left_out if each.wanted)
