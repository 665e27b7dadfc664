"""The whole of `content/` into one catalogue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.entry_reader import EntryReader, EntryType
from webapp.services.content.faults import ContentFault
from webapp.services.content.itinerary_entry import ItineraryEntry
from webapp.services.content.outline_reader import read_huangpu, read_shapes
from webapp.services.content.place_entries import (
    AreaEntry,
    DistrictEntry,
    LastTrainsEntry,
    LineEntry,
    StationEntry,
)
from webapp.services.content.programme_entries import BenefitEntry, EventEntry
from webapp.services.content.source_reader import read_sources
from webapp.services.content.venue_entry import VenueEntry


def read_catalogue(folder: Path) -> tuple[Catalogue, list[ContentFault]]:
    """Return what could be read below `folder`, and a fault for each thing that could not."""
    reader = EntryReader(folder)
    sources, source_faults = read_sources(folder / "SOURCES.md", f"{folder.name}/SOURCES.md")
    outline_file = folder / "geo" / "districts.geojson"
    shapes, shape_faults = read_shapes(outline_file, reader.name_of(outline_file))
    catalogue = Catalogue(
        sources=sources,
        districts=tuple(reader.read_list(folder / "districts.yaml", DistrictEntry, "districts")),
        shapes=shapes,
        areas=_ones(reader, "areas", AreaEntry, "area"),
        lines=tuple(reader.read_list(folder / "metro/lines.yaml", LineEntry, "lines")),
        stations=tuple(reader.read_list(folder / "metro/stations.yaml", StationEntry, "stations")),
        last_trains=tuple(
            reader.read_list(folder / "metro/last_trains.yaml", LastTrainsEntry, "last_trains")
        ),
        venues=_lists(reader, "venues", VenueEntry),
        events=_lists(reader, "events", EventEntry),
        benefits=_lists(reader, "benefits", BenefitEntry),
        itineraries=_ones(reader, "itineraries", ItineraryEntry, "itinerary"),
        huangpu=read_huangpu(folder / "geo" / "river.geojson"),
    )
    catalogue = replace(catalogue, unread=frozenset(reader.unread))
    return catalogue, [*source_faults, *shape_faults, *reader.faults]


def _ones(
    reader: EntryReader, folder: str, kind: type[EntryType], noun: str
) -> tuple[Placed[EntryType], ...]:
    """Return the entries of a folder whose files hold one each."""
    files = sorted((reader.folder / folder).glob("*.yaml"))
    return tuple(each for file in files for each in reader.read_one(file, kind, noun))


def _lists(
    reader: EntryReader, folder: str, kind: type[EntryType]
) -> tuple[Placed[EntryType], ...]:
    """Return the entries of a folder whose files are lists; the folder is the noun."""
    files = sorted((reader.folder / folder).glob("*.yaml"))
    return tuple(each for file in files for each in reader.read_list(file, kind, folder))
