"""Saved plans as a service, on both databases: who may do what, and until when."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.fixtures.saved_plans import BEGINS, BODY, STOPS, body_with
from webapp.domain.faults import PlanGone, PlanKeyWrong, PlanMissing
from webapp.domain.saved_plans import expiry_of, tidy_title
from webapp.services import saved_plans as service
from webapp.settings import SHANGHAI
from webapp.store.session import Database

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=SHANGHAI)
DAY = timedelta(days=1)
SHORTER = body_with(STOPS[:1])


@pytest.fixture
def made(database: Database) -> service.NewPlan:
    """A plan that was just saved."""
    with database.write() as connection:
        return service.save_plan(connection, BODY, "Friday", NOW)


def seen(database: Database, made: service.NewPlan, on: datetime = NOW) -> service.SavedPlan:
    with database.read() as connection:
        return service.get_plan(connection, made.token, on.date())


def do(database: Database, step, made: service.NewPlan, *, now: datetime = NOW, key: str = ""):
    with database.write() as connection:
        return step(connection, made.token, key or made.key, now)


def test_what_is_saved_is_what_is_found(database, made):
    found = seen(database, made)
    assert (found.body, found.title, found.saved_at) == (BODY, "Friday", NOW)
    assert found.expires_on == expiry_of(NOW.date(), BEGINS.date())


def test_a_change_can_be_undone_and_done_again(database, made):
    with database.write() as connection:
        service.change_saved(connection, (made.token, made.key), SHORTER, "", NOW + DAY)
    assert seen(database, made).body == SHORTER
    for body in (BODY, SHORTER):
        do(database, service.step_back, made)
        assert seen(database, made).body == body


def test_deleted_for_all_but_its_owner_and_gone_for_good_a_day_later(database, made):
    do(database, service.delete_saved, made)
    with pytest.raises(PlanGone):
        seen(database, made)
    assert do(database, service.owned_plan, made).restorable_until == NOW + DAY
    do(database, service.restore_saved, made)
    assert seen(database, made).body == BODY
    do(database, service.delete_saved, made)
    with pytest.raises(PlanGone):
        do(database, service.restore_saved, made, now=NOW + DAY + timedelta(minutes=1))
    with database.write() as connection:
        assert service.prune_plans(connection, NOW) == 0
        assert service.prune_plans(connection, NOW + 2 * DAY) == 1
    for step in (service.owned_plan, service.restore_saved):
        with pytest.raises(PlanGone):
            do(database, step, made)


def test_a_plan_that_has_expired_is_gone_also_before_it_is_erased(database, made):
    last = datetime.combine(seen(database, made).expires_on, NOW.timetz())
    assert seen(database, made, last)
    with pytest.raises(PlanGone):
        seen(database, made, last + DAY)
    with pytest.raises(PlanGone):
        do(database, service.delete_saved, made, now=last + DAY)


@pytest.mark.parametrize(
    "step", [service.owned_plan, service.delete_saved, service.restore_saved, service.step_back]
)
def test_nothing_goes_without_the_key(database, made, step):
    other = service.NewPlan("n" * 24, made.key)
    for key in ("wrong" * 6, made.token, made.key.swapcase(), "ключ"):
        with pytest.raises(PlanKeyWrong):
            do(database, step, made, key=key)
    with pytest.raises(PlanMissing):
        do(database, step, other)
    assert seen(database, made).body == BODY


def test_plans_far_ahead_are_not_kept_for_ever():
    today = NOW.date()
    assert expiry_of(today, today - DAY) == today + 180 * DAY
    assert expiry_of(today, today + 30 * DAY) == today + 210 * DAY
    assert expiry_of(today, today.replace(year=2099)) < today.replace(year=2029)


def test_titles_hold_one_line_of_what_can_be_seen():
    assert tidy_title("  周五\n\t晚上\u200b \u202e ") == "周五 晚上"
