"""The metro as a night out needs it: which last trains are still to come at an instant.

Times are minutes after 00:00 of the service day and pass 1440 after midnight, so that they
sort. A metro day begins at 04:00, when the last extended trains are in and the first not out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from webapp.domain.holidays import holiday_eve_of
from webapp.domain.openings import TZ, midnight
from webapp.domain.text import LocalText

DAY_STARTS_HOUR = 4

# Eves on which the operator's timetable extends service; no other holiday has an entry there.
EXTENDED_EVES = frozenset({"new-year", "labour-day", "national-day"})


class DayType(StrEnum):
    """A day as the timetable of last trains tells days apart."""

    WEEKDAY = "weekday"
    FRIDAY_SATURDAY = "friday_saturday"
    HOLIDAY_EVE = "holiday_eve"


@dataclass(frozen=True, slots=True)
class Station:
    """A station, its names and the codes of its lines."""

    slug: str
    name: LocalText
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line; each branch is the ordered slugs of its stations."""

    code: str
    name: LocalText
    loop: bool
    branches: tuple[tuple[str, ...], ...]

    @property
    def ends(self) -> frozenset[str]:
        """Return the stations where a branch ends; a loop has none."""
        if self.loop:
            return frozenset()
        return frozenset(end for branch in self.branches for end in (branch[0], branch[-1]))

    def is_short_turn(self, terminal: str | None) -> bool:
        """Say whether a train to `terminal` ends before the line does (None: not known)."""
        return terminal is not None and terminal not in self.ends


@dataclass(frozen=True, slots=True)
class LastTrain:
    """The last departure from a station by line code, direction and day type."""

    line: str
    towards: LocalText
    terminal: str | None
    day_type: DayType
    departs_min: int


class Departure(Protocol):
    """Any record of a last departure, whatever it says of its line; `day_type` is a `DayType`."""

    @property
    def line(self) -> object:
        """Return what tells lines apart."""

    @property
    def towards(self) -> LocalText:
        """Return the direction."""

    @property
    def terminal(self) -> str | None:
        """Return the slug of the station where the train ends, if known."""

    @property
    def day_type(self) -> str:
        """Return the day type the departure belongs to."""

    @property
    def departs_min(self) -> int:
        """Return minutes after 00:00 of the service day."""


DepartureT = TypeVar("DepartureT", bound=Departure)


@dataclass(frozen=True, slots=True)
class DueTrain(Generic[DepartureT]):
    """A last train on a certain night; `minutes_left` is negative once it has gone."""

    train: DepartureT
    departs_at: datetime
    minutes_left: int

    @property
    def has_left(self) -> bool:
        """Say whether the train has gone; in its own minute it can still be caught."""
        return self.minutes_left < 0


def day_type(on: date) -> DayType:
    """Return the timetable's day type.

    An extended eve that is a Friday or Saturday counts as an eve: its times are the earlier
    ones, so nobody misses a train.
    """
    eve_of = holiday_eve_of(on)
    if eve_of is not None and eve_of.code in EXTENDED_EVES:
        return DayType.HOLIDAY_EVE
    return DayType.FRIDAY_SATURDAY if on.weekday() in (4, 5) else DayType.WEEKDAY


def metro_day(at: datetime) -> date:
    """Return the day from 04:00 to 04:00 that holds `at` (aware, any zone)."""
    return (at.astimezone(TZ) - timedelta(hours=DAY_STARTS_HOUR)).date()


def departures_on(trains: Iterable[DepartureT], kind: DayType) -> tuple[DepartureT, ...]:
    """Return one departure a line and direction, the weekday's where `kind` has none."""
    chosen: dict[object, DepartureT] = {}
    for train in trains:
        key = (train.line, train.towards, train.terminal)
        if train.day_type == kind or (train.day_type == DayType.WEEKDAY and key not in chosen):
            chosen[key] = train
    return tuple(chosen.values())


def last_trains_at(trains: Iterable[DepartureT], at: datetime) -> tuple[DueTrain[DepartureT], ...]:
    """Return tonight's last trains as of `at` (aware), in the order given, gone ones included."""
    on = metro_day(at)
    return tuple(_due(train, on, at) for train in departures_on(trains, day_type(on)))


def still_to_come(trains: Iterable[DepartureT], at: datetime) -> tuple[DueTrain[DepartureT], ...]:
    """Return the last trains that have not left at `at` (aware), soonest first."""
    due = (train for train in last_trains_at(trains, at) if not train.has_left)
    return tuple(sorted(due, key=lambda train: train.departs_at))


def has_stopped(trains: Iterable[DepartureT], at: datetime) -> bool:
    """Say whether every last train known here has left; False where none is known."""
    due = last_trains_at(trains, at)
    return bool(due) and all(train.has_left for train in due)


def _due(train: DepartureT, on: date, at: datetime) -> DueTrain[DepartureT]:
    departs_at = midnight(on) + timedelta(minutes=train.departs_min)
    minute = at.astimezone(TZ).replace(second=0, microsecond=0)
    return DueTrain(train, departs_at, (departs_at - minute) // timedelta(minutes=1))
