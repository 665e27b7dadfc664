"""How long the next try has to wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.throttling import SAME_ACCOUNT, Limit, wait_for

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MINUTES = st.lists(st.floats(0, 30), max_size=12)


def ago(*minutes: float) -> list[datetime]:
    return [NOW - timedelta(minutes=each) for each in minutes]


def test_tries_below_the_limit_go_through():
    assert wait_for(Limit(3), ago(1, 2), NOW) == timedelta()


def test_the_limit_holds_until_the_first_of_the_tries_is_old():
    assert wait_for(Limit(3), ago(1, 2, 14), NOW) == timedelta(minutes=1)
    assert wait_for(Limit(3), ago(1, 2, 15), NOW) == timedelta()


@given(MINUTES)
def test_after_the_wait_a_try_goes_through_and_not_before(minutes):
    tries = ago(*minutes)
    wait = wait_for(Limit(3), tries, NOW)
    assert wait_for(Limit(3), tries, NOW + wait) == timedelta()
    if wait > timedelta(seconds=1):
        assert wait_for(Limit(3), tries, NOW + wait - timedelta(seconds=1)) > timedelta()


def test_an_account_is_tried_less_than_100_times_an_hour():
    assert SAME_ACCOUNT.most * (timedelta(hours=1) / SAME_ACCOUNT.within) < 100
