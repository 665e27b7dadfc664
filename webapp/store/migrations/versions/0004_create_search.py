"""Create the index of search."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("search_entries", "search_keys", "search_heads", "search_vocabulary")
# Terms are ready-made words: no tokenizer has to understand them. Prefixes of 3 to 5 characters
# are one to three letters after the field and the channel.
FTS5 = """
CREATE VIRTUAL TABLE search_index USING fts5(
    terms, content='', detail='none', tokenize='ascii', prefix='3 4 5'
)
"""
# Vectors are kept apart from the rows, so that reading the ids of many rows reads few pages.
# PostgreSQL only considers that for rows of 2 kB: the ballast makes them so, then shrinks away.
TSVECTOR = (
    """
    CREATE TABLE search_index (
        id integer PRIMARY KEY,
        terms tsvector NOT NULL,
        ballast text NOT NULL DEFAULT repeat(' ', 2100)
    )
    """,
    "ALTER TABLE search_index ALTER COLUMN terms SET STORAGE EXTERNAL",
    "ALTER TABLE search_index SET (toast_tuple_target = 128)",
    "CREATE INDEX ix_search_index_terms ON search_index USING gin (terms)",
    # The planner takes the few pages of the rows for all there is to read, and would walk through
    # every vector. Matches are materialised, so that it never walks rows in order of their ids.
    """
    CREATE FUNCTION search_matching(asked tsquery) RETURNS text
    LANGUAGE sql STABLE SET enable_seqscan = off AS $$
        SELECT string_agg(id::text, ',') FROM search_index WHERE terms @@ asked
    $$
    """,
    """
    CREATE FUNCTION search_first(asked tsquery, most integer) RETURNS SETOF integer
    LANGUAGE sql STABLE SET enable_seqscan = off AS $$
        WITH found AS MATERIALIZED (SELECT id FROM search_index WHERE terms @@ asked)
        SELECT id FROM found ORDER BY id LIMIT most
    $$
    """,
)
FUNCTIONS = ("search_first(tsquery, integer)", "search_matching(tsquery)")


def upgrade() -> None:
    _entries()
    _keys()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in (FTS5,) if is_sqlite else TSVECTOR:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for name in FUNCTIONS:
            op.execute(f"DROP FUNCTION {name}")
    op.execute("DROP TABLE search_index")
    for name in reversed(TABLES):
        op.drop_table(name)


def _entries() -> None:
    op.create_table(
        "search_entries",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("venue_id", sa.Integer),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("other_names", sa.Text, nullable=False),
        sa.Column("forms", sa.Text, nullable=False),
        sa.Column("fame", sa.Integer, nullable=False),
        sa.Column("lat", sa.Float),
        sa.Column("lng", sa.Float),
        sa.Column("kind", sa.Text),
        sa.Column("district_code", sa.Text),
        sa.Column("hours_id", sa.Integer),
        sa.Index("ix_search_entries_type_key", "type", "key"),
        comment="Ids in order of fame, best known first; other_names, forms: one a line.",
    )


def _keys() -> None:
    binary = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "search_keys",
        sa.Column("key", binary, primary_key=True),
        sa.Column("entry_id", sa.Integer, primary_key=True, autoincrement=False),
        comment="Whole names in every spelling, without spaces.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "search_heads",
        sa.Column("prefix", binary, primary_key=True),
        sa.Column("entry_id", sa.Integer, primary_key=True, autoincrement=False),
        comment="For beginnings that very many keys share: the best known entries.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "search_vocabulary",
        sa.Column("word", binary, primary_key=True),
        sa.Column("weight", sa.Integer, nullable=False),
        comment="Words that spelling leads to; weight: how well known what they name is.",
    )
