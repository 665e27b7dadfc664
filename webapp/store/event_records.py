"""What the store hands out about events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from webapp.domain.events import Edition, Repeats
from webapp.domain.scenarios import Scenario
from webapp.domain.text import LocalText
from webapp.domain.venues import PriceFact, SourcedFact
from webapp.store.source_records import Source
from webapp.store.venue_records import PlaceLink, VenueCard


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list.

    `when` says in words when it usually is, `months` (1 to 12, in order) the same for filters,
    `editions` (earliest first) what sources state exactly. `place` is in words; no district for
    what happens all over the city. `scenarios[0]` is the primary one.
    """

    slug: str
    name: LocalText
    kind: str
    scenarios: tuple[Scenario, ...]
    when: LocalText
    months: tuple[int, ...]
    repeats: Repeats
    editions: tuple[Edition, ...]
    district: PlaceLink | None
    place: LocalText
    summary: LocalText
    rank: int


@dataclass(frozen=True, slots=True)
class Event:
    """Everything about one event; `hours` in OSM syntax, `as_of` when a source last knew it."""

    card: EventCard
    description: LocalText
    hours: str | None
    venues: tuple[VenueCard, ...]
    areas: tuple[PlaceLink, ...]
    website: SourcedFact | None
    price: PriceFact | None
    sources: tuple[Source, ...]
    as_of: date
