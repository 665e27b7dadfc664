"""Every table of the store, one family a module; all share one `metadata`."""

from webapp.store.tables.columns import metadata
from webapp.store.tables.metro import last_trains, line_stops, lines, station_access, stations
from webapp.store.tables.places import area_districts, area_stations, areas, districts
from webapp.store.tables.prepared import content_version, documents, sketches, tiles
from webapp.store.tables.sources import hours, sources
from webapp.store.tables.venue_facts import venue_access, venue_facts
from webapp.store.tables.venue_links import (
    venue_areas,
    venue_benefits,
    venue_scenarios,
    venue_sources,
    venue_stations,
    venue_tags,
)
from webapp.store.tables.venues import venues

__all__ = [
    "area_districts",
    "area_stations",
    "areas",
    "content_version",
    "districts",
    "documents",
    "hours",
    "last_trains",
    "line_stops",
    "lines",
    "metadata",
    "sketches",
    "sources",
    "station_access",
    "stations",
    "tiles",
    "venue_access",
    "venue_areas",
    "venue_benefits",
    "venue_facts",
    "venue_scenarios",
    "venue_sources",
    "venue_stations",
    "venue_tags",
    "venues",
]
