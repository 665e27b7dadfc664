"""Plans that visitors saved. Nothing in here says who they are."""

from sqlalchemy import Column, Date, DateTime, Table, Text

from webapp.store.tables.columns import BINARY_TEXT, metadata

plans = Table(
    "plans",
    metadata,
    Column("token", BINARY_TEXT, primary_key=True),
    Column("key_hash", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=True),
    Column("earlier", Text, nullable=True),
    Column("saved_at", DateTime(timezone=True), nullable=False),
    Column("expires_on", Date, nullable=False, index=True),
    Column("deleted_at", DateTime(timezone=True), nullable=True),
    comment="body, earlier: JSON, the plan and as it was before the last change; none once erased.",
)
