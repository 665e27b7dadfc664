"""Last trains on a given night."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from webapp.domain.metro import (
    DayType,
    LastTrain,
    Line,
    day_type,
    departures_on,
    has_stopped,
    last_trains_at,
    metro_day,
    still_to_come,
)
from webapp.domain.openings import TZ
from webapp.domain.text import LocalText

XINZHUANG = LocalText("莘庄", "Xinzhuang")
FUJIN = LocalText("富锦路", "Fujin Road")


def train(towards: LocalText, kind: DayType, departs: str, line: str = "1") -> LastTrain:
    hours, minutes = map(int, departs.split(":"))
    return LastTrain(line, towards, None, kind, hours * 60 + minutes)


TRAINS = (
    train(XINZHUANG, DayType.WEEKDAY, "23:05"),
    train(XINZHUANG, DayType.FRIDAY_SATURDAY, "24:35"),
    train(XINZHUANG, DayType.HOLIDAY_EVE, "24:25"),
    train(FUJIN, DayType.WEEKDAY, "22:40"),
)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TZ)


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        ("2026-11-19", DayType.WEEKDAY),
        ("2026-11-20", DayType.FRIDAY_SATURDAY),
        ("2026-11-21", DayType.FRIDAY_SATURDAY),
        ("2026-11-22", DayType.WEEKDAY),
        ("2026-09-30", DayType.HOLIDAY_EVE),
        ("2026-04-30", DayType.HOLIDAY_EVE),
        ("2026-12-31", DayType.HOLIDAY_EVE),
        ("2027-04-30", DayType.HOLIDAY_EVE),  # a Friday: the earlier times are the safe ones
        ("2026-09-24", DayType.WEEKDAY),  # Mid-Autumn's eve is not in the operator's table
        ("2026-02-14", DayType.FRIDAY_SATURDAY),
    ],
)
def test_day_types(on: str, kind: DayType) -> None:
    assert day_type(date.fromisoformat(on)) is kind


@pytest.mark.parametrize(
    ("at", "on"), [("2026-11-21T03:59", 20), ("2026-11-21T04:00", 21), ("2026-11-20T23:00", 20)]
)
def test_a_metro_day_begins_at_four(at: str, on: int) -> None:
    assert metro_day(moment(at)) == date(2026, 11, on)


def test_a_direction_without_an_extension_keeps_the_weekdays_train() -> None:
    chosen = departures_on(TRAINS, DayType.FRIDAY_SATURDAY)
    assert [each.departs_min for each in chosen] == [24 * 60 + 35, 22 * 60 + 40]


def test_the_order_of_rows_does_not_matter() -> None:
    backwards = departures_on(reversed(TRAINS), DayType.HOLIDAY_EVE)
    assert sorted(each.departs_min for each in backwards) == [22 * 60 + 40, 24 * 60 + 25]


def test_after_midnight_it_is_still_fridays_night() -> None:
    due = still_to_come(TRAINS, moment("2026-11-21T00:20"))
    assert [(each.train.towards, each.minutes_left) for each in due] == [(XINZHUANG, 15)]
    assert due[0].departs_at == moment("2026-11-21T00:35")


def test_a_train_can_be_caught_in_its_own_minute() -> None:
    at = moment("2026-11-21T00:35").replace(second=40)
    assert [each.minutes_left for each in still_to_come(TRAINS, at)] == [0]
    assert not has_stopped(TRAINS, at)


def test_the_metro_has_stopped_when_all_have_left() -> None:
    assert has_stopped(TRAINS, moment("2026-11-21T00:36"))
    assert not has_stopped(TRAINS, moment("2026-11-20T22:50"))
    assert not has_stopped(TRAINS, moment("2026-11-21T04:00"))


def test_nothing_known_is_not_stopped() -> None:
    assert not has_stopped((), moment("2026-11-21T03:00"))


def test_gone_trains_are_listed_as_gone() -> None:
    listed = last_trains_at(TRAINS, moment("2026-11-19T22:50"))
    assert [(each.train.towards, each.has_left) for each in listed] == [
        (XINZHUANG, False),
        (FUJIN, True),
    ]


def test_soonest_comes_first() -> None:
    due = still_to_come(TRAINS, moment("2026-11-19T20:00"))
    assert [each.train.towards for each in due] == [FUJIN, XINZHUANG]


def test_short_turns() -> None:
    line = Line("4", LocalText("4 号线", "Line 4"), False, (("a", "b", "c"), ("a", "b", "d")))
    assert line.ends == {"a", "c", "d"}
    assert line.is_short_turn("b")
    assert not line.is_short_turn("d")
    assert not line.is_short_turn(None)


def test_any_terminal_of_a_loop_is_a_short_turn() -> None:
    loop = Line("4", LocalText("4 号线", "Line 4"), True, (("a", "b", "a"),))
    assert loop.is_short_turn("a")
