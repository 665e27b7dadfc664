"""Where facts come from, and the distinct opening-hours texts."""

from sqlalchemy import Column, Integer, Table, Text

from webapp.store.tables.columns import metadata

sources = Table(
    "sources",
    metadata,
    Column("id", Text, primary_key=True),
    Column("what", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("licence", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("address", Text, nullable=False),
    comment="One row for each row of content/SOURCES.md.",
)

hours = Table(
    "hours",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
    comment="Distinct opening-hours texts in OSM syntax; few, so all are evaluated at once.",
)
