"""Create sources, hours, districts, areas and the metro."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BINARY_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TABLES = (
    "sources",
    "hours",
    "districts",
    "areas",
    "lines",
    "stations",
    "line_stops",
    "station_access",
    "last_trains",
    "area_districts",
    "area_stations",
)


def upgrade() -> None:
    _sources()
    _places()
    _metro()
    _place_links()


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)


def _sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("publisher", sa.Text, nullable=False),
        sa.Column("licence", sa.Text, nullable=False),
        sa.Column("date", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        comment="One row for each row of content/SOURCES.md.",
    )
    op.create_table(
        "hours",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False, unique=True),
        comment="Distinct opening-hours texts in OSM syntax; few, so all are evaluated at once.",
    )


def _places() -> None:
    op.create_table(
        "districts",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("office_zh", sa.Text),
        sa.Column("office_en", sa.Text),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lng", sa.Float, nullable=False),
        sa.Column("outline", sa.Text, nullable=False),
        comment="lat, lng: a WGS-84 point inside, for labels; outline: GeoJSON geometry, WGS-84.",
    )
    op.create_table(
        "areas",
        sa.Column("slug", sa.Text, primary_key=True),
        sa.Column("type", sa.Text, nullable=False, index=True),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("story_zh", sa.Text, nullable=False),
        sa.Column("story_en", sa.Text, nullable=False),
        sa.Column("best_hours_zh", sa.Text),
        sa.Column("best_hours_en", sa.Text),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lng", sa.Float, nullable=False),
        sa.Column("outline", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
        comment="sources: ids separated by a space.",
    )


def _metro() -> None:
    op.create_table(
        "lines",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("color", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("is_loop", sa.Boolean, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        comment="place: order in which lines are listed; sources: ids separated by a space.",
    )
    op.create_table(
        "stations",
        sa.Column("slug", sa.Text, primary_key=True),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("sort_zh", BINARY_TEXT, nullable=False),
        sa.Column("sort_en", BINARY_TEXT, nullable=False),
        sa.Column("district_code", sa.Text, sa.ForeignKey("districts.code"), index=True),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lng", sa.Float, nullable=False),
        comment="district_code is null for the stations of line 11 in Jiangsu; WGS-84.",
    )
    op.create_table(
        "line_stops",
        sa.Column(
            "line_code", sa.Text, sa.ForeignKey("lines.code", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("branch", sa.Integer, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column(
            "station_slug", sa.Text, sa.ForeignKey("stations.slug"), nullable=False, index=True
        ),
    )
    op.create_table(
        "station_access",
        sa.Column(
            "station_slug",
            sa.Text,
            sa.ForeignKey("stations.slug", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("fact", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, sa.ForeignKey("sources.id"), nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("verified_by", sa.Text),
    )
    op.create_table(
        "last_trains",
        sa.Column(
            "station_slug",
            sa.Text,
            sa.ForeignKey("stations.slug", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column(
            "line_code", sa.Text, sa.ForeignKey("lines.code", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("day_type", sa.Text, primary_key=True),
        sa.Column("towards_zh", sa.Text, nullable=False),
        sa.Column("towards_en", sa.Text, nullable=False),
        sa.Column("terminal_slug", sa.Text, sa.ForeignKey("stations.slug")),
        sa.Column("departs_min", sa.Integer, nullable=False),
        comment="departs_min: minutes after 00:00 of the service day; 1457 is 00:17 next morning.",
    )


def _place_links() -> None:
    op.create_table(
        "area_districts",
        sa.Column(
            "area_slug", sa.Text, sa.ForeignKey("areas.slug", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column(
            "district_code", sa.Text, sa.ForeignKey("districts.code"), primary_key=True, index=True
        ),
    )
    op.create_table(
        "area_stations",
        sa.Column(
            "area_slug", sa.Text, sa.ForeignKey("areas.slug", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column(
            "station_slug", sa.Text, sa.ForeignKey("stations.slug"), primary_key=True, index=True
        ),
        sa.Column("place", sa.Integer, nullable=False),
        comment="place: order in which the area's page names its stations.",
    )
