"""What a visitor asks of a plan, as one value that can be kept and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from geo.records import LatLng
from webapp.domain.metro import metro_day
from webapp.domain.openings import midnight
from webapp.domain.paces import PACES, Pace, PaceName
from webapp.domain.scenarios import Scenario

MOST_STOPS = 8
LONGEST_MIN = 14 * 60
"""From the start of a plan to its end."""


class Need(StrEnum):
    """What a plan has to keep to besides its times."""

    STEP_FREE = "step-free"
    NO_STAIRS = "no-stairs"
    CHILDREN = "children"
    INDOOR = "indoor"
    LAST_TRAIN = "last-train"
    NO_MEALS = "no-meals"


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """A request: where from (WGS-84), from when until when (aware, Asia/Shanghai), what for.

    `end` is where one wants to be by `ends`; without it a plan ends at its last stop. `must` come
    in any order; `row` are stops in theirs, None for a place the planner fills. `stays` are minutes
    that replace those of the kind, by slug.
    """

    start: LatLng
    begins: datetime
    ends: datetime
    scenarios: tuple[Scenario, ...] = ()
    wish: str = ""
    pace: PaceName = PaceName.NORMAL
    needs: frozenset[Need] = frozenset()
    most_stops: int = 4
    end: LatLng | None = None
    must: tuple[str, ...] = ()
    row: tuple[str | None, ...] = ()
    without: frozenset[str] = frozenset()
    stays: tuple[tuple[str, int], ...] = ()

    @property
    def day(self) -> date:
        """The day minutes are counted on: the metro's, from 04:00 to 04:00."""
        return metro_day(self.begins)

    @property
    def from_min(self) -> int:
        """The start in minutes after 00:00 of `day`."""
        return self.minute_of(self.begins)

    @property
    def until_min(self) -> int:
        """The end in minutes after 00:00 of `day`."""
        return self.minute_of(self.ends)

    @property
    def walking(self) -> Pace:
        """How fast and far one walks."""
        return PACES[self.pace]

    @property
    def wanted(self) -> tuple[str, ...]:
        """The places named in the request."""
        named = (*(slug for slug in self.row if slug), *self.must)
        return tuple(dict.fromkeys(slug for slug in named if slug not in self.without))

    def minute_of(self, at: datetime) -> int:
        """Return a moment in minutes after 00:00 of `day`."""
        return int((at - midnight(self.day)).total_seconds() // 60)

    def moment(self, minute: int) -> datetime:
        """Return the moment of a minute after 00:00 of `day`."""
        return midnight(self.day) + timedelta(minutes=int(minute))
