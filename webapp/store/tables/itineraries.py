"""Itineraries: curated routes, their stops, and the ways between them as worked out at sync."""

from sqlalchemy import Column, Date, ForeignKey, Integer, Table, Text

from webapp.store.tables.columns import local_text, metadata

itineraries = Table(
    "itineraries",
    metadata,
    Column("slug", Text, primary_key=True),
    *local_text("name"),
    Column("legs", Text, nullable=False),
    *local_text("story"),
    Column("weekdays", Text, nullable=False),
    Column("example_on", Date, nullable=False),
    Column("start_station", ForeignKey("stations.slug"), nullable=False),
    Column("end_station", ForeignKey("stations.slug"), nullable=False),
    Column("start_min", Integer, nullable=False),
    Column("end_min", Integer, nullable=False),
    Column("walk_m", Integer, nullable=False),
    *local_text("rain"),
    *local_text("best_start"),
    Column("rank", Integer, nullable=False),
    Column("sources", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    comment="Minutes after 00:00 of the day of the start; weekdays, sources: apart by a space.",
)

itinerary_scenarios = Table(
    "itinerary_scenarios",
    metadata,
    Column("itinerary_slug", ForeignKey("itineraries.slug", ondelete="CASCADE"), primary_key=True),
    Column("scenario", Text, primary_key=True, index=True),
    Column("place", Integer, nullable=False),
)

itinerary_stops = Table(
    "itinerary_stops",
    metadata,
    Column("itinerary_slug", ForeignKey("itineraries.slug", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("venue_id", ForeignKey("venues.id"), nullable=False, index=True),
    Column("arrive_min", Integer, nullable=False),
    Column("stay_min", Integer, nullable=False),
    *local_text("why"),
    comment="place: 0 is the first stop.",
)

itinerary_legs = Table(
    "itinerary_legs",
    metadata,
    Column("itinerary_slug", ForeignKey("itineraries.slug", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("mode", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("walk_m", Integer, nullable=False),
    Column("access_min", Integer, nullable=False),
    Column("egress_min", Integer, nullable=False),
    Column("direction", Text, nullable=False),
    comment="Leg 0 leads to stop 0, the last one to the end; access, egress: by metro.",
)

itinerary_rides = Table(
    "itinerary_rides",
    metadata,
    Column("itinerary_slug", ForeignKey("itineraries.slug", ondelete="CASCADE"), primary_key=True),
    Column("leg", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("line_code", ForeignKey("lines.code"), nullable=False),
    Column("from_station", ForeignKey("stations.slug"), nullable=False),
    Column("to_station", ForeignKey("stations.slug"), nullable=False),
    Column("stops", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    comment="The trains of a leg; minutes of riding, without waits and changes.",
)

itinerary_rests = Table(
    "itinerary_rests",
    metadata,
    Column("itinerary_slug", ForeignKey("itineraries.slug", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("after_stop", Integer, nullable=False),
    *local_text("what"),
    Column("source", ForeignKey("sources.id"), nullable=True),
    comment="after_stop counts stops from 1; 0 is before the first.",
)
