"""The trail in the database: append-only, in one chain, whoever writes at once."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import DBAPIError

from webapp.domain.audit import Action, Actor, Deed, check_chain
from webapp.store import audit
from webapp.store.audit import AuditFilter
from webapp.store.session import Database
from webapp.store.tables import audit_entries

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
WRITERS, EACH = 4, 12


def write(database: Database, actor: int = 1, subject: int = 1, district: str = "") -> None:
    with database.write() as connection:
        deed = Deed(Action.SIGNED_IN, subject, district)
        audit.append(connection, Actor(actor, "192.0.2.1"), deed, NOW)


def chain_of(database: Database):
    with database.read() as connection:
        return check_chain(audit.every_entry(connection))


def test_writers_at_once_make_one_chain(database: Database):
    def write_many(actor: int) -> None:
        for _ in range(EACH):
            write(database, actor)

    writers = [threading.Thread(target=write_many, args=(number,)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    chain = chain_of(database)
    assert (chain.length, chain.broken) == (WRITERS * EACH, None)


def test_a_transaction_rolled_back_leaves_no_gap(database: Database):
    write(database)
    with suppress(ZeroDivisionError), database.write() as connection:
        audit.append(connection, Actor(1), Deed(Action.SIGNED_OUT), NOW)
        raise ZeroDivisionError
    write(database)
    assert (chain_of(database).length, chain_of(database).broken) == (2, None)


@pytest.mark.parametrize(
    "change", [update(audit_entries).values(details="{}"), delete(audit_entries)]
)
def test_the_database_refuses_to_change_the_trail(database: Database, change):
    write(database)
    with pytest.raises(DBAPIError, match="append-only"), database.write() as connection:
        connection.execute(change)
    assert chain_of(database).length == 1


def test_truncating_is_refused_too(postgresql_database: Database):
    write(postgresql_database)
    refused = pytest.raises(DBAPIError, match="append-only")
    with refused, postgresql_database.write() as connection:
        connection.execute(text("TRUNCATE audit_entries"))


def test_a_change_past_the_guard_breaks_the_chain(database: Database):
    for _ in range(3):
        write(database)
    with database.write() as connection:
        entry = connection.execute(audit_entries.select().where(audit_entries.c.number == 2)).one()
        forged = {**entry._mapping, "number": 5, "previous": "0" * 64}
        connection.execute(insert(audit_entries), [forged])
    broken = chain_of(database).broken
    assert broken is not None
    assert broken.number == 4


def test_pages_and_filters(database: Database):
    for actor, subject, district in [(1, 1, ""), (2, 1, "310101"), (2, 2, "310105"), (3, 3, "")]:
        write(database, actor, subject, district)
    with database.read() as connection:

        def numbers(**asked: object) -> list[int]:
            return [e.number for e in audit.entries_in(connection, AuditFilter(**asked)).items]

        assert numbers() == [4, 3, 2, 1]
        assert numbers(account_id=1) == [2, 1]
        assert numbers(own=3, districts=("310105",)) == [4, 3]
        assert numbers(action="signed-out") == []
        assert numbers(since="2026-11-21T00:00:00") == []
        page = audit.entries_in(connection, AuditFilter(), number=2, per_page=3)
        assert (page.total, page.pages, [e.number for e in page.items]) == (4, 2, [1])
        everything = audit.every_entry(connection, AuditFilter(account_id=2))
        assert [e.number for e in everything] == [2, 3]
