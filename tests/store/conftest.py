"""The sample of content, synchronised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from webapp.domain.hours import TZ
from webapp.services.content.sync import sync
from webapp.store.session import Database

SAMPLE = Path(__file__).parents[1] / "services" / "sample"
NOW = datetime(2026, 11, 20, 21, 40, tzinfo=TZ)


@pytest.fixture
def sample(database: Database) -> Database:
    """A database that holds the sample."""
    sync(database, SAMPLE, NOW)
    return database


@pytest.fixture
def connection(sample: Database) -> Iterator[Connection]:
    """A read connection to the sample."""
    with sample.read() as connection:
        yield connection
