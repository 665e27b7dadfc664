"""Polygons with a name: the 16 districts, and areas of interest."""

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, Table, Text

from webapp.store.tables.columns import local_text, metadata

districts = Table(
    "districts",
    metadata,
    Column("code", Text, primary_key=True),
    *local_text("name"),
    *local_text("office", optional=True),
    Column("lat", Float, nullable=False),
    Column("lng", Float, nullable=False),
    Column("outline", Text, nullable=False),
    comment="lat, lng: a WGS-84 point inside, for labels; outline: GeoJSON geometry, WGS-84.",
)

areas = Table(
    "areas",
    metadata,
    Column("slug", Text, primary_key=True),
    Column("type", Text, nullable=False, index=True),
    *local_text("name"),
    *local_text("story"),
    *local_text("best_hours", optional=True),
    Column("lat", Float, nullable=False),
    Column("lng", Float, nullable=False),
    Column("outline", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("sources", Text, nullable=False),
    comment="sources: ids separated by a space.",
)

area_districts = Table(
    "area_districts",
    metadata,
    Column("area_slug", ForeignKey("areas.slug", ondelete="CASCADE"), primary_key=True),
    Column("district_code", ForeignKey("districts.code"), primary_key=True, index=True),
)

area_stations = Table(
    "area_stations",
    metadata,
    Column("area_slug", ForeignKey("areas.slug", ondelete="CASCADE"), primary_key=True),
    Column("station_slug", ForeignKey("stations.slug"), primary_key=True, index=True),
    Column("place", Integer, nullable=False),
    comment="place: order in which the area's page names its stations.",
)
