"""Every table of the store, one family a module; all share one `metadata`."""

from webapp.store.tables.accounts import (
    account_districts,
    account_links,
    accounts,
    audit_entries,
    desk_sessions,
    recovery_codes,
    sign_in_tries,
)
from webapp.store.tables.benefits import benefit_facts, benefit_scenarios, benefits
from webapp.store.tables.columns import metadata
from webapp.store.tables.events import (
    event_areas,
    event_dates,
    event_facts,
    event_months,
    event_scenarios,
    event_venues,
    events,
)
from webapp.store.tables.itineraries import (
    itineraries,
    itinerary_legs,
    itinerary_rests,
    itinerary_rides,
    itinerary_scenarios,
    itinerary_stops,
)
from webapp.store.tables.metro import last_trains, line_stops, lines, station_access, stations
from webapp.store.tables.places import area_districts, area_stations, areas, districts
from webapp.store.tables.plans import plans
from webapp.store.tables.prepared import content_version, documents, sketches, tiles
from webapp.store.tables.search import (
    search_entries,
    search_heads,
    search_index,
    search_keys,
    search_kinds,
    search_vocabulary,
)
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
    "account_districts",
    "account_links",
    "accounts",
    "area_districts",
    "area_stations",
    "areas",
    "audit_entries",
    "benefit_facts",
    "benefit_scenarios",
    "benefits",
    "content_version",
    "desk_sessions",
    "districts",
    "documents",
    "event_areas",
    "event_dates",
    "event_facts",
    "event_months",
    "event_scenarios",
    "event_venues",
    "events",
    "hours",
    "itineraries",
    "itinerary_legs",
    "itinerary_rests",
    "itinerary_rides",
    "itinerary_scenarios",
    "itinerary_stops",
    "last_trains",
    "line_stops",
    "lines",
    "metadata",
    "plans",
    "recovery_codes",
    "search_entries",
    "search_heads",
    "search_index",
    "search_keys",
    "search_kinds",
    "search_vocabulary",
    "sign_in_tries",
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
