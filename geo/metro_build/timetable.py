"""Decodes one row of the operator's timetable: times by type of day, and where the train goes.

A row gives a time, and minutes to add on some days: `weekday` is a list from Sunday to Saturday, of
which only Friday and Saturday are ever set, `weekable` says on which weekdays the row runs at all,
and `dateday` lists the eves of holidays.
"""

import json
import re
from dataclasses import dataclass

from geo.metro_build.reference import TrainRow

WEEKDAY, FRIDAY_SATURDAY, HOLIDAY_EVE = DAY_TYPES = ("weekday", "friday_saturday", "holiday_eve")
MONDAY, FRIDAY = 1, 5
NEXT_DAY_BEFORE_H = 4

Times = dict[str, int]

_TOWARDS = re.compile(
    r"(?:终点：|往)(?P<place>[^（）]+?)"
    r"(?:方向|(?<=航站楼)站)?(?:（(?P<ring>[内外])）)?$"
)
_ROUND = re.compile(r"全程（(?P<ring>[内外])）$")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a train goes: a station by its Chinese name, a ring (内 inner, 外 outer), or both."""

    place_zh: str | None
    ring: str | None
    direction: int


def is_running(row: TrainRow) -> bool:
    """Say whether the row has a last train at all; `--` means that none stops here."""
    return ":" in row.last


def minutes_of(clock: str) -> int:
    """Return minutes of the service day: `00:05` is 24:05, the end of the night before."""
    hours, minutes = (int(part) for part in clock.split(":"))
    return (hours + 24 if hours < NEXT_DAY_BEFORE_H else hours) * 60 + minutes


def times_of(row: TrainRow) -> Times:
    """Return the row's minutes by type of day, without the types on which it does not run."""
    usual = minutes_of(row.last)
    extra = json.loads(row.extension) if row.extension else {}
    runs = extra.get("weekable", [1] * 7)
    eves = [int(day["adjust"]) for day in extra.get("dateday", [])]
    times = {FRIDAY_SATURDAY: usual + extra.get("weekday", [0] * 7)[FRIDAY]}
    if runs[MONDAY]:
        times[WEEKDAY] = usual
    if runs[MONDAY] or eves:
        times[HOLIDAY_EVE] = usual + max(eves, default=0)
    return times


def destination_of(row: TrainRow) -> Destination:
    """Return where the train goes; raises `ValueError` for words not seen before."""
    found = _ROUND.search(row.description) or _TOWARDS.search(row.description)
    if not found:
        raise ValueError(f"where does a train go that says {row.description!r}?")
    words = found.groupdict()
    return Destination(words.get("place"), words["ring"], row.direction)
