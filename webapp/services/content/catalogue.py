"""All of `content/` in memory, each entry with the place it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from geo.records import LatLng
from webapp.services.content.faults import ContentFault
from webapp.services.content.itinerary_entry import ItineraryEntry
from webapp.services.content.marked_yaml import Marked, Path
from webapp.services.content.outline_reader import DistrictShape
from webapp.services.content.place_entries import (
    AreaEntry,
    DistrictEntry,
    LastTrainsEntry,
    LineEntry,
    StationEntry,
)
from webapp.services.content.programme_entries import BenefitEntry, EventEntry
from webapp.services.content.venue_entry import VenueEntry
from webapp.store.source_records import Source

EntryType_co = TypeVar("EntryType_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry stands; `label` is as in `venues[3] shanghai-museum`."""

    file: str
    marked: Marked
    path: Path
    label: str

    def fault(self, reason: str, *field: str | int, warning: bool = False) -> ContentFault:
        """Return a fault of this entry, of one of its fields when named."""
        line = self.marked.line_of((*self.path, *field))
        place = f"{self.label} · {'.'.join(map(str, field))}" if field else self.label
        return ContentFault(self.file, line, place, reason, warning)


@dataclass(frozen=True, slots=True)
class Placed(Generic[EntryType_co]):
    """An entry and where it stands."""

    entry: EntryType_co
    origin: Origin


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that could be read; `shapes` are those of districts by code.

    `huangpu` are centre lines of the river; `unread` the slugs of entries that are there but
    faulty.
    """

    sources: tuple[Source, ...]
    districts: tuple[Placed[DistrictEntry], ...]
    shapes: dict[str, DistrictShape]
    areas: tuple[Placed[AreaEntry], ...]
    lines: tuple[Placed[LineEntry], ...]
    stations: tuple[Placed[StationEntry], ...]
    last_trains: tuple[Placed[LastTrainsEntry], ...]
    venues: tuple[Placed[VenueEntry], ...]
    events: tuple[Placed[EventEntry], ...]
    benefits: tuple[Placed[BenefitEntry], ...]
    itineraries: tuple[Placed[ItineraryEntry], ...]
    huangpu: tuple[tuple[LatLng, ...], ...] = ()
    unread: frozenset[str] = frozenset()
