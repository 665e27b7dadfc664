"""What can be found, and under which terms, keys and spellings."""

from sqlalchemy import Column, Float, Index, Integer, MetaData, Table, Text

from webapp.store.tables.columns import BINARY_TEXT, local_text, metadata

search_entries = Table(
    "search_entries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("venue_id", Integer, nullable=True),
    *local_text("name"),
    Column("other_names", Text, nullable=False),
    Column("forms", Text, nullable=False),
    Column("fame", Integer, nullable=False),
    Column("lat", Float, nullable=True),
    Column("lng", Float, nullable=True),
    Column("kind", Text, nullable=True),
    Column("district_code", Text, nullable=True),
    Column("hours_id", Integer, nullable=True),
    Index("ix_search_entries_type_key", "type", "key"),
    comment="Ids in order of fame, best known first; other_names, forms: one a line.",
)

search_keys = Table(
    "search_keys",
    metadata,
    Column("key", BINARY_TEXT, primary_key=True),
    Column("entry_id", Integer, primary_key=True, autoincrement=False),
    comment="Whole names in every spelling, without spaces.",
    sqlite_with_rowid=False,
)

search_heads = Table(
    "search_heads",
    metadata,
    Column("prefix", BINARY_TEXT, primary_key=True),
    Column("entry_id", Integer, primary_key=True, autoincrement=False),
    comment="For beginnings that very many keys share: the best known entries.",
    sqlite_with_rowid=False,
)

search_vocabulary = Table(
    "search_vocabulary",
    metadata,
    Column("word", BINARY_TEXT, primary_key=True),
    Column("weight", Integer, nullable=False),
    comment="Words that spelling leads to; weight: how well known what they name is.",
)

search_kinds = Table(
    "search_kinds",
    metadata,
    Column("word", BINARY_TEXT, primary_key=True),
    Column("kind", Text, primary_key=True),
    comment="Words for kinds as questions are compared with them: folded, joined, stemmed.",
)

# An FTS5 table on SQLite, a table with a tsvector on PostgreSQL: the migration makes each.
search_index = Table(
    "search_index",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("terms", Text, nullable=False),
)
