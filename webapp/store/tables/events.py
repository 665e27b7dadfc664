"""Events: what happens, when, and where."""

from sqlalchemy import Column, Date, ForeignKey, Integer, Table, Text

from webapp.store.tables.columns import local_text, metadata

events = Table(
    "events",
    metadata,
    Column("slug", Text, primary_key=True),
    *local_text("name"),
    Column("kind", Text, nullable=False),
    *local_text("when"),
    Column("repeats", Text, nullable=False),
    Column("hours", Text, nullable=True),
    Column("district_code", ForeignKey("districts.code"), nullable=True, index=True),
    *local_text("place"),
    *local_text("summary"),
    *local_text("description"),
    Column("rank", Integer, nullable=False),
    Column("sources", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    comment="hours: OSM text; district_code null: city-wide; sources: ids after a space.",
)

event_dates = Table(
    "event_dates",
    metadata,
    Column("event_slug", ForeignKey("events.slug", ondelete="CASCADE"), primary_key=True),
    Column("start_on", Date, primary_key=True),
    Column("end_on", Date, nullable=False),
    Column("source", ForeignKey("sources.id"), nullable=False),
    comment="Editions whose exact dates a source states; both days included.",
)

event_months = Table(
    "event_months",
    metadata,
    Column("event_slug", ForeignKey("events.slug", ondelete="CASCADE"), primary_key=True),
    Column("month", Integer, primary_key=True, autoincrement=False, index=True),
    comment="Months (1 to 12) it usually falls in; all twelve when weekly or monthly.",
)

event_scenarios = Table(
    "event_scenarios",
    metadata,
    Column("event_slug", ForeignKey("events.slug", ondelete="CASCADE"), primary_key=True),
    Column("scenario", Text, primary_key=True, index=True),
    Column("place", Integer, nullable=False),
    comment="place 0 is the primary scenario.",
)

event_venues = Table(
    "event_venues",
    metadata,
    Column("event_slug", ForeignKey("events.slug", ondelete="CASCADE"), primary_key=True),
    Column("venue_id", ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("place", Integer, nullable=False),
)

event_areas = Table(
    "event_areas",
    metadata,
    Column("event_slug", ForeignKey("events.slug", ondelete="CASCADE"), primary_key=True),
    Column("area_slug", ForeignKey("areas.slug", ondelete="CASCADE"), primary_key=True, index=True),
    Column("place", Integer, nullable=False),
)

event_facts = Table(
    "event_facts",
    metadata,
    Column("event_slug", ForeignKey("events.slug", ondelete="CASCADE"), primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("source", ForeignKey("sources.id"), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("verified_by", Text, nullable=True),
    comment="fact: website or price.",
)
