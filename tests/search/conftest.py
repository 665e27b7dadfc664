"""The real catalogue, indexed on both stores."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.fixtures import postgresql
from tests.fixtures.databases import TEMPLATE
from webapp.domain.hours import TZ
from webapp.services.content.sync import sync
from webapp.settings import ROOT
from webapp.store.session import Database


@pytest.fixture(scope="session")
def sqlite_catalogue(
    catalogue_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """The catalogue on SQLite."""
    place = tmp_path_factory.mktemp("search") / "site.db"
    shutil.copyfile(catalogue_file, place)
    database = Database(f"sqlite:///{place}")
    yield database
    database.dispose()


@pytest.fixture(scope="session")
def postgresql_catalogue(postgresql_cluster: postgresql.Cluster) -> Iterator[Database]:
    """The catalogue on PostgreSQL."""
    name = f"search_{uuid.uuid4().hex}"
    database = Database(postgresql_cluster.create(name, TEMPLATE))
    try:
        sync(database, ROOT / "content", datetime.now(TZ))
        yield database
    finally:
        database.dispose()
        postgresql_cluster.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def catalogue(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A read connection to the catalogue, once on each store."""
    database: Database = request.getfixturevalue(f"{request.param}_catalogue")
    with database.read() as connection:
        yield connection


@pytest.fixture
def connection(sqlite_catalogue: Database) -> Iterator[Connection]:
    """A read connection to the catalogue on SQLite."""
    with sqlite_catalogue.read() as connection:
        yield connection
