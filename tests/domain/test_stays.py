"""A stay counts as open only when every minute of it is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.hours import TZ, read_hours
from webapp.domain.openings import State
from webapp.domain.stays import state_during

FRIDAY = datetime(2026, 11, 20, tzinfo=TZ)


@pytest.mark.parametrize(
    ("text", "start", "end", "state"),
    [
        ("10:00-18:00", 10 * 60, 18 * 60, State.OPEN),
        ("10:00-18:00", 9 * 60 + 59, 12 * 60, State.CLOSED),
        ("10:00-18:00", 17 * 60, 18 * 60 + 1, State.CLOSED),
        ("10:00-12:00,13:00-18:00", 11 * 60, 14 * 60, State.CLOSED),
        ("18:00-02:00", 23 * 60, 25 * 60, State.OPEN),
        ("24/7", 0, 48 * 60, State.OPEN),
        ("Mo-Th 10:00-18:00", 11 * 60, 12 * 60, State.CLOSED),
        ("10:00-12:00 unknown", 10 * 60, 11 * 60, State.UNKNOWN),
        ("10:00-12:00, 12:00-14:00 unknown", 11 * 60, 13 * 60, State.UNKNOWN),
        ("whenever", 600, 660, State.UNKNOWN),
        (None, 600, 660, State.UNKNOWN),
    ],
)
def test_a_stay(text, start, end, state):
    at, until = (FRIDAY + timedelta(minutes=each) for each in (start, end))
    assert state_during(text, at, until) is state


TEXTS = ("10:00-18:00", "Mo-Fr 09:00-12:00,13:00-17:00", "18:00-02:00", "Fr-Su 20:00-04:00", "24/7")


@given(st.sampled_from(TEXTS), st.integers(0, 4 * 1440), st.integers(1, 600))
def test_open_throughout_is_open_at_each_moment(text, start, length):
    at = FRIDAY + timedelta(minutes=start)
    moments = (at + timedelta(minutes=n) for n in range(0, length, 7))
    if state_during(text, at, at + timedelta(minutes=length)) is State.OPEN:
        assert {read_hours(text).state_at(moment) for moment in moments} == {State.OPEN}
