"""The last trains of one station on the night at hand, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp import current
from webapp.domain.metro import DayType, DueTrain, day_type, has_stopped, last_trains_at, metro_day
from webapp.domain.text import LocalText
from webapp.pages import reference
from webapp.pages.phrases import clock_words, weekday_words
from webapp.store.place_records import LastTrain, StationCard
from webapp.store.stations import get_station
from webapp.store.venue_records import LineBadge
from webapp.words import gettext as _
from webapp.words import ngettext

HURRY_MIN = 30


@dataclass(frozen=True, slots=True)
class TrainRow:
    """One direction's last train: `hour` as on the platform clock, `note` what to know."""

    line: LineBadge
    towards: LocalText
    hour: str
    note: str
    has_left: bool


@dataclass(frozen=True, slots=True)
class StationTrains:
    """A station's last trains; `notice` is said first when time is short or over."""

    station: StationCard
    day_word: str
    rows: tuple[TrainRow, ...]
    notice: str


def trains_from(slug: str, at: datetime) -> StationTrains:
    """The last trains of the metro day of `at`; raises `StationMissing`."""
    station = get_station(current.connection(), slug)
    due = last_trains_at(station.last_trains, at)
    return StationTrains(
        station=station.card,
        day_word=weekday_words(metro_day(at)),
        rows=tuple(_row(train) for train in due),
        notice=_("The last trains from here have left.")
        if has_stopped(station.last_trains, at)
        else "",
    )


def _row(due: DueTrain[LastTrain]) -> TrainRow:
    train = due.train
    notes = (_haste(due), _short_run(train), _extension(due))
    note = " · ".join(note for note in notes if note)
    return TrainRow(train.line, train.towards, clock_words(due.departs_at), note, due.has_left)


def _haste(due: DueTrain[LastTrain]) -> str:
    if due.has_left:
        return _("has left")
    if due.minutes_left > HURRY_MIN:
        return ""
    return ngettext("in %(num)d minute", "in %(num)d minutes", due.minutes_left)


def _short_run(train: LastTrain) -> str:
    """Say so when the train ends before its line does, as the last ones often do."""
    branches = [each for each in reference.branches() if each.line_code == train.line.code]
    ends = {end for branch in branches for end in (branch.stops[0], branch.stops[-1])}
    is_short = train.terminal is not None and train.terminal not in ends
    return _("ends there, short of the line’s end") if is_short else ""


def _extension(due: DueTrain[LastTrain]) -> str:
    words = {
        DayType.FRIDAY_SATURDAY: _("Friday and Saturday"),
        DayType.HOLIDAY_EVE: _("eve of a holiday"),
    }
    runs_on = day_type(metro_day(due.departs_at))
    return words.get(runs_on, "") if due.train.day_type == runs_on else ""
