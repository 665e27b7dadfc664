"""Metro lines, stations, their order, and last departures."""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, Table, Text

from webapp.store.tables.columns import BINARY_TEXT, local_text, metadata

lines = Table(
    "lines",
    metadata,
    Column("code", Text, primary_key=True),
    *local_text("name"),
    Column("color", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("is_loop", Boolean, nullable=False),
    Column("place", Integer, nullable=False),
    Column("sources", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    comment="place: order in which lines are listed; sources: ids separated by a space.",
)

stations = Table(
    "stations",
    metadata,
    Column("slug", Text, primary_key=True),
    *local_text("name"),
    Column("sort_zh", BINARY_TEXT, nullable=False),
    Column("sort_en", BINARY_TEXT, nullable=False),
    Column("district_code", ForeignKey("districts.code"), nullable=True, index=True),
    Column("lat", Float, nullable=False),
    Column("lng", Float, nullable=False),
    comment="district_code is null for the stations of line 11 in Jiangsu; WGS-84.",
)

line_stops = Table(
    "line_stops",
    metadata,
    Column("line_code", ForeignKey("lines.code", ondelete="CASCADE"), primary_key=True),
    Column("branch", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("station_slug", ForeignKey("stations.slug"), nullable=False, index=True),
)

station_access = Table(
    "station_access",
    metadata,
    Column("station_slug", ForeignKey("stations.slug", ondelete="CASCADE"), primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("source", ForeignKey("sources.id"), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("verified_by", Text, nullable=True),
)

last_trains = Table(
    "last_trains",
    metadata,
    Column("station_slug", ForeignKey("stations.slug", ondelete="CASCADE"), primary_key=True),
    Column("line_code", ForeignKey("lines.code", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("day_type", Text, primary_key=True),
    *local_text("towards"),
    Column("terminal_slug", ForeignKey("stations.slug"), nullable=True),
    Column("departs_min", Integer, nullable=False),
    comment="departs_min: minutes after 00:00 of the service day; 1457 is 00:17 next morning.",
)
