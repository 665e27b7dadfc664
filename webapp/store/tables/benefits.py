"""Benefits: programmes of vouchers and of advantages for older people."""

from sqlalchemy import Column, Date, ForeignKey, Integer, Table, Text

from webapp.store.tables.columns import local_text, metadata

benefits = Table(
    "benefits",
    metadata,
    Column("slug", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    *local_text("name"),
    Column("kind", Text, nullable=False),
    *local_text("who"),
    *local_text("what"),
    *local_text("when"),
    Column("valid_from", Date, nullable=True),
    Column("valid_until", Date, nullable=True),
    *local_text("where"),
    *local_text("how"),
    *local_text("authority"),
    Column("sources", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    comment="place: order of the list; valid_until null: open end; sources: ids after a space.",
)

benefit_scenarios = Table(
    "benefit_scenarios",
    metadata,
    Column("benefit_slug", ForeignKey("benefits.slug", ondelete="CASCADE"), primary_key=True),
    Column("scenario", Text, primary_key=True, index=True),
    Column("place", Integer, nullable=False),
)

benefit_facts = Table(
    "benefit_facts",
    metadata,
    Column("benefit_slug", ForeignKey("benefits.slug", ondelete="CASCADE"), primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("source", ForeignKey("sources.id"), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("verified_by", Text, nullable=True),
    comment="fact: website or phone.",
)
