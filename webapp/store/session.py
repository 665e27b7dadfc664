"""Connections: one `Database` a process, SQLite or PostgreSQL behind the same two methods."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError as DatabaseDown
from sqlalchemy.pool import ConnectionPoolEntry

__all__ = ["Database", "DatabaseDown", "HasDatabaseUrl"]

BUSY_TIMEOUT_MS = 10_000
# NORMAL with WAL: a power cut may lose the last commits, but never damages the file.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
)


class HasDatabaseUrl(Protocol):
    """The one setting the store needs."""

    @property
    def database_url(self) -> str:
        """`sqlite:///path` or `postgresql://user@host/name`."""


class Database:
    """An engine with `read()` for queries and `write()` for one transaction."""

    def __init__(self, url: str) -> None:
        """Open lazily: nothing is connected until the first `read()` or `write()`."""
        self.url = _with_driver(make_url(url))
        self.engine = _sqlite_engine(self.url) if self.is_sqlite else _postgresql_engine(self.url)
        self._reader = self.engine.execution_options(postgresql_readonly=True)
        self._writer = self.engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")

    @classmethod
    def from_settings(cls, settings: HasDatabaseUrl) -> Database:
        """Return the database `settings.database_url` names."""
        return cls(settings.database_url)

    @property
    def is_sqlite(self) -> bool:
        """True on SQLite, False on PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection for queries; whatever it changed is rolled back."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield a connection in one transaction: commits at exit, rolls back on an exception."""
        with self._writer.begin() as connection:
            yield connection

    def dispose(self) -> None:
        """Close the pooled connections."""
        self.engine.dispose()


def _with_driver(url: URL) -> URL:
    """Name psycopg 3 for PostgreSQL, whichever of the usual spellings the setting has."""
    if url.drivername in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    return url


def _postgresql_engine(url: URL) -> Engine:
    return create_engine(url, pool_pre_ping=True, hide_parameters=True)


def _sqlite_engine(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True)  # faults go into logs, values must not
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # Python's driver would begin late and commit around DDL; we begin ourselves (`_begin_sqlite`).
    driver: Any = connection
    driver.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        driver.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: upgrading a read later could fail without waiting.
    options = connection.get_execution_options()
    connection.exec_driver_sql(options.get("sqlite_begin", "BEGIN"))
