"""What the store hands out about venues: frozen values, positions in WGS-84."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.records import LatLng
from webapp.domain.scenarios import Scenario
from webapp.domain.text import LocalText
from webapp.domain.venues import AccessFact, HoursFact, Precision, PriceFact, SourcedFact
from webapp.store.source_records import Source


@dataclass(frozen=True, slots=True)
class LineBadge:
    """A metro line as a badge shows it: code, `#rrggbb` colour, names."""

    code: str
    color: str
    name: LocalText


@dataclass(frozen=True, slots=True)
class NearStation:
    """A station near a venue: metres as the crow flies, whole walking minutes."""

    slug: str
    name: LocalText
    lines: tuple[LineBadge, ...]
    distance_m: int
    walk_min: int


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """Slug (or code) and names of a place that has a page of its own."""

    slug: str
    name: LocalText


@dataclass(frozen=True, slots=True)
class VenueCard:
    """A venue in a list.

    `scenarios[0]` is the primary one; `distance_m` is set for queries near a point.
    """

    id: int
    slug: str
    name: LocalText
    summary: LocalText
    address: LocalText
    scenario: Scenario
    scenarios: tuple[Scenario, ...]
    kind: str
    district: PlaceLink
    position: LatLng
    precision: Precision
    hours_id: int | None
    hours_text: str | None
    hours_basis: str | None
    phone: str | None
    rank: int
    as_of: date
    station: NearStation | None
    distance_m: int | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """Everything about one venue; a fact nobody states is None.

    `as_of` is when the place was known to exist, `ends_on` a pop-up's last day.
    """

    card: VenueCard
    aliases: tuple[str, ...]
    description: LocalText
    directions: LocalText | None
    position_source: str
    tags: tuple[str, ...]
    benefits: tuple[str, ...]
    areas: tuple[PlaceLink, ...]
    stations: tuple[NearStation, ...]
    hours: HoursFact | None
    phone: SourcedFact | None
    website: SourcedFact | None
    price: PriceFact | None
    access: tuple[AccessFact, ...]
    sources: tuple[Source, ...]
    as_of: date
    ends_on: date | None
