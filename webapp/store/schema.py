"""Bringing a database to the current schema, with Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.types import UserDefinedType

from webapp.store.session import Database
from webapp.store.tables import metadata

MIGRATIONS = Path(__file__).parent / "migrations"
# What differs between the databases: the R*Tree, the index of terms, PostGIS's own.
KEPT_BY_DATABASE = ("venue_bounds", "search_index", "spatial_ref_sys", "alembic_version")
SPATIAL_COLUMN = "geometry"


def upgrade(database: Database) -> str | None:
    """Run the missing migrations in one transaction; returns the revision the database now has."""
    with database.write() as connection:
        command.upgrade(_config(connection), "head")
        return revision_of(connection)


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the schema, None for an empty database."""
    return MigrationContext.configure(connection).get_current_revision()


def head_revision() -> str | None:
    """Return the newest revision this release knows."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def differences(connection: Connection) -> list[Any]:
    """Return what a migration would still have to change for the tables as declared."""
    context = MigrationContext.configure(connection, opts=comparison_options(connection))
    return list(compare_metadata(context, metadata))


def comparison_options(connection: Connection) -> dict[str, Any]:
    """Return Alembic's options that leave the databases' own tables and columns alone."""
    getattr(connection.dialect, "ischema_names", {})["geometry"] = Geometry
    return {
        "target_metadata": metadata,
        "include_name": _is_ours,
        "compare_type": True,
        "render_as_batch": True,
    }


class Geometry(UserDefinedType[Any]):
    """PostGIS's type, known by name only: the store never reads it."""

    def __init__(self, *_parameters: object) -> None:
        """Accept and ignore what PostgreSQL reports, such as `Point, 4326`."""

    def get_col_spec(self, **_options: Any) -> str:
        """Return the type's name in SQL."""
        return "geometry"


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    if kind == "table":
        return not (name or "").startswith(KEPT_BY_DATABASE)
    return not (kind in {"column", "index"} and SPATIAL_COLUMN in (name or ""))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
