"""The four consumption scenarios and the kinds of venue within them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scenario(StrEnum):
    """Why somebody goes out; a venue has one primary scenario and may carry others."""

    NIGHT = "night"
    SILVER = "silver"
    GOODS = "goods"
    CULTURE = "culture"


@dataclass(frozen=True, slots=True)
class Kind:
    """The sort of venue within a scenario; its facts age after `confirm_days` days."""

    code: str
    scenario: Scenario
    confirm_days: int


# Days after which hours, phone, price and access facts want a new confirmation.
# Nightlife changes hands fastest, elder services move with budgets, museums hardly change.
_CONFIRM_DAYS: dict[Scenario, dict[str, int]] = {
    Scenario.NIGHT: {
        "night-market": 90,
        "bar": 90,
        "bar-street": 90,
        "live-music": 90,
        "late-dining": 90,
        "night-museum": 180,
        "late-theatre": 180,
        "night-view": 365,
        "river-walk": 365,
        "cruise": 90,
        "late-bookshop": 90,
    },
    Scenario.SILVER: {
        "canteen": 180,
        "elder-centre": 180,
        "day-care": 180,
        "care-home": 180,
        "senior-university": 180,
        "community-health": 180,
        "assistive-devices": 180,
        "activity-centre": 180,
        "old-brand": 180,
    },
    Scenario.GOODS: {
        "merchandise": 120,
        "themed-mall": 180,
        "figures": 120,
        "comics-bookshop": 120,
        "arcade": 120,
        "themed-cafe": 90,
        "second-hand": 120,
        "exhibition-hall": 180,
        "fan-theatre": 180,
        "themed-attraction": 180,
    },
    Scenario.CULTURE: {
        "museum": 365,
        "gallery": 180,
        "theatre": 365,
        "heritage": 365,
        "historic-quarter": 365,
        "waterfront": 365,
        "temple": 365,
        "garden": 365,
        "park": 365,
        "water-town": 365,
        "theme-park": 180,
        "library": 365,
        "landmark": 365,
        "mall": 180,
    },
}

KINDS: dict[str, Kind] = {
    code: Kind(code, scenario, days)
    for scenario, kinds in _CONFIRM_DAYS.items()
    for code, days in kinds.items()
}


def kinds_of(scenario: Scenario) -> tuple[Kind, ...]:
    """Return the kinds of one scenario in their editorial order."""
    return tuple(kind for kind in KINDS.values() if kind.scenario is scenario)
