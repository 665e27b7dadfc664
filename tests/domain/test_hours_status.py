"""What pages ask about hours: state, next change, the week, the bar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from webapp.domain.hours import (
    TZ,
    Nuance,
    Opening,
    OpenStatus,
    State,
    day_spans,
    read_hours,
    service_day,
    status_of,
    unknown_spans,
    week_of,
)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TZ)


def status(text: str | None, at: str, basis: str = "source") -> OpenStatus:
    return status_of(text, basis, moment(at))


def test_an_open_venue_says_when_it_closes() -> None:
    found = status("Tu-Su 09:00-17:00", "2026-11-20T10:00")
    assert (found.state, found.nuance) == (State.OPEN, None)
    assert found.closes_at == found.changes_at == moment("2026-11-20T17:00")
    assert found.opens_at is None


def test_a_closed_venue_says_when_it_opens() -> None:
    found = status("Tu-Su 09:00-17:00", "2026-11-22T17:00")
    assert found.state is State.CLOSED
    assert found.opens_at == found.changes_at == moment("2026-11-24T09:00")
    assert found.closes_at is None


@pytest.mark.parametrize(
    ("at", "nuance"), [("16:29", None), ("16:30", Nuance.SOON), ("16:59", Nuance.SOON)]
)
def test_soon_means_at_most_thirty_minutes(at: str, nuance: Nuance | None) -> None:
    assert status("Tu-Su 09:00-17:00", f"2026-11-20T{at}").nuance is nuance


def test_soon_counts_to_the_real_end_across_midnight() -> None:
    found = status("Mo-Su 10:00-24:00, Mo-Su 00:00-02:00", "2026-11-20T23:45")
    assert found.nuance is None
    assert found.closes_at == moment("2026-11-21T02:00")


def test_hours_known_from_usage_only_are_usual() -> None:
    found = status("Mo-Su 10:00-22:00", "2026-11-20T12:00", "usual")
    assert (found.nuance, found.is_usual) == (Nuance.USUAL, True)


def test_closing_soon_outranks_usual() -> None:
    found = status("Mo-Su 10:00-22:00", "2026-11-20T21:45", "usual")
    assert (found.nuance, found.is_usual) == (Nuance.SOON, True)


def test_a_closed_venue_has_no_nuance_but_says_it_is_only_usual() -> None:
    found = status("Mo-Su 10:00-22:00", "2026-11-20T23:00", "usual")
    assert (found.state, found.nuance, found.is_usual) == (State.CLOSED, None, True)


@pytest.mark.parametrize(
    ("text", "at", "usual"),
    [
        ("Mo-Su 10:00-22:00", "2026-10-02T12:00", True),  # a holiday nobody spoke of
        ("Mo-Su 10:00-22:00", "2026-10-08T12:00", False),
        ("Mo-Su 10:00-22:00; PH 10:00-23:00", "2026-10-02T12:00", False),
        ("Mo-Su,PH 10:00-22:00", "2026-10-02T12:00", False),
        ("10:00-22:00; Oct 01-Oct 07 10:00-23:00", "2026-10-02T12:00", False),
        ("10:00-22:00; Oct 01-Oct 07 10:00-23:00", "2026-05-02T12:00", True),
        ("Apr-Oct 10:00-22:00", "2026-10-02T12:00", True),  # a season is no rule for holidays
        ("24/7", "2026-10-02T12:00", False),
        ("18:00-04:00", "2026-10-01T02:00", False),  # still the night of 30 September
        ("18:00-04:00", "2026-10-08T02:00", True),  # still the night of 7 October
        ("Mo-Su 10:00-22:00; PH 10:00-23:00", "2027-10-02T12:00", True),  # not announced yet
        ("Mo-Fr 09:00-17:00", "2026-02-14T12:00", True),  # our rule for make-up workdays
        ("Mo-Fr 09:00-17:00", "2026-02-13T12:00", False),
        ("Mo-Sa 09:00-17:00", "2026-02-14T12:00", False),
    ],
)
def test_days_the_text_does_not_settle_are_usual(text: str, at: str, usual: bool) -> None:
    found = status(text, at)
    assert found.state is State.OPEN
    assert (found.is_usual, found.nuance) == (usual, Nuance.USUAL if usual else None)


def test_always_open_never_changes() -> None:
    assert status("24/7", "2026-11-20T03:00") == OpenStatus(State.OPEN, always_open=True)
    assert status("Mo-Su 00:00-24:00", "2026-11-20T03:00").always_open
    assert status("Jan-Dec 00:00-24:00", "2026-11-20T03:00").always_open
    assert not status("24/7; PH off", "2026-11-20T03:00").always_open


def test_never_open_has_nothing_to_announce() -> None:
    assert status("off", "2026-11-20T03:00") == OpenStatus(State.CLOSED)


def test_the_next_season_is_found_months_ahead() -> None:
    found = status("Apr-Jun 10:00-18:00", "2026-07-02T12:00")
    assert found.opens_at == moment("2027-04-01T10:00")


@pytest.mark.parametrize("text", [None, "", "who knows", "Mo-Fr 25:99", "SH 10:00-12:00"])
def test_what_cannot_be_read_is_unknown(text: str | None) -> None:
    assert status(text, "2026-11-20T12:00") == OpenStatus(State.UNKNOWN)


def test_unknown_hours_end_and_may_be_followed_by_sure_ones() -> None:
    found = status("Mo unknown; Tu-Su 10:00-20:00", "2026-11-23T12:00")
    assert found.state is State.UNKNOWN
    assert found.changes_at == moment("2026-11-24T00:00")
    assert found.opens_at == moment("2026-11-24T10:00")


def test_an_open_end_is_not_called_closing() -> None:
    found = status("10:00-16:00+", "2026-11-20T15:45")
    assert (found.state, found.nuance) == (State.OPEN, None)
    assert found.closes_at == moment("2026-11-20T16:00")


def test_a_closed_venue_promises_no_perhaps() -> None:
    found = status('Sa 13:00-17:00 "by appointment"', "2026-11-20T12:00")
    assert found.changes_at == moment("2026-11-21T13:00")
    assert found.opens_at is None


def test_a_bar_stays_open_after_midnight_when_the_next_day_is_off() -> None:
    assert status("20:00-04:00; PH off", "2026-10-01T02:00").state is State.OPEN
    assert status("20:00-04:00; PH off", "2026-10-01T21:00").state is State.CLOSED
    assert status("20:00-04:00; PH off", "2026-10-08T02:00").state is State.CLOSED


def test_instants_of_other_zones_are_understood() -> None:
    at = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # 10:00 in Shanghai
    found = status_of("10:00-11:00", "source", at)
    assert found.state is State.OPEN
    assert found.closes_at == moment("2026-11-20T11:00")


@pytest.mark.parametrize(
    ("at", "on"),
    [("2026-11-20T05:59", 19), ("2026-11-20T06:00", 20), ("2026-11-21T00:30", 20)],
)
def test_a_service_day_runs_from_six_to_six(at: str, on: int) -> None:
    assert service_day(moment(at)) == date(2026, 11, on)


def test_the_week_is_that_of_the_service_day() -> None:
    week = week_of("20:00-04:00", moment("2026-11-23T02:00"))  # Monday, still Sunday's night
    assert [day.on.day for day in week] == [16, 17, 18, 19, 20, 21, 22]
    assert [day.is_today for day in week] == [False] * 6 + [True]


def test_a_line_of_the_week_has_its_own_openings_and_a_bar() -> None:
    friday = week_of("Fr 20:00-04:00; Sa 05:00-13:00", moment("2026-11-20T12:00"))[4]
    assert friday.openings == (Opening(moment("2026-11-20T20:00"), moment("2026-11-21T04:00")),)
    assert friday.spans == ((840, 1320), (1380, 1440))  # Saturday's early start is Friday's bar
    assert not friday.unknown


def test_the_week_names_holidays_and_makeup_workdays() -> None:
    week = week_of("Mo-Fr 09:00-17:00", moment("2026-02-14T12:00"))
    assert [day.holiday for day in week] == [None] * 6 + ["spring-festival"]
    assert [day.makeup for day in week] == [False] * 5 + [True, False]
    assert week[5].openings != ()


def test_a_week_without_hours_is_unknown() -> None:
    week = week_of(None, moment("2026-11-20T12:00"))
    assert len(week) == 7
    assert all(day.unknown and day.openings == () and day.spans == () for day in week)


def test_the_bar_of_a_day_is_in_minutes_after_six() -> None:
    assert day_spans("Mo-Su 22:00-02:00", date(2026, 11, 20)) == ((960, 1200),)
    assert day_spans("24/7", date(2026, 11, 20)) == ((0, 1440),)
    assert day_spans("Mo 10:00-12:00", date(2026, 11, 20)) == ()


def test_the_bar_of_an_unknown_day_is_none() -> None:
    assert day_spans(None, date(2026, 11, 20)) is None
    assert day_spans("nobody knows", date(2026, 11, 20)) is None
    assert day_spans("Fr unknown", date(2026, 11, 20)) is None
    assert unknown_spans("Fr unknown", date(2026, 11, 20)) == ((0, 1080),)
    assert unknown_spans(None, date(2026, 11, 20)) == ((0, 1440),)


def test_a_day_partly_unknown_tells_both_parts() -> None:
    assert day_spans("10:00-16:00+", date(2026, 11, 20)) == ((240, 600),)
    assert unknown_spans("10:00-16:00+", date(2026, 11, 20)) == ((600, 1440),)


def test_openings_are_clipped_to_what_was_asked() -> None:
    hours = read_hours("20:00-04:00")
    start = moment("2026-11-20T21:00")
    found = hours.openings_in(start, start + timedelta(hours=24))
    assert found == (
        Opening(start, moment("2026-11-21T04:00")),
        Opening(moment("2026-11-21T20:00"), moment("2026-11-21T21:00")),
    )


def test_a_text_is_read_once() -> None:
    assert read_hours("Mo-Fr 09:00-17:00") is read_hours("Mo-Fr 09:00-17:00")
