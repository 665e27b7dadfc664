"""Create the words by which a question names a kind."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    binary = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "search_kinds",
        sa.Column("word", binary, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        comment="Words for kinds as questions are compared with them: folded, joined, stemmed.",
    )


def downgrade() -> None:
    op.drop_table("search_kinds")
