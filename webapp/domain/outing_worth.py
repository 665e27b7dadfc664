"""How much a stop is worth to a visitor, in points, so that plans can be compared.

    worth = (fame + fit + hour) × nearness, and a tenth less where facts want a new confirmation

- fame: 20 points for a place known to its neighbours (1) up to 60 for one known to all (5);
- fit: 60 for words of the visitor's own, 25 for the scenario asked for when it is the place's
  first one, 15 when it is one of its others;
- hour: 15 for places made for the night in a plan that ends after 21:00;
- nearness: 1 within a quarter of an hour on foot from where one starts (or ends), half of it for
  each 3 km more, so that a plan stays in one part of the city unless farther places are worth it.

The figures are ours. What they bring about is tested: nearer of two alike, named before unnamed,
known before unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

FAME = (0, 20, 30, 40, 50, 60)
FIT_WORDS, FIT_FIRST, FIT_OTHER = 60, 25, 15
NIGHT = 15
NIGHT_BEGINS_MIN = 21 * 60
NEAR_M, HALVED_M = 1_100, 3_000
UNCONFIRMED = 0.9


@dataclass(frozen=True, slots=True)
class Appeal:
    """What is known of a place and a plan: `rank` 1 to 5, metres as the crow flies."""

    rank: int
    fits_words: bool
    is_first_scenario: bool
    is_other_scenario: bool
    is_for_night: bool
    is_confirmed: bool
    distance_m: float


def worth_of(appeal: Appeal) -> int:
    """Return the points of a stop, at least 1."""
    whole = FAME[appeal.rank] + _fit(appeal) + (NIGHT if appeal.is_for_night else 0)
    points = whole * nearness(appeal.distance_m)
    return max(1, round(points if appeal.is_confirmed else points * UNCONFIRMED))


def nearness(distance_m: float) -> float:
    """Return 1 for near, halved with each 3 km beyond."""
    return float(0.5 ** (max(0.0, distance_m - NEAR_M) / HALVED_M))


def _fit(appeal: Appeal) -> int:
    if appeal.fits_words:
        return FIT_WORDS
    if appeal.is_first_scenario:
        return FIT_FIRST
    return FIT_OTHER if appeal.is_other_scenario else 0
