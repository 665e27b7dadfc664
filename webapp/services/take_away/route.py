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
    """A straight part of a way: a walk, or (with `line`) a ride over `stations` stations."""

    start: Place
    end: Place
    minutes: int
    line: RideLine | None = None
    stations: int = 0


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

    Instants are aware, Asia/Shanghai. `hours` is what the page says of the state on arrival,
    in the reader's language; `url` is the page of the place.
    """

    key: str
    place: Place
    address: LocalText
    arrive: datetime
    leave: datetime
    why: LocalText
    hours: str
    url: str
    scenario: str = ""
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class TakeAwayRoute:
    """A route of one day: a leg to each stop and one to the end.

    `key` is stable and unique on the site (`itinerary-both-banks`), `file_name` names the files;
    `url` is the page it came from, in the reader's language and for its day. `begins` and `ends`
    are aware, Asia/Shanghai. `notes` are said to whoever sets out, in the reader's language.
    `credits` name where facts and shapes come from. `changed_on` is when the route was last
    changed.
    """

    key: str
    file_name: str
    title: LocalText
    story: LocalText
    url: str
    on: date
    begins: datetime
    ends: datetime
    start: Place
    end: Place
    stops: tuple[RouteStop, ...]
    legs: tuple[RouteLeg, ...]
    notes: tuple[str, ...]
    credits: tuple[str, ...]
    changed_on: date

    @property
    def places(self) -> tuple[Place, ...]:
        """The start, all stops, the end."""
        return (self.start, *(stop.place for stop in self.stops), self.end)

    @property
    def walk_m(self) -> int:
        """Metres on foot in all."""
        return sum(leg.walk_m for leg in self.legs)
