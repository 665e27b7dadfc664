"""Venues with the station next to them, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from geo.crossings import Barrier
from geo.records import LatLng
from geo.sketch.base import SketchBase
from geo.sketch.locator import PinnedVenue
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.venue_entry import VenueEntry
from webapp.services.nearest import nearest_stations


def pinned_venues(
    base: SketchBase, catalogue: Catalogue
) -> Iterator[tuple[VenueEntry, PinnedVenue]]:
    """Yield every venue as a sketch needs it."""
    entries = [placed.entry for placed in catalogue.venues]
    positions = [LatLng(each.position.lat, each.position.lng) for each in entries]
    stations = [each.position for each in base.stations]
    found = nearest_stations(positions, stations, Barrier(catalogue.huangpu))
    for entry, position, near in zip(entries, positions, found, strict=True):
        station = base.stations[near[0].index] if near else None
        yield entry, PinnedVenue(entry.scenarios[0], position, station)
