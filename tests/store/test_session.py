"""Reading never writes, writing commits whole or not at all."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pytest
from sqlalchemy import func, insert, select, text

from webapp.store import tables
from webapp.store.session import BUSY_TIMEOUT_MS, Database, DatabaseDown

HOURS = tables.hours


@dataclass(frozen=True)
class Settings:
    database_url: str


def test_it_opens_what_settings_name():
    assert Database.from_settings(Settings("sqlite:///x.db")).is_sqlite
    url = Database.from_settings(Settings("postgresql://me@there/site")).url
    assert url.drivername == "postgresql+psycopg"


def test_writes_are_committed(database: Database):
    with database.write() as connection:
        connection.execute(insert(HOURS).values(text="24/7"))
    assert count(database) == 1


def test_a_fault_rolls_everything_back(database: Database):
    with pytest.raises(RuntimeError):
        write_and_fail(database)
    assert count(database) == 0


def test_what_a_reader_writes_is_lost(sqlite_database: Database):
    with sqlite_database.read() as connection:
        connection.execute(insert(HOURS).values(text="24/7"))
    assert count(sqlite_database) == 0


def test_a_reader_sees_one_state_while_others_write(sqlite_database: Database):
    with sqlite_database.read() as reader:
        before = reader.execute(select(func.count()).select_from(HOURS)).scalar_one()
        with sqlite_database.write() as writer:
            writer.execute(insert(HOURS).values(text="24/7"))
        after = reader.execute(select(func.count()).select_from(HOURS)).scalar_one()
    assert (before, after) == (0, 0)


def test_sqlite_is_set_up_for_many_readers(sqlite_database: Database):
    with sqlite_database.read() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    assert found == ["wal", 1, 1, BUSY_TIMEOUT_MS]


def test_two_writers_wait_for_each_other(database: Database):
    def add(start: int) -> None:
        for number in range(start, start + 5):
            with database.write() as connection:
                connection.execute(insert(HOURS).values(text=f"Mo 0{number}:00-10:00"))

    threads = [threading.Thread(target=add, args=(start,)) for start in (0, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 10


def write_and_fail(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(HOURS).values(text="24/7"))
        raise RuntimeError


def count(database: Database) -> int:
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(HOURS)).scalar_one()


def test_a_fault_does_not_repeat_the_values(database: Database):
    """Faults end up in logs; values may be personal or secret."""
    with pytest.raises(DatabaseDown) as caught, database.write() as connection:
        connection.execute(text("SELECT :value FROM no_such_table"), {"value": "somebody's secret"})
    assert "somebody's secret" not in str(caught.value)
