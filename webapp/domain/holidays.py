"""Public holidays and make-up workdays, from the State Council's yearly notices.

A holiday here is every day off that the notice names, weekend days inside it included; it is
what OSM's `PH` means on this site. 2025: notice of 2024-11-12; 2026: notice of 2025-11-04. The
notice for 2027 is not out: the table holds the statutory days and their substitutes, no bridge
days and no make-up workdays, and `is_provisional` says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR = 2025
LAST_CONFIRMED_YEAR = 2026


@dataclass(frozen=True, slots=True)
class Holiday:
    """A run of days off, both ends included; `code` is one of seven (`new-year` …)."""

    code: str
    first: date
    last: date

    @property
    def eve(self) -> date:
        """Return the day before the first day off."""
        return self.first - timedelta(days=1)


def _holiday(code: str, first: str, last: str) -> Holiday:
    return Holiday(code, date.fromisoformat(first), date.fromisoformat(last))


HOLIDAYS: tuple[Holiday, ...] = (
    _holiday("new-year", "2025-01-01", "2025-01-01"),
    _holiday("spring-festival", "2025-01-28", "2025-02-04"),
    _holiday("qingming", "2025-04-04", "2025-04-06"),
    _holiday("labour-day", "2025-05-01", "2025-05-05"),
    _holiday("dragon-boat", "2025-05-31", "2025-06-02"),
    _holiday("national-day", "2025-10-01", "2025-10-08"),  # with Mid-Autumn on 6 October
    _holiday("new-year", "2026-01-01", "2026-01-03"),
    _holiday("spring-festival", "2026-02-15", "2026-02-23"),
    _holiday("qingming", "2026-04-04", "2026-04-06"),
    _holiday("labour-day", "2026-05-01", "2026-05-05"),
    _holiday("dragon-boat", "2026-06-19", "2026-06-21"),
    _holiday("mid-autumn", "2026-09-25", "2026-09-27"),
    _holiday("national-day", "2026-10-01", "2026-10-07"),
    _holiday("new-year", "2027-01-01", "2027-01-01"),
    _holiday("spring-festival", "2027-02-05", "2027-02-10"),
    _holiday("qingming", "2027-04-05", "2027-04-05"),
    _holiday("labour-day", "2027-05-01", "2027-05-04"),
    _holiday("dragon-boat", "2027-06-09", "2027-06-09"),
    _holiday("mid-autumn", "2027-09-15", "2027-09-15"),
    _holiday("national-day", "2027-10-01", "2027-10-05"),
)

# Workday at the weekend → the day off it stands in for. The notices name both sides but do not
# pair them; the pairs are those of the `holidays` package, in the order of the notice.
MAKEUP_WORKDAYS: dict[date, date] = {
    date.fromisoformat(worked): date.fromisoformat(off)
    for worked, off in (
        ("2025-01-26", "2025-02-03"),
        ("2025-02-08", "2025-02-04"),
        ("2025-04-27", "2025-05-05"),
        ("2025-09-28", "2025-10-07"),
        ("2025-10-11", "2025-10-08"),
        ("2026-01-04", "2026-01-02"),
        ("2026-02-14", "2026-02-20"),
        ("2026-02-28", "2026-02-23"),
        ("2026-05-09", "2026-05-05"),
        ("2026-09-20", "2026-10-06"),
        ("2026-10-10", "2026-10-07"),
    )
}

_BY_DAY: dict[date, Holiday] = {
    holiday.first + timedelta(days=n): holiday
    for holiday in HOLIDAYS
    for n in range((holiday.last - holiday.first).days + 1)
}
_EVES: dict[date, Holiday] = {holiday.eve: holiday for holiday in HOLIDAYS}


def holiday_on(on: date) -> Holiday | None:
    """Return the holiday that `on` belongs to, or None."""
    return _BY_DAY.get(on)


def holiday_eve_of(on: date) -> Holiday | None:
    """Return the holiday that begins the day after `on`, or None."""
    return _EVES.get(on)


def is_makeup_workday(on: date) -> bool:
    """Say whether `on` is a Saturday or Sunday on which people work."""
    return on in MAKEUP_WORKDAYS


def stands_in_for(on: date) -> date | None:
    """Return the day off that a make-up workday stands in for, or None for any other day."""
    return MAKEUP_WORKDAYS.get(on)


def is_provisional(on: date) -> bool:
    """Say whether the table for this year rests on no State Council notice."""
    return not FIRST_YEAR <= on.year <= LAST_CONFIRMED_YEAR
