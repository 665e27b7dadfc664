"""Create venues, their spatial index, and what is prepared from them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BINARY_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TABLES = (
    "venues",
    "venue_facts",
    "venue_access",
    "venue_scenarios",
    "venue_areas",
    "venue_tags",
    "venue_benefits",
    "venue_sources",
    "venue_stations",
    "tiles",
    "sketches",
    "documents",
    "content_version",
)

# The R*Tree follows the table by triggers; lat and lng are the truth.
RTREE = (
    "CREATE VIRTUAL TABLE venue_bounds USING rtree(id, min_lng, max_lng, min_lat, max_lat)",
    """
    CREATE TRIGGER venue_bounds_insert AFTER INSERT ON venues BEGIN
        INSERT INTO venue_bounds VALUES (new.id, new.lng, new.lng, new.lat, new.lat);
    END
    """,
    """
    CREATE TRIGGER venue_bounds_update AFTER UPDATE OF id, lat, lng ON venues BEGIN
        DELETE FROM venue_bounds WHERE id = old.id;
        INSERT INTO venue_bounds VALUES (new.id, new.lng, new.lng, new.lat, new.lat);
    END
    """,
    """
    CREATE TRIGGER venue_bounds_delete AFTER DELETE ON venues BEGIN
        DELETE FROM venue_bounds WHERE id = old.id;
    END
    """,
)
GIST = (
    "CREATE EXTENSION IF NOT EXISTS postgis",
    """
    ALTER TABLE venues ADD COLUMN geometry geometry(Point, 4326)
    GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lng, lat), 4326)) STORED
    """,
    "CREATE INDEX ix_venues_geometry ON venues USING gist (geometry)",
)


def upgrade() -> None:
    _venues()
    _venue_facts()
    _venue_links()
    _prepared()
    statements = RTREE if op.get_bind().dialect.name == "sqlite" else GIST
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE venue_bounds")
    for name in reversed(TABLES):
        op.drop_table(name)


def _venues() -> None:
    op.create_table(
        "venues",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("slug", sa.Text, nullable=False, unique=True),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("sort_zh", BINARY_TEXT, nullable=False),
        sa.Column("sort_en", BINARY_TEXT, nullable=False),
        sa.Column("aliases", sa.Text, nullable=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column(
            "district_code", sa.Text, sa.ForeignKey("districts.code"), nullable=False, index=True
        ),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lng", sa.Float, nullable=False),
        sa.Column("position_source", sa.Text, nullable=False),
        sa.Column("position_precision", sa.Text, nullable=False),
        sa.Column("address_zh", sa.Text, nullable=False),
        sa.Column("address_en", sa.Text, nullable=False),
        sa.Column("summary_zh", sa.Text, nullable=False),
        sa.Column("summary_en", sa.Text, nullable=False),
        sa.Column("description_zh", sa.Text, nullable=False),
        sa.Column("description_en", sa.Text, nullable=False),
        sa.Column("directions_zh", sa.Text),
        sa.Column("directions_en", sa.Text),
        sa.Column("hours_id", sa.Integer, sa.ForeignKey("hours.id"), index=True),
        sa.Column("hours_basis", sa.Text),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("ends_on", sa.Date),
        sa.CheckConstraint("status IN ('listed', 'gone')", name="status"),
        sa.Index("ix_venues_status_rank_sort_en", "status", "rank", "sort_en"),
        comment="Positions in WGS-84 degrees; aliases: one a line.",
    )


def _venue_facts() -> None:
    op.create_table(
        "venue_facts",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("fact", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("source", sa.Text, sa.ForeignKey("sources.id")),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("verified_by", sa.Text),
        sa.Column("note_zh", sa.Text),
        sa.Column("note_en", sa.Text),
        comment="fact: hours, phone, website or price; basis: source or usual (hours only).",
    )
    op.create_table(
        "venue_access",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("fact", sa.Text, primary_key=True, index=True),
        sa.Column("source", sa.Text, sa.ForeignKey("sources.id"), nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("verified_by", sa.Text),
    )


def _venue_links() -> None:
    op.create_table(
        "venue_scenarios",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("scenario", sa.Text, primary_key=True, index=True),
        sa.Column("place", sa.Integer, nullable=False),
        comment="place 0 is the primary scenario.",
    )
    op.create_table(
        "venue_areas",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column(
            "area_slug",
            sa.Text,
            sa.ForeignKey("areas.slug", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
    )
    op.create_table(
        "venue_tags",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("tag", sa.Text, primary_key=True, index=True),
    )
    op.create_table(
        "venue_benefits",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("benefit", sa.Text, primary_key=True, index=True),
    )
    op.create_table(
        "venue_sources",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("source_id", sa.Text, sa.ForeignKey("sources.id"), primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
    )
    op.create_table(
        "venue_stations",
        sa.Column(
            "venue_id", sa.Integer, sa.ForeignKey("venues.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column(
            "station_slug", sa.Text, sa.ForeignKey("stations.slug"), nullable=False, index=True
        ),
        sa.Column("distance_m", sa.Integer, nullable=False),
        sa.Column("walk_min", sa.Integer, nullable=False),
        comment="The 3 nearest stations and all within 1 km, place 0 the nearest; straight metres.",
    )


def _prepared() -> None:
    op.create_table(
        "tiles",
        sa.Column("z", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("x", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("y", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        comment="body: gzipped GeoJSON of the venues in a map tile.",
    )
    op.create_table(
        "sketches",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("lang", sa.Text, primary_key=True),
        sa.Column("svg", sa.Text, nullable=False),
        comment="kind, key: what is drawn, as in venue, shanghai-museum.",
    )
    op.create_table(
        "documents",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("etag", sa.Text, nullable=False),
        comment="body: gzipped; served as it is.",
    )
    op.create_table(
        "content_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("data_version", sa.Text, nullable=False),
        sa.Column("synced_at", sa.DateTime(timezone=True), nullable=False),
        comment="One row, id 1.",
    )
