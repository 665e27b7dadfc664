"""What a venue belongs to: scenarios, areas, tags, benefits, sources, nearest stations."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from webapp.store.tables.columns import metadata

venue_scenarios = Table(
    "venue_scenarios",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("scenario", Text, primary_key=True, index=True),
    Column("place", Integer, nullable=False),
    comment="place 0 is the primary scenario.",
)

venue_areas = Table(
    "venue_areas",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("area_slug", ForeignKey("areas.slug", ondelete="CASCADE"), primary_key=True, index=True),
)

venue_tags = Table(
    "venue_tags",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", Text, primary_key=True, index=True),
)

venue_benefits = Table(
    "venue_benefits",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("benefit", Text, primary_key=True, index=True),
)

venue_sources = Table(
    "venue_sources",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("source_id", ForeignKey("sources.id"), primary_key=True),
    Column("place", Integer, nullable=False),
)

venue_stations = Table(
    "venue_stations",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("station_slug", ForeignKey("stations.slug"), nullable=False, index=True),
    Column("distance_m", Integer, nullable=False),
    Column("walk_min", Integer, nullable=False),
    comment="The 3 nearest stations and all within 1 km, place 0 the nearest; straight metres.",
)
