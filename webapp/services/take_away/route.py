"""A route as it is taken away: the one value that itineraries and visitors' plans turn into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from geo.records import LatLng
from webapp.domain.itineraries import Mode
from webapp.domain.text import LocalText


@dataclass(frozen=True, slots=True)
class Place:
    """A named point of the route; WGS-84."""

    name: LocalText
    position: LatLng


@dataclass(frozen=True, slots=True)
class RideLine:
    """The metro line of a ride; `color` is `#rrggbb`."""

    code: str
    name: LocalText
    color: str


@dataclass(frozen=True, slots=True)
class WayPart:
    """A part of a way: a walk, or (with `line`) a ride over `stations` stations.

    `shape` is how the rails run, from `start` to `end`; empty where that is not on record, and for
    walks, whose streets we do not know.
    """

    start: Place
    end: Place
    minutes: int
    line: RideLine | None = None
    stations: int = 0
    shape: tuple[LatLng, ...] = ()

    @property
    def points(self) -> tuple[LatLng, ...]:
        """What to draw: the shape, or the straight line."""
        return self.shape or (self.start.position, self.end.position)


@dataclass(frozen=True, slots=True)
class RouteLeg:
    """The way from one place to the next; `minutes` from door to door, waits included."""

    mode: Mode
    minutes: int
    walk_m: int
    parts: tuple[WayPart, ...]

    @property
    def wait_min(self) -> int:
        """Minutes that are neither walked nor ridden."""
        return self.minutes - sum(part.minutes for part in self.parts)


@dataclass(frozen=True, slots=True)
class RouteStop:
    """A stop of the route; `key` tells it from the others, `scenario` is a code or empty.

    Instants are aware, Asia/Shanghai. `why` one goes and `hours`, the state on arrival, are in the
    reader's language; `url` is the page of the place.
    """

    key: str
    place: Place
    address: LocalText
    arrive: datetime
    leave: datetime
    why: str
    hours: str
    url: str
    scenario: str = ""
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class TakeAwayRoute:
    """A route of one day: a leg to each stop, and one to the end where it has one of its own.

    `key` is stable and unique on the site (`itinerary-both-banks`), `file_name` names the files;
    `url` is the page it came from, in the reader's language and for its day. `begins` and `ends`
    are aware, Asia/Shanghai. `end` is None where the last stop is the end. `story` and `notes`,
    said to whoever sets out, are in the reader's language.
    `credits` name where facts and shapes come from. `changed_on` is when the route was last
    changed.
    """

    key: str
    file_name: str
    title: LocalText
    story: str
    url: str
    on: date
    begins: datetime
    ends: datetime
    start: Place
    end: Place | None
    stops: tuple[RouteStop, ...]
    legs: tuple[RouteLeg, ...]
    notes: tuple[str, ...]
    credits: tuple[str, ...]
    changed_on: date

    @property
    def places(self) -> tuple[Place, ...]:
        """The start, all stops, the end."""
        ends = () if self.end is None else (self.end,)
        return (self.start, *(stop.place for stop in self.stops), *ends)

    @property
    def walk_m(self) -> int:
        """Metres on foot in all."""
        return sum(leg.walk_m for leg in self.legs)
