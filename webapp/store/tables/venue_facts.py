"""Facts of a venue that age: each with its source, date and who confirmed it."""

from sqlalchemy import Column, Date, ForeignKey, Table, Text

from webapp.store.tables.columns import local_text, metadata

venue_facts = Table(
    "venue_facts",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("source", ForeignKey("sources.id"), nullable=True),
    Column("as_of", Date, nullable=False),
    Column("verified_by", Text, nullable=True),
    *local_text("note", optional=True),
    comment="fact: hours, phone, website or price; basis: source or usual (hours only).",
)

venue_access = Table(
    "venue_access",
    metadata,
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True),
    Column("fact", Text, primary_key=True, index=True),
    Column("source", ForeignKey("sources.id"), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("verified_by", Text, nullable=True),
)
