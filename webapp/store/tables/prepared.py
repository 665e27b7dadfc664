"""What is worked out when content changes, so that no request has to."""

from sqlalchemy import Column, DateTime, Integer, LargeBinary, Table, Text

from webapp.store.tables.columns import metadata

tiles = Table(
    "tiles",
    metadata,
    Column("z", Integer, primary_key=True, autoincrement=False),
    Column("x", Integer, primary_key=True, autoincrement=False),
    Column("y", Integer, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
    comment="body: gzipped GeoJSON of the venues in a map tile.",
)

sketches = Table(
    "sketches",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("lang", Text, primary_key=True),
    Column("svg", Text, nullable=False),
    comment="kind, key: what is drawn, as in venue, shanghai-museum.",
)

documents = Table(
    "documents",
    metadata,
    Column("key", Text, primary_key=True),
    Column("content_type", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("etag", Text, nullable=False),
    comment="body: gzipped; served as it is.",
)

content_version = Table(
    "content_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("data_version", Text, nullable=False),
    Column("synced_at", DateTime(timezone=True), nullable=False),
    comment="One row, id 1.",
)
