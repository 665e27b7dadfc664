"""The whole of `content/` into one catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.entry_reader import EntryReader
from webapp.services.content.faults import ContentFault
from webapp.services.content.outline_reader import read_shapes
from webapp.services.content.place_entries import (
    AreaEntry,
    DistrictEntry,
    LastTrainsEntry,
    LineEntry,
    StationEntry,
)
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
        areas=_areas(reader),
        lines=tuple(reader.read_list(folder / "metro/lines.yaml", LineEntry, "lines")),
        stations=tuple(reader.read_list(folder / "metro/stations.yaml", StationEntry, "stations")),
        last_trains=tuple(
            reader.read_list(folder / "metro/last_trains.yaml", LastTrainsEntry, "last_trains")
        ),
        venues=_venues(reader),
    )
    return catalogue, [*source_faults, *shape_faults, *reader.faults]


def _areas(reader: EntryReader) -> tuple[Placed[AreaEntry], ...]:
    files = _files(reader.folder / "areas")
    return tuple(each for file in files for each in reader.read_one(file, AreaEntry, "area"))


def _venues(reader: EntryReader) -> tuple[Placed[VenueEntry], ...]:
    files = _files(reader.folder / "venues")
    return tuple(each for file in files for each in reader.read_list(file, VenueEntry, "venues"))


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.yaml"))
