"""What the store hands out about itineraries.

Times are minutes after 00:00 of the day of the start and pass 1440 after midnight.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from webapp.domain.itineraries import Legs, Mode
from webapp.domain.scenarios import Scenario
from webapp.domain.text import LocalText
from webapp.store.place_records import StationCard
from webapp.store.source_records import Source
from webapp.store.venue_records import LineBadge, PlaceLink, VenueCard


@dataclass(frozen=True, slots=True)
class ItineraryCard:
    """An itinerary in a list; it starts and ends at metro stations.

    `weekdays` are those it is written for, as `mon` … `sun`; `scenarios[0]` is the primary one.
    """

    slug: str
    name: LocalText
    scenarios: tuple[Scenario, ...]
    legs: Legs
    story: LocalText
    weekdays: tuple[str, ...]
    start: PlaceLink
    end: PlaceLink
    start_min: int
    end_min: int
    walk_m: int
    stops: int
    rank: int

    @property
    def total_min(self) -> int:
        """Minutes from the start to the end."""
        return self.end_min - self.start_min


@dataclass(frozen=True, slots=True)
class ItineraryStop:
    """One stop: the venue, why one goes there, when one arrives and how long one stays."""

    venue: VenueCard
    why: LocalText
    arrive_min: int
    stay_min: int

    @property
    def leave_min(self) -> int:
        """When one goes on."""
        return self.arrive_min + self.stay_min


@dataclass(frozen=True, slots=True)
class ItineraryRide:
    """One train of a leg; `minutes` of riding, without waits and changes."""

    line: LineBadge
    start: StationCard
    end: StationCard
    stops: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ItineraryLeg:
    """The way to a stop, or from the last one to the end.

    `minutes` is door to door, `walk_m` all walking in it. By metro, `access_min` and `egress_min`
    are the walks before and after the trains. `direction` is a compass code (`n`, `ne` …).
    """

    mode: Mode
    minutes: int
    walk_m: int
    access_min: int
    egress_min: int
    direction: str
    rides: tuple[ItineraryRide, ...]


@dataclass(frozen=True, slots=True)
class ItineraryRest:
    """A seat or a toilet after the stop counted from 1 (0: before the first)."""

    after_stop: int
    what: LocalText
    source: str | None


@dataclass(frozen=True, slots=True)
class Itinerary:
    """Everything about one itinerary: leg 0 leads to stop 0, the last leg to the end.

    On `example_on` every stop is open when one is there.
    """

    card: ItineraryCard
    example_on: date
    start: StationCard
    end: StationCard
    stops: tuple[ItineraryStop, ...]
    legs: tuple[ItineraryLeg, ...]
    rests: tuple[ItineraryRest, ...]
    rain: LocalText
    best_start: LocalText
    sources: tuple[Source, ...]
    as_of: date
