"""Venues: what every page about one needs."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from webapp.store.tables.columns import BINARY_TEXT, local_text, metadata

venues = Table(
    "venues",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("status", Text, nullable=False),
    *local_text("name"),
    Column("sort_zh", BINARY_TEXT, nullable=False),
    Column("sort_en", BINARY_TEXT, nullable=False),
    Column("aliases", Text, nullable=False),
    Column("scenario", Text, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("district_code", ForeignKey("districts.code"), nullable=False, index=True),
    Column("lat", Float, nullable=False),
    Column("lng", Float, nullable=False),
    Column("position_source", Text, nullable=False),
    Column("position_precision", Text, nullable=False),
    *local_text("address"),
    *local_text("summary"),
    *local_text("description"),
    *local_text("directions", optional=True),
    Column("hours_id", ForeignKey("hours.id"), nullable=True, index=True),
    Column("hours_basis", Text, nullable=True),
    Column("rank", Integer, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("ends_on", Date, nullable=True),
    CheckConstraint("status IN ('listed', 'gone')", name="status"),
    Index("ix_venues_status_rank_sort_en", "status", "rank", "sort_en"),
    comment="Positions in WGS-84 degrees; aliases: one a line.",
)
