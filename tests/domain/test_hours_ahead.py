"""Prepared openings: what a device reads from them is what the domain says at any instant."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.fixtures.hours_vectors import TEXTS
from webapp.domain.hours import State, status_of
from webapp.domain.hours_ahead import DAYS, hours_ahead, hours_key
from webapp.domain.openings import midnight, service_day

FIRSTS = [date(2026, 11, 20), date(2026, 2, 10), date(2026, 9, 28)]
STEP_MIN = 165
READABLE = {name: text for name, text in TEXTS.items() if name != "unreadable"}


@pytest.mark.parametrize("first", FIRSTS)
@pytest.mark.parametrize("text", READABLE.values(), ids=READABLE)
def test_openings_hold_the_state_of_every_instant(text: str, first: date):
    ahead = hours_ahead(text, first)
    assert ahead is not None
    for n in range(DAYS * 1440 // STEP_MIN):
        minute = n * STEP_MIN
        at = midnight(first) + timedelta(minutes=minute)
        status = status_of(text, "source", at)
        told = State.UNKNOWN if within(ahead.perhaps, minute) else State.CLOSED
        told = State.OPEN if ahead.always_open or within(ahead.open, minute) else told
        assert told is status.state, at
        assert ((service_day(at) - first).days in ahead.usual) is status.is_usual, at


def test_openings_are_whole_and_reach_beyond_the_last_day():
    ahead = hours_ahead("Mo-Su 20:00-04:00", date(2026, 11, 20))
    assert ahead is not None
    assert ahead.open[:2] == ((0, 240), (1200, 1680))
    assert ahead.open[-1][0] > DAYS * 1440


def test_what_opens_after_weeks_is_told():
    ahead = hours_ahead("Apr-Oct 09:00-18:00", date(2026, 11, 20))
    assert ahead is not None
    spring = midnight(date(2026, 11, 20)) + timedelta(minutes=ahead.open[0][0])
    assert spring.date() == date(2027, 4, 1)
    assert len(ahead.open) == 2


def test_unreadable_hours_have_no_openings():
    assert hours_ahead(TEXTS["unreadable"], FIRSTS[0]) is None


def test_keys_are_short_and_tell_texts_apart():
    texts = (f"Mo-Su {n // 60:02}:{n % 60:02}-23:00" for n in range(20 * 60))
    keys = Counter(hours_key(text) for text in texts)
    assert keys.most_common(1)[0][1] == 1
    assert {len(key) for key in keys} == {8}


def within(spans: tuple[tuple[int, int], ...], minute: int) -> bool:
    return any(start <= minute < end for start, end in spans)
