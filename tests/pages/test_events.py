"""Events by month, one event, the calendar feed; benefits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from tests.fixtures import markup
from webapp.pages.phrases import days_words
from webapp.store.benefits import benefits_in
from webapp.store.events import events_in

LANGUAGES = ["zh", "en"]


def told(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return markup.tree(answer)


@pytest.fixture(scope="module")
def events(app):
    with app.extensions["database"].read() as connection:
        return events_in(connection)


def linked(root):
    addresses = [a.get("href") for a in root.iter("a") if "/events/" in (a.get("href") or "")]
    return {address.rsplit("/", 1)[-1].split("?")[0] for address in addresses}


def test_the_month_at_hand_is_shown_first(client):
    assert "November 2026" in "".join(told(client, "/en/events").itertext())


@pytest.mark.parametrize("month", ["2026-06", "2026-10", "2027-02"])
def test_a_month_has_its_dated_and_its_usual_events(client, app, month):
    number = int(month[-2:])
    with app.extensions["database"].read() as connection:
        wanted = {card.slug for card in events_in(connection, month=number)}
    assert linked(told(client, f"/zh/events?month={month}")) == wanted


@pytest.mark.parametrize("month", ["2026-13", "x", "1999-01", "2026"])
def test_a_month_that_is_none_is_refused(client, month):
    assert client.get(f"/en/events?month={month}").status_code == 422


def test_every_day_with_an_event_is_marked(client, events):
    edition = next(e for card in events for e in card.editions if e.start.month == e.end.month)
    root = told(client, f"/en/events?month={edition.start:%Y-%m}")
    busy = {
        int("".join(cell.find("span").itertext()))
        for cell in root.iter("td")
        if cell.get("class") == "busy"
    }
    assert set(range(edition.start.day, edition.end.day + 1)) <= busy


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_event_has_a_page(client, events, lang):
    for card in events:
        text = "".join(told(client, f"/{lang}/events/{card.slug}").itertext())
        assert card.when.in_(lang) in text
        assert card.place.in_(lang) in text


def test_an_event_that_does_not_exist_is_missing(client):
    assert client.get("/zh/events/no-such-thing").status_code == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_feed_has_every_stated_date_as_whole_days(client, events, lang):
    answer = client.get(f"/{lang}/events.ics")
    assert answer.mimetype == "text/calendar"
    entries = Calendar.from_ical(answer.data).walk("VEVENT")
    told_dates = {
        (str(entry["summary"]), entry.decoded("dtstart"), entry.decoded("dtend"))
        for entry in entries
    }
    wanted = {
        (card.name.in_(lang), edition.start, edition.end + timedelta(days=1))
        for card in events
        for edition in card.editions
    }
    assert told_dates == wanted


def test_the_feed_takes_a_scenario(client, events):
    entries = Calendar.from_ical(client.get("/en/events.ics?scenario=goods").data).walk("VEVENT")
    wanted = sum(len(card.editions) for card in events if "goods" in card.scenarios)
    assert len(entries) == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_benefit_says_what_for_whom_and_how(client, app, lang):
    with app.extensions["database"].read() as connection:
        benefits = benefits_in(connection)
    root = told(client, f"/{lang}/benefits")
    sections = {node.get("id"): "".join(node.itertext()) for node in root.iter("section")}
    for card in benefits:
        assert card.what.in_(lang) in sections[card.slug]
        assert card.who.in_(lang) in sections[card.slug]


def test_benefits_of_one_scenario(client, app):
    with app.extensions["database"].read() as connection:
        silver = {card.slug for card in benefits_in(connection, scenario="silver")}
    root = told(client, "/en/benefits?scenario=silver")
    assert {node.get("id") for node in root.iter("section")} - {None} == silver


def test_ended_benefits_say_so_and_come_last(client, app):
    with app.extensions["database"].read() as connection:
        cards = benefits_in(connection)
    root = told(client, "/en/benefits?at=2026-11-20T12:00")
    shown = [node for node in root.iter("section") if node.get("id")]
    ended = {
        card.slug for card in cards if card.valid_until and str(card.valid_until) < "2026-11-20"
    }
    assert ended
    assert {node.get("id") for node in shown[-len(ended) :]} == ended
    assert [n.get("id") for n in shown if "Ended on" in markup.words(n)] == [
        n.get("id") for n in shown[-len(ended) :]
    ]


@pytest.mark.parametrize(
    ("at", "state", "words"),
    [
        ("2026-08-01", "open", "To come 12–18 August 2026"),
        ("2026-08-12", "open", "On now 12–18 August 2026"),
        ("2026-08-18", "open", "On now 12–18 August 2026"),
        ("2026-08-19", "closed", "Over 12–18 August 2026"),
    ],
)
def test_an_event_is_to_come_on_or_over(client, at, state, words):
    line = markup.with_class(told(client, f"/en/events/shanghai-book-fair?at={at}T12:00"), "when")[
        0
    ]
    assert markup.words(line) == words
    assert line.find("span").get("data-state") == state


def test_a_month_without_dates_has_no_empty_grid(client):
    root = told(client, "/en/events?month=2027-02")
    assert root.find(".//table") is None
    assert "No source states a date in this month." in markup.words(root)


def test_today_is_marked_in_its_month_only(client):
    for month, wanted in (("2026-12", ["6"]), ("2026-10", [])):
        root = told(client, f"/en/events?month={month}&at=2026-12-06T12:00")
        marked = [td for td in root.iter("td") if td.get("aria-current") == "date"]
        assert [markup.words(td.find("span")) for td in marked] == wanted


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2026-08-12", "2026-08-12", "2026 年 8 月 12 日", "12 August 2026"),
        ("2026-08-12", "2026-08-18", "2026 年 8 月 12 日至 18 日", "12–18 August 2026"),
        ("2026-07-31", "2026-08-03", "2026 年 7 月 31 日至 8 月 3 日", "31 July – 3 August 2026"),
        (
            "2026-12-30",
            "2027-01-02",
            "2026 年 12 月 30 日至 2027 年 1 月 2 日",
            "30 December 2026 – 2 January 2027",
        ),
    ],
)
def test_a_span_of_days_says_nothing_twice(app, start, end, zh, en):
    for lang, wanted in (("zh", zh), ("en", en)):
        with app.test_request_context(f"/{lang}/events"):
            app.preprocess_request()
            assert days_words(date.fromisoformat(start), date.fromisoformat(end)) == wanted
