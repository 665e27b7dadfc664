"""Create events, benefits and itineraries."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "events",
    "event_dates",
    "event_months",
    "event_scenarios",
    "event_venues",
    "event_areas",
    "event_facts",
    "benefits",
    "benefit_scenarios",
    "benefit_facts",
    "itineraries",
    "itinerary_scenarios",
    "itinerary_stops",
    "itinerary_legs",
    "itinerary_rides",
    "itinerary_rests",
)


def upgrade() -> None:
    _events()
    _event_links()
    _benefits()
    _itineraries()
    _itinerary_parts()


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("slug", sa.Text, primary_key=True),
        *_local("name"),
        sa.Column("kind", sa.Text, nullable=False),
        *_local("when"),
        sa.Column("repeats", sa.Text, nullable=False),
        sa.Column("hours", sa.Text),
        sa.Column("district_code", sa.Text, sa.ForeignKey("districts.code"), index=True),
        *_local("place"),
        *_local("summary"),
        *_local("description"),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        comment="hours: OSM text; district_code null: city-wide; sources: ids after a space.",
    )
    op.create_table(
        "event_dates",
        _owner("event", "events"),
        sa.Column("start_on", sa.Date, primary_key=True),
        sa.Column("end_on", sa.Date, nullable=False),
        sa.Column("source", sa.Text, sa.ForeignKey("sources.id"), nullable=False),
        comment="Editions whose exact dates a source states; both days included.",
    )
    op.create_table(
        "event_months",
        _owner("event", "events"),
        sa.Column("month", sa.Integer, primary_key=True, autoincrement=False, index=True),
        comment="Months (1 to 12) it usually falls in; all twelve when weekly or monthly.",
    )


def _event_links() -> None:
    _scenarios("event", "events", "place 0 is the primary scenario.")
    op.create_table(
        "event_venues",
        _owner("event", "events"),
        sa.Column(
            "venue_id",
            sa.Integer,
            sa.ForeignKey("venues.id", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
        sa.Column("place", sa.Integer, nullable=False),
    )
    op.create_table(
        "event_areas",
        _owner("event", "events"),
        sa.Column(
            "area_slug",
            sa.Text,
            sa.ForeignKey("areas.slug", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
        sa.Column("place", sa.Integer, nullable=False),
    )
    _facts("event", "events", "fact: website or price.")


def _benefits() -> None:
    op.create_table(
        "benefits",
        sa.Column("slug", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        *_local("name"),
        sa.Column("kind", sa.Text, nullable=False),
        *_local("who"),
        *_local("what"),
        *_local("when"),
        sa.Column("valid_from", sa.Date),
        sa.Column("valid_until", sa.Date),
        *_local("where"),
        *_local("how"),
        *_local("authority"),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        comment="place: order of the list; valid_until null: open end; sources: ids after a space.",
    )
    _scenarios("benefit", "benefits")
    _facts("benefit", "benefits", "fact: website or phone.")


def _itineraries() -> None:
    op.create_table(
        "itineraries",
        sa.Column("slug", sa.Text, primary_key=True),
        *_local("name"),
        sa.Column("legs", sa.Text, nullable=False),
        *_local("story"),
        sa.Column("weekdays", sa.Text, nullable=False),
        sa.Column("example_on", sa.Date, nullable=False),
        sa.Column("start_station", sa.Text, sa.ForeignKey("stations.slug"), nullable=False),
        sa.Column("end_station", sa.Text, sa.ForeignKey("stations.slug"), nullable=False),
        sa.Column("start_min", sa.Integer, nullable=False),
        sa.Column("end_min", sa.Integer, nullable=False),
        sa.Column("walk_m", sa.Integer, nullable=False),
        *_local("rain"),
        *_local("best_start"),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        comment="Minutes after 00:00 of the day of the start; weekdays, sources: apart by a space.",
    )
    _scenarios("itinerary", "itineraries")


def _itinerary_parts() -> None:
    op.create_table(
        "itinerary_stops",
        _owner("itinerary", "itineraries"),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("venue_id", sa.Integer, sa.ForeignKey("venues.id"), nullable=False, index=True),
        sa.Column("arrive_min", sa.Integer, nullable=False),
        sa.Column("stay_min", sa.Integer, nullable=False),
        *_local("why"),
        comment="place: 0 is the first stop.",
    )
    op.create_table(
        "itinerary_legs",
        _owner("itinerary", "itineraries"),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("walk_m", sa.Integer, nullable=False),
        sa.Column("access_min", sa.Integer, nullable=False),
        sa.Column("egress_min", sa.Integer, nullable=False),
        sa.Column("direction", sa.Text, nullable=False),
        comment="Leg 0 leads to stop 0, the last one to the end; access, egress: by metro.",
    )
    op.create_table(
        "itinerary_rides",
        _owner("itinerary", "itineraries"),
        sa.Column("leg", sa.Integer, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("line_code", sa.Text, sa.ForeignKey("lines.code"), nullable=False),
        sa.Column("from_station", sa.Text, sa.ForeignKey("stations.slug"), nullable=False),
        sa.Column("to_station", sa.Text, sa.ForeignKey("stations.slug"), nullable=False),
        sa.Column("stops", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        comment="The trains of a leg; minutes of riding, without waits and changes.",
    )
    op.create_table(
        "itinerary_rests",
        _owner("itinerary", "itineraries"),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("after_stop", sa.Integer, nullable=False),
        *_local("what"),
        sa.Column("source", sa.Text, sa.ForeignKey("sources.id")),
        comment="after_stop counts stops from 1; 0 is before the first.",
    )


def _local(name: str) -> tuple[sa.Column, sa.Column]:
    return (
        sa.Column(f"{name}_zh", sa.Text, nullable=False),
        sa.Column(f"{name}_en", sa.Text, nullable=False),
    )


def _owner(noun: str, table: str) -> sa.Column:
    key = sa.ForeignKey(f"{table}.slug", ondelete="CASCADE")
    return sa.Column(f"{noun}_slug", sa.Text, key, primary_key=True)


def _scenarios(noun: str, table: str, comment: str | None = None) -> None:
    op.create_table(
        f"{noun}_scenarios",
        _owner(noun, table),
        sa.Column("scenario", sa.Text, primary_key=True, index=True),
        sa.Column("place", sa.Integer, nullable=False),
        comment=comment,
    )


def _facts(noun: str, table: str, comment: str) -> None:
    op.create_table(
        f"{noun}_facts",
        _owner(noun, table),
        sa.Column("fact", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("source", sa.Text, sa.ForeignKey("sources.id"), nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("verified_by", sa.Text),
        comment=comment,
    )
