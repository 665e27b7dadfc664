"""The metadata every table belongs to, and the columns that come in pairs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, MetaData, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Code points decide the order on both databases, so that a list sorts the same on each.
BINARY_TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def local_text(name: str, *, optional: bool = False) -> tuple[Column[Any], Column[Any]]:
    """Return the columns `<name>_zh` and `<name>_en`."""
    return (
        Column(f"{name}_zh", Text, nullable=optional),
        Column(f"{name}_en", Text, nullable=optional),
    )
