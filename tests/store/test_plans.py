"""Saved plans in both databases: stored, changed, erased, forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from webapp.store.plans import (
    StoredPlan,
    add_plan,
    change_plan,
    erase_plans,
    find_plan,
    forget_plans,
)
from webapp.store.session import Database

SAVED = datetime(2026, 11, 20, 13, 40, tzinfo=UTC)
PLAN = StoredPlan("a" * 24, "hash", "周五 🌙", "{}", SAVED, date(2027, 5, 19))


def stored(database: Database) -> StoredPlan | None:
    with database.read() as connection:
        return find_plan(connection, PLAN.token)


def test_a_plan_is_read_as_it_was_stored(database: Database):
    assert stored(database) is None
    with database.write() as connection:
        add_plan(connection, PLAN)
    assert stored(database) == PLAN
    changed = replace(PLAN, title="", earlier="{}", deleted_at=SAVED)
    with database.write() as connection:
        change_plan(connection, changed)
    assert stored(database) == changed


def test_an_expired_or_deleted_plan_is_erased_and_later_forgotten(database: Database):
    deleted = replace(PLAN, token="b" * 24, deleted_at=SAVED)
    with database.write() as connection:
        add_plan(connection, PLAN)
        add_plan(connection, deleted)
        assert erase_plans(connection, PLAN.expires_on, SAVED) == 0
        assert erase_plans(connection, PLAN.expires_on, SAVED + timedelta(seconds=1)) == 1
        assert erase_plans(connection, PLAN.expires_on + timedelta(days=1), SAVED) == 1
    emptied = stored(database)
    assert emptied == replace(PLAN, title="", body=None, key_hash="")
    with database.write() as connection:
        assert forget_plans(connection, PLAN.expires_on) == 0
        assert forget_plans(connection, PLAN.expires_on + timedelta(days=1)) == 2
    assert stored(database) is None
