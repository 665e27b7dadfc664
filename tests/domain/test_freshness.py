"""How long a fact counts as confirmed."""

from __future__ import annotations

from datetime import date

import pytest

from webapp.domain.freshness import Freshness, confirm_days_of, freshness_of

SOURCE = date(2025, 9, 12)
CHECKED = date(2026, 6, 1)


def test_a_fact_nobody_confirmed_is_unconfirmed_since_its_source() -> None:
    assert freshness_of(SOURCE, None, "museum", CHECKED) == Freshness(False, SOURCE)


@pytest.mark.parametrize(
    ("kind", "today", "expected"),
    [
        ("bar", "2026-08-29", Freshness(True, CHECKED)),
        ("bar", "2026-08-30", Freshness(False, date(2026, 8, 30))),
        ("canteen", "2026-11-27", Freshness(True, CHECKED)),
        ("canteen", "2026-11-28", Freshness(False, date(2026, 11, 28))),
        ("museum", "2027-05-31", Freshness(True, CHECKED)),
        ("museum", "2027-06-01", Freshness(False, date(2027, 6, 1))),
    ],
)
def test_a_confirmation_lasts_as_long_as_its_kind_allows(
    kind: str, today: str, expected: Freshness
) -> None:
    found = freshness_of(SOURCE, CHECKED, kind, date.fromisoformat(today))
    assert found == expected
    assert found.unconfirmed is not found.confirmed


def test_an_unknown_kind_has_a_cautious_limit() -> None:
    assert confirm_days_of("nothing-we-know") == 180
