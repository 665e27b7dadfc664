"""Answers are kept for a version of content and no longer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from webapp.store.content_version import set_version
from webapp.store.remembered import remembered
from webapp.store.session import Database


@pytest.fixture
def asked() -> list[int]:
    return []


@pytest.fixture
def question(asked: list[int]):
    @remembered
    def count(_connection: Connection) -> int:
        asked.append(1)
        return len(asked)

    return count


def test_one_version_is_asked_once(sqlite_database: Database, question):
    publish(sqlite_database, "one")
    with sqlite_database.read() as connection:
        assert [question(connection) for _ in range(3)] == [1, 1, 1]


def test_a_new_version_is_asked_anew(sqlite_database: Database, question):
    answers = []
    for version in ("one", "two", "two", "one"):
        publish(sqlite_database, version)
        with sqlite_database.read() as connection:
            answers.append(question(connection))
    assert answers == [1, 2, 2, 3]


def test_an_empty_database_is_never_remembered(sqlite_database: Database, question):
    with sqlite_database.read() as connection:
        assert [question(connection) for _ in range(2)] == [1, 2]


def publish(database: Database, version: str) -> None:
    with database.write() as connection:
        set_version(connection, version, datetime(2026, 11, 20, tzinfo=UTC))
