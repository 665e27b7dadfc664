"""Small value types that every venue is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.domain.text import LocalText


class Precision(StrEnum):
    """How far a position may be from the venue's door; metres in `PRECISION_M`."""

    EXACT = "exact"
    BUILDING = "building"
    STREET = "street"


PRECISION_M: dict[Precision, int] = {
    Precision.EXACT: 30,
    Precision.BUILDING: 100,
    Precision.STREET: 300,
}


class Basis(StrEnum):
    """Where opening hours come from: a named source, or usage known to be stable."""

    SOURCE = "source"
    USUAL = "usual"


class Access(StrEnum):
    """A statement on physical access that a source can make."""

    STEP_FREE = "step-free"
    STEP_FREE_PARTIAL = "step-free-partial"
    NO_STEP_FREE = "no-step-free"
    LIFT = "lift"
    STEP_FREE_TOILET = "step-free-toilet"
    SEATS = "seats"
    TOILET = "toilet"


TAGS: frozenset[str] = frozenset(
    {
        "24h",
        "live-music",
        "capsule-toys",
        "cosplay-friendly",
        "senior-discount",
        "indoor",
        "riverside",
        "view-point",
        "free-entry",
        "reservation",
        "family",
        "photo-spot",
        "rooftop",
        "craft-beer",
        "late-metro",
        "halal",
        "vegetarian",
        "blind-box",
        "trading-cards",
        "figures",
        "doujin",
        "second-hand",
        "manga",
        "arcade-games",
        "themed-menu",
        "delivery-meals",
        "dine-in",
        "rehabilitation",
        "day-care",
        "courses",
    }
)


@dataclass(frozen=True, slots=True)
class Position:
    """A place in WGS-84 degrees with the source that gave it and its precision class."""

    lat: float
    lng: float
    source: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class SourcedFact:
    """A fact that ages (phone, website): value, source id, its date, who confirmed it."""

    value: str
    source: str
    as_of: date
    verified_by: str | None


@dataclass(frozen=True, slots=True)
class PriceFact:
    """What a visit costs: 0 free, 1 up to 50 yuan a head, 2 to 150, 3 to 400, 4 above."""

    value: int
    source: str
    as_of: date
    verified_by: str | None


@dataclass(frozen=True, slots=True)
class AccessFact:
    """A dated, sourced statement on physical access."""

    fact: Access
    source: str
    as_of: date
    verified_by: str | None


@dataclass(frozen=True, slots=True)
class HoursFact:
    """Opening hours in OSM syntax; `source` is None exactly when the basis is `usual`."""

    text: str
    basis: Basis
    source: str | None
    as_of: date
    verified_by: str | None
    note: LocalText | None
