"""Create the plans that visitors save."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    binary = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "plans",
        sa.Column("token", binary, primary_key=True),
        sa.Column("key_hash", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("earlier", sa.Text),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True)),
        sa.Index("ix_plans_expires_on", "expires_on"),
        comment="body, earlier: JSON, the plan and as it was before the last change; none once "
        "erased.",
    )


def downgrade() -> None:
    op.drop_table("plans")
