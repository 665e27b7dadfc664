"""What the store hands out about districts, areas and stations; positions in WGS-84."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from geo.records import LatLng
from webapp.domain.text import LocalText
from webapp.domain.venues import AccessFact
from webapp.store.venue_records import LineBadge, PlaceLink


@dataclass(frozen=True, slots=True)
class District:
    """One of the 16 districts; `outline` is a GeoJSON geometry, `counts` venues per scenario."""

    code: str
    name: LocalText
    office: LocalText | None
    centre: LatLng
    outline: str
    venues: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An area in a list; `type` is night, goods or historic; `counts` venues per scenario."""

    slug: str
    type: str
    name: LocalText
    best_hours: LocalText | None
    centre: LatLng
    rank: int
    districts: tuple[PlaceLink, ...]
    venues: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StationCard:
    """A metro station in a list; no district for the stations of line 11 in Jiangsu."""

    slug: str
    name: LocalText
    lines: tuple[LineBadge, ...]
    position: LatLng
    district: PlaceLink | None


@dataclass(frozen=True, slots=True)
class Area:
    """Everything about an area; `outline` is a GeoJSON geometry."""

    card: AreaCard
    story: LocalText
    outline: str
    stations: tuple[StationCard, ...]
    as_of: date
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastTrain:
    """A last departure: minutes after 00:00 of the service day, so 1457 is 00:17 next morning."""

    line: LineBadge
    towards: LocalText
    terminal: str | None
    day_type: str
    departs_min: int


@dataclass(frozen=True, slots=True)
class Station:
    """Everything about a station; `last_trains` in the order of the published timetable."""

    card: StationCard
    last_trains: tuple[LastTrain, ...]
    access: tuple[AccessFact, ...]
