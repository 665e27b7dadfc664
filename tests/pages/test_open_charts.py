"""Open through the night: the numbers of areas and districts against a plain count."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

import pytest

from tests.fixtures import markup
from webapp.domain.hours import State, service_day, status_of
from webapp.settings import SHANGHAI

MOMENTS = ["2026-11-20T21:40", "2026-10-01T12:00", "2026-11-21T00:30"]
HALF_HOURS = [timedelta(minutes=30 * n) for n in range(48)]


@lru_cache(maxsize=20_000)
def is_open(text: str, at: datetime) -> bool:
    return status_of(text, "source", at).state is State.OPEN


def is_known(text: str | None, six: datetime) -> bool:
    states = {status_of(text, "source", six + ahead).state for ahead in HALF_HOURS}
    return states != {State.UNKNOWN}


def hours_inside(written, kind: str, key: str) -> list[str | None]:
    """The hours of every place of an area or district, None where nobody wrote any."""
    inside = written.in_area if kind == "areas" else (lambda venue, code: venue["district"] == code)
    places = [venue for venue in written.venues.values() if inside(venue, key)]
    return [(venue.get("hours") or {}).get("text") for venue in places]


def chart_of(client, path: str) -> tuple[str, list[int]]:
    """What the section says, and the numbers of its table; empty where there is none."""
    root = markup.tree(client.get(path))
    if root.find(".//*[@id='open-hours']") is None:
        return "", []
    section = markup.by_id(root, "open-hours")
    cells = section.findall(".//tbody//td")
    return markup.words(section), [int(markup.words(cell)) for cell in cells]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("kind", ["areas", "districts"])
def test_every_number_is_what_a_plain_count_says(client, written, kind, moment):
    at = datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI)
    six = datetime.combine(service_day(at), time(6), SHANGHAI)
    shown = 0
    for key in getattr(written, kind):
        hours = hours_inside(written, kind, key)
        known = [text for text in hours if text and is_known(text, six)]
        said, numbers = chart_of(client, f"/en/{kind}/{key}?at={moment}")
        if not known:
            assert numbers == [], key
            continue
        shown += 1
        assert numbers == [sum(is_open(text, six + n) for text in known) for n in HALF_HOURS], key
        now = sum(is_open(text, at) for text in known)
        assert f"{now} place{' is' if now == 1 else 's are'} open at {moment[-5:]}." in said
        assert f"Of {len(hours)} place" in said
        assert f"hours known for {len(known)};" in said
    assert shown > 10


def test_the_outline_is_the_table(client):
    root = markup.tree(client.get("/en/districts/310101"))
    section = markup.by_id(root, "open-hours")
    [drawing] = [each for each in section.iter() if each.get("class") == "open-chart"]
    [outline] = [each.get("d", "") for each in drawing if each.get("class") == "o"]
    numbers = [int(markup.words(cell)) for cell in section.findall(".//tbody//td")]
    tops = [float(step.partition("h")[0]) for step in outline.removesuffix("z").split("V")[1:-1]]
    assert len(tops) == len(numbers) == 48
    known = int(markup.words(section).partition("hours known for ")[2].partition(";")[0])
    assert tops == pytest.approx([96 - 96 * n / known for n in numbers], abs=0.06)


def test_the_words_name_the_peak(client):
    said, numbers = chart_of(client, "/en/areas/the-bund-night")
    most = max(numbers)
    first = numbers.index(most)
    hour = (datetime(2026, 11, 20, 6, tzinfo=SHANGHAI) + HALF_HOURS[first]).strftime("%H:%M")
    assert f"Most at once: {most}, {hour}–" in said
    assert f"At 00:30: {numbers[37]}. At 03:00: {numbers[42]}." in said


def test_the_day_shown_runs_past_midnight(client):
    evening, _ = chart_of(client, "/en/areas/the-bund-night?at=2026-11-20T23:30")
    night, _ = chart_of(client, "/en/areas/the-bund-night?at=2026-11-21T03:00")
    morning, _ = chart_of(client, "/en/areas/the-bund-night?at=2026-11-21T06:00")
    days = [said.partition("November")[0].split()[-1] for said in (evening, night, morning)]
    assert days == ["20", "20", "21"]


def test_the_list_of_areas_says_how_many_are_open(client, written):
    root = markup.tree(client.get("/en/areas?at=2026-11-20T21:40"))
    at = datetime(2026, 11, 20, 21, 40, tzinfo=SHANGHAI)
    six = datetime.combine(date(2026, 11, 20), time(6), SHANGHAI)
    for link in root.findall(".//ul[@class='area-list']/li/a"):
        key = (link.get("href") or "").partition("?")[0].rsplit("/", 1)[1]
        hours = hours_inside(written, "areas", key)
        known = [text for text in hours if text and is_known(text, six)]
        if known:
            share = f" of {len(known)} with known hours" if len(known) < len(hours) else ""
            number = sum(is_open(text, at) for text in known)
            assert f"· {number}{share} open" in markup.words(link)


def test_the_pages_offer_other_moments(client):
    for path in ("areas/the-bund-night", "districts/310101"):
        root = markup.tree(client.get(f"/en/{path}?at=2026-11-21T00:30"))
        clock = markup.by_id(root, "clock")
        assert "This page answers for Saturday, 21 November 2026, 00:30." in markup.words(clock)
        [chosen] = [a for a in clock.iter("a") if a.get("aria-current")]
        assert markup.words(chosen) == "Late 00:30"
