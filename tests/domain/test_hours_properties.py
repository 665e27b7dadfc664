"""What must hold for any opening hours at all."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours import (
    TZ,
    State,
    day_spans,
    read_hours,
    status_of,
    unknown_spans,
    week_of,
)
from webapp.domain.hours_text import normalise

EXAMPLES = settings(max_examples=150, deadline=None)

CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 10, 30, 45]))
ENDS = st.builds("{:02}:{:02}".format, st.integers(24, 33), st.sampled_from([0, 15, 30]))
TIMESPANS = st.one_of(
    st.builds("{}-{}".format, CLOCKS, CLOCKS),
    st.builds("{}-{}".format, CLOCKS, ENDS),
    st.sampled_from(["sunrise-sunset", "sunset-02:00", "18:00+", "10:00-16:00+", "00:00-24:00"]),
)
TIMES = st.lists(TIMESPANS, min_size=1, max_size=3).map(",".join)
DAYS = st.sampled_from(
    ["", "Mo-Fr", "Sa,Su", "Fr,Sa", "Tu-Su", "Su[-1]", "Mo[1,3]", "PH", "PH,Sa", "PH -1 day", "We"]
)
DATES = st.sampled_from(["", "", "", "Apr-Sep", "Nov 15-Feb 20", "week 5-30", "2026 Oct 01-Oct 07"])
VERDICTS = st.sampled_from(["", "", "", "open", "off", "unknown", '"by appointment"', '"ticket"'])


@st.composite
def rules(draw: st.DrawFn) -> str:
    times = draw(st.one_of(TIMES, TIMES, st.just("")))
    verdict = draw(VERDICTS)
    words = [draw(DATES), draw(DAYS), times, verdict if times else verdict or "off"]
    return " ".join(word for word in words if word)


PATTERNS = st.builds(
    lambda first, rest: first + "".join(joint + rule for joint, rule in rest),
    rules(),
    st.lists(st.tuples(st.sampled_from(["; ", "; ", " || "]), rules()), max_size=3),
)
FIRST = datetime(2025, 12, 25, tzinfo=TZ)
MOMENTS = st.integers(0, 400 * 1440 * 60).map(lambda second: FIRST + timedelta(seconds=second))
DATES_ON = st.dates(date(2025, 12, 25), date(2027, 2, 1))


@EXAMPLES
@given(PATTERNS, MOMENTS, st.integers(1, 400))
def test_openings_are_disjoint_sorted_and_inside(text: str, start: datetime, hours: int) -> None:
    end = start + timedelta(hours=hours)
    openings = read_hours(text).openings_in(start, end)
    for opening in openings:
        assert start <= opening.start < opening.end <= end
    for before, after in pairwise(openings):
        assert before.end <= after.start
        assert before.end < after.start or before.unknown != after.unknown


@EXAMPLES
@given(PATTERNS, MOMENTS, st.lists(st.integers(0, 5 * 1440), min_size=1, max_size=20))
def test_the_state_is_membership_in_openings(
    text: str, start: datetime, minutes: list[int]
) -> None:
    hours = read_hours(text)
    openings = hours.openings_in(start, start + timedelta(days=5, minutes=1))
    for at in (start + timedelta(minutes=minute) for minute in minutes):
        around = [opening for opening in openings if opening.start <= at < opening.end]
        expected = State.CLOSED
        if around:
            expected = State.UNKNOWN if around[0].unknown else State.OPEN
        assert hours.state_at(at) is expected


@EXAMPLES
@given(PATTERNS, MOMENTS)
def test_the_next_change_is_one(text: str, at: datetime) -> None:
    hours, status = read_hours(text), status_of(text, "source", at)
    assert status.state is hours.state_at(at)
    if status.changes_at is None:
        later = [at + timedelta(hours=7 * n) for n in range(1, 200)]
    else:
        assert at < status.changes_at
        assert hours.state_at(status.changes_at) is not status.state
        step = (status.changes_at - at) / 20
        later = [at + step * n for n in range(1, 20)]
    assert {hours.state_at(each) for each in later} <= {status.state}


@EXAMPLES
@given(PATTERNS, MOMENTS)
def test_what_is_announced_comes_true(text: str, at: datetime) -> None:
    hours, status = read_hours(text), status_of(text, "source", at)
    if status.opens_at is not None:
        assert status.state is not State.OPEN
        assert hours.state_at(status.opens_at) is State.OPEN
    if status.closes_at is not None:
        assert hours.state_at(status.closes_at) is not State.OPEN
        assert hours.state_at(status.closes_at - timedelta(minutes=1)) is State.OPEN


@EXAMPLES
@given(PATTERNS, MOMENTS)
def test_the_week_and_the_bar_agree(text: str, at: datetime) -> None:
    for day in week_of(text, at):
        assert day.spans == (day_spans(text, day.on) or ())


@EXAMPLES
@given(PATTERNS, DATES_ON, st.integers(0, 1439))
def test_the_bar_says_what_the_state_says(text: str, on: date, minute: int) -> None:
    at = datetime(on.year, on.month, on.day, 6, tzinfo=TZ) + timedelta(minutes=minute)
    state = read_hours(text).state_at(at)
    known, perhaps = day_spans(text, on) or (), unknown_spans(text, on)
    assert any(a <= minute < b for a, b in known) == (state is State.OPEN)
    assert any(a <= minute < b for a, b in perhaps) == (state is State.UNKNOWN)


@EXAMPLES
@given(PATTERNS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


PIECES = (
    '0 1 2 3 4 5 6 7 8 9 : ; , - + | || [ ] ( ) / " Mo Su PH Jan week off sunset 24/7 '
    "周一 至 闭馆 9点 下午 月 日 ， ； （ ） – am pm é \0 10:00-12:00"
)
ALPHABET = st.sampled_from([" ", *PIECES.split(" ")])


@settings(max_examples=1500, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(ALPHABET, max_size=16).map("".join)), MOMENTS)
def test_any_text_is_read_or_refused(text: str, at: datetime) -> None:
    try:
        hours = read_hours(text)
    except HoursUnreadable:
        assert status_of(text, None, at).state is State.UNKNOWN
    else:
        assert status_of(text, None, at).state is hours.state_at(at)
        assert read_hours(hours.text).text == hours.text
        assert len(week_of(text, at)) == 7
