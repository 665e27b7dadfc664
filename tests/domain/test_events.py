"""Editions of events: which comes next, which months they touch."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.events import Edition, Repeats, last_edition, months_of, next_edition

FIRST = Edition(date(2025, 12, 20), date(2026, 1, 5), "survey")
SECOND = Edition(date(2026, 12, 20), date(2027, 1, 5), "survey")
dates = st.dates(date(2024, 1, 1), date(2028, 1, 1))
editions = st.builds(
    lambda start, days: Edition(start, start + timedelta(days=days), "survey"),
    dates,
    st.integers(0, 200),
)


@pytest.mark.parametrize(
    ("today", "coming", "past"),
    [
        (date(2025, 11, 1), FIRST, None),
        (date(2026, 1, 5), FIRST, None),
        (date(2026, 1, 6), SECOND, FIRST),
        (date(2027, 1, 6), None, SECOND),
    ],
)
def test_what_is_on_counts_as_next(today, coming, past):
    assert next_edition((SECOND, FIRST), today) == coming
    assert last_edition((SECOND, FIRST), today) == past


@given(editions)
def test_months_are_those_of_its_days(edition):
    days = (edition.start + timedelta(days=n) for n in range(edition.days))
    assert edition.months == {day.month for day in days}


@pytest.mark.parametrize(
    ("months", "repeats", "listed"),
    [
        ([10], Repeats.YEARLY, {10}),
        ([], Repeats.YEARLY, {12, 1}),
        ([], Repeats.WEEKLY, set(range(1, 13))),
        ([6, 7], Repeats.WEEKLY, {6, 7}),
        ([], Repeats.ONCE, {12, 1}),
    ],
)
def test_an_event_is_listed_under_its_months(months, repeats, listed):
    assert months_of(months, repeats, (FIRST,)) == listed
