"""Whether a place is open for the whole of a stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from webapp.domain.hours_evaluation import find_hours
from webapp.domain.openings import Opening, State


def state_during(hours_text: str | None, start: datetime, end: datetime) -> State:
    """Return OPEN when open throughout [start, end) (aware), CLOSED when surely not.

    UNKNOWN when there is no readable text, or when only perhaps-open hours fill the stay.
    """
    hours = find_hours(hours_text)
    if hours is None:
        return State.UNKNOWN
    openings = hours.openings_in(start, end)
    if _fill((each for each in openings if not each.unknown), start, end):
        return State.OPEN
    return State.UNKNOWN if _fill(openings, start, end) else State.CLOSED


def _fill(openings: Iterable[Opening], start: datetime, end: datetime) -> bool:
    covered = start
    for opening in sorted(openings, key=lambda each: each.start):
        if opening.start > covered:
            return False
        covered = max(covered, opening.end)
    return covered >= end
