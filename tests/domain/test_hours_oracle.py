"""Opening hours against an independent calculation, on every half-hour of 2026."""

from __future__ import annotations

import pytest

from tests.domain.hard_patterns import HARD_PATTERNS, SUN
from tests.domain.oracle import HALF_HOURS, enumerate_year, instants, near_the_sun
from webapp.domain.hours import State, read_hours

MARKS = {State.OPEN: "o", State.CLOSED: ".", State.UNKNOWN: "?"}
INSTANTS = instants()


def states(text: str) -> str:
    """Return what the product says, in the oracle's marks."""
    hours = read_hours(text)
    return "".join(MARKS[hours.state_at(at)] for at in INSTANTS)


def differences(text: str, expected: str) -> list[str]:
    """Return the first half-hours on which product and oracle disagree."""
    said = states(text)
    return [
        f"{at:%a %m-%d %H:%M} said {said[n]} expected {expected[n]}"
        for n, at in enumerate(INSTANTS)
        if said[n] != expected[n]
    ][:8]


def test_the_oracle_counts_every_half_hour_of_the_year() -> None:
    assert len(INSTANTS) == HALF_HOURS == 365 * 48
    assert enumerate_year(lambda _on: "00:00-24:00") == "o" * HALF_HOURS


def test_there_are_enough_hard_patterns() -> None:
    assert len(HARD_PATTERNS) >= 60


@pytest.mark.parametrize("text", [text for text in HARD_PATTERNS if text not in SUN])
def test_every_half_hour_agrees_with_the_oracle(text: str) -> None:
    assert differences(text, enumerate_year(HARD_PATTERNS[text])) == []


@pytest.mark.parametrize("text", SUN)
def test_every_half_hour_agrees_but_for_a_minute_of_sun(text: str) -> None:
    expected, blurred = enumerate_year(SUN[text]), near_the_sun()
    said = states(text)
    wrong = [
        f"{INSTANTS[n]:%m-%d %H:%M}"
        for n in range(HALF_HOURS)
        if said[n] != expected[n] and n not in blurred
    ]
    assert wrong == []
    assert sum(a != b for a, b in zip(said, expected, strict=True)) <= 8
