"""The holiday table against two published packages."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import chinese_calendar
import holidays as published
import pytest

from webapp.domain.holidays import (
    HOLIDAYS,
    MAKEUP_WORKDAYS,
    holiday_eve_of,
    holiday_on,
    is_makeup_workday,
    is_provisional,
    stands_in_for,
)

CODES = {
    "new-year",
    "spring-festival",
    "qingming",
    "labour-day",
    "dragon-boat",
    "mid-autumn",
    "national-day",
}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", [2025, 2026])
def test_days_off_are_those_of_chinesecalendar(year: int) -> None:
    ours = {on for on in days_of(year) if holiday_on(on)}
    theirs = {on for on in chinese_calendar.holidays if on.year == year}
    assert ours == theirs


@pytest.mark.parametrize("year", [2025, 2026])
def test_makeup_workdays_are_those_of_both_packages(year: int) -> None:
    ours = {on for on in days_of(year) if is_makeup_workday(on)}
    assert ours == {on for on in chinese_calendar.workdays if on.year == year}
    china = published.country_holidays("CN", years=year)
    assert ours == {on for on in china.weekend_workdays if on.year == year}


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_every_day_the_holidays_package_names_is_off(year: int) -> None:
    china = published.country_holidays("CN", years=year)
    assert [on for on in china if holiday_on(on) is None] == []


def test_2027_holds_no_more_than_the_law_gives() -> None:
    china = published.country_holidays("CN", years=2027)
    assert {on for on in days_of(2027) if holiday_on(on)} == set(china)
    assert [on for on in days_of(2027) if is_makeup_workday(on)] == []


def test_makeup_workdays_stand_in_for_the_days_the_package_pairs_them_with() -> None:
    for year in (2025, 2026):
        china = published.country_holidays("CN", years=year, language="en_US")
        for worked, off in MAKEUP_WORKDAYS.items():
            if off.year == year:
                assert f"{worked:%m/%d/%Y}" in china[off]


def test_makeup_workdays_are_weekend_days_standing_in_for_workdays_off() -> None:
    for worked, off in MAKEUP_WORKDAYS.items():
        assert worked.weekday() >= 5
        assert off.weekday() < 5
        assert holiday_on(worked) is None
        assert holiday_on(off) is not None
        assert stands_in_for(worked) == off


def test_codes_are_the_seven() -> None:
    assert {holiday.code for holiday in HOLIDAYS} == CODES
    for year in (2026, 2027):
        assert {h.code for h in HOLIDAYS if h.first.year == year} == CODES


def test_holidays_are_in_order_and_apart() -> None:
    for before, after in pairwise(HOLIDAYS):
        assert before.first <= before.last < after.first


def test_eves() -> None:
    eve = holiday_eve_of(date(2026, 9, 30))
    assert eve is not None
    assert eve.code == "national-day"
    assert holiday_eve_of(date(2026, 10, 1)) is None


@pytest.mark.parametrize(
    ("on", "provisional"),
    [("2026-12-31", False), ("2025-01-01", False), ("2027-01-01", True), ("2024-12-31", True)],
)
def test_only_years_with_a_notice_are_certain(on: str, provisional: bool) -> None:
    assert is_provisional(date.fromisoformat(on)) is provisional
