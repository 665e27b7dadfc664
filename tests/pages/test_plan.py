"""The planner's page: what it asks, what it answers, what can be changed."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.fixtures import markup
from tests.fixtures.page_kinds import LANGUAGES, address
from tests.fixtures.planned import FRIDAY

SUNDAY = {
    "scenario": "culture",
    "at": "2026-11-22T10:00",
    "until": "16:00",
    "start": "peoples-square",
    "pace": "easy",
}


@pytest.fixture
def plan(client):
    """Fetch a plan: `plan(FRIDAY, lang="en", stops="2")`; returns its tree."""

    def fetch(query, lang="en", **changes):
        asked = {name: value for name, value in {**query, **changes}.items() if value is not None}
        answer = client.get(f"/{lang}/plan?{urlencode(asked, doseq=True)}")
        assert answer.status_code == 200, answer.status_code
        return markup.tree(answer)

    return fetch


def stops_of(root) -> list[str]:
    return [li.get("data-stop") for li in root.iter("li") if li.get("data-stop")]


def times_of(root) -> list[tuple[str, str]]:
    rows = [li for li in root.iter("li") if li.get("data-stop")]
    return [(li.get("data-arrive"), li.get("data-leave")) for li in rows]


def links_named(root, words: str) -> list[str]:
    return [
        a.get("href") for a in root.iter("a") if "".join(a.itertext()).strip().startswith(words)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_alone(client, lang):
    root = markup.tree(client.get(f"/{lang}/plan"))
    fields = {e.get("name") for e in root.iter("input")}
    assert {"scenario", "wish", "on", "at", "until", "start", "end", "pace", "needs"} <= fields
    assert stops_of(root) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_friday_night(plan, lang):
    root = plan(FRIDAY, lang)
    assert 2 <= len(stops_of(root)) <= 4
    hours = [
        hour if hour > "06" else f"{24 + int(hour[:2])}{hour[2:]}"
        for row in times_of(root)
        for hour in row
    ]
    assert hours == sorted(hours)
    assert hours[0] >= "18:30"
    assert hours[-1] <= "25:00"


def test_both_languages_plan_the_same(plan):
    assert stops_of(plan(FRIDAY, "zh")) == stops_of(plan(FRIDAY, "en"))


def test_start_by_any_name_or_point(plan):
    named = stops_of(plan(FRIDAY, start="人民广场"))
    assert named == stops_of(plan(FRIDAY, start="rmgc")) == stops_of(plan(FRIDAY))
    assert stops_of(plan(FRIDAY, start="31.2326,121.4737"))


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"until": "17:00"}, "until", "later than the start, 18:30"),
        ({"start": ""}, "start", "Say where you start"),
        ({"start": "zzzzqqq"}, "start", "We know no place"),
        ({"start": "39.9,116.4"}, "start", "outside Shanghai"),
        ({"stops": "99"}, "stops", "1 to 8"),
        ({"at": "2026-13-40T18:30"}, "on", "date"),
        ({"at": "2026-11-20T8:3x"}, "at", "start"),
        ({"until": "soon"}, "until", "end"),
        ({"until": "2026-11-21T27:00"}, "until", "end"),
        ({"until": "2026-11-21T09:00"}, "until", "at most 14 hours"),
        ({"until": "2026-11-20T18:00"}, "until", "later than the start, 18:30"),
        ({"at": "2026-11-20T18:30+99:00"}, "at", "start"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, changes, field, words):
    asked = {**FRIDAY, "wish": "jazz", **changes}
    answer = client.get(f"/en/plan?{urlencode(asked)}")
    assert answer.status_code == 200
    root = markup.tree(answer)
    summary = next(e for e in root.iter("div") if e.get("class") == "errors mt")
    assert words in "".join(summary.itertext())
    assert [a.get("href") for a in summary.iter("a")] == [f"#{field}"]
    values = {e.get("name"): e.get("value") for e in root.iter("input") if e.get("type") != "radio"}
    assert values["wish"] == "jazz"
    if field in changes:
        assert changes[field] in (values[field], f"{values['on']}T{values['at']}", asked["at"])
        shown = {e.get("id"): e.get("type") for e in root.iter("input")}
        assert shown["until"] == ("time" if len(values["until"]) == 5 else "text")


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-20T18:30", "2026-11-21T01:00"),
        ("2026-11-20T18:30:00", "2026-11-21T01:00:30"),
        ("2026-11-20T18:30+08:00", "2026-11-21T01:00 08:00"),
        ("2026-11-20T10:30Z", "2026-11-20T17:00:00Z"),
    ],
)
def test_whole_instants_mean_the_same(plan, at, until):
    root = plan(FRIDAY, at=at, until=until)
    assert times_of(root) == times_of(plan(FRIDAY))
    values = {e.get("id"): e.get("value") for e in root.iter("input")}
    assert (values["on"], values["at"], values["until"]) == ("2026-11-20", "18:30", "01:00")


def test_a_morning_after_keeps_its_day_in_every_link(client, plan):
    """An hour after six is of the same day, so only a whole instant can mean the next one."""
    root = plan(FRIDAY, at="2026-11-20T22:00", until="2026-11-21T07:30", stops="2")
    first = stops_of(root)
    assert first
    kept = markup.tree(client.get(links_named(root, "Keep this stop")[0]))
    assert stops_of(kept)[0] == first[0]


@pytest.mark.parametrize(
    "query", ["scenario=food", "pace=run", "needs=wings", "row=A,B", "stay=x:5", "without=%3Cb%3E"]
)
def test_what_no_form_sends_is_refused(client, query):
    assert client.get(f"/en/plan?{urlencode(FRIDAY)}&{query}").status_code == 422


def test_a_stop_moves_up_stays_longer_and_leaves(client, plan):
    root = plan(FRIDAY)
    first = stops_of(root)
    moved = markup.tree(client.get(links_named(root, "Move up")[0]))
    assert set(stops_of(moved)) <= set(first)
    longer = markup.tree(client.get(links_named(root, "Stay 15 min longer")[0]))
    assert stops_of(longer) == first
    assert times_of(longer)[0] != times_of(root)[0]
    removed = markup.tree(client.get(links_named(root, "Leave out")[1]))
    assert stops_of(removed) == [first[0], *first[2:]]


def test_a_stop_is_kept_while_others_change(client, plan):
    root = plan(FRIDAY)
    first = stops_of(root)
    kept = markup.tree(client.get(links_named(root, "Keep this stop")[1]))
    assert stops_of(kept)[1] == first[1]
    others = markup.tree(client.get(links_named(kept, "Other places than these")[0]))
    assert first[1] in stops_of(others)
    assert not set(stops_of(others)) & ({*first} - {first[1]})


def test_a_stop_is_swapped_for_one_that_fits(client, plan):
    root = plan(FRIDAY)
    swaps = [e for e in root.iter("ul") if e.get("class") == "swaps"]
    address = next(a.get("href") for a in swaps[1].iter("a"))
    swapped = stops_of(markup.tree(client.get(address)))
    first = stops_of(root)
    assert swapped[0] == first[0]
    assert swapped[1] != first[1]
    assert swapped[2:] == first[2:]


def test_a_stop_is_added_by_name(client, plan):
    root = plan(FRIDAY, add="Oriental Pearl")
    address = links_named(root, "Add Oriental Pearl")[0]
    assert "oriental-pearl-tower" in stops_of(markup.tree(client.get(address)))


def test_rain_is_spent_indoors(client, plan):
    root = plan(FRIDAY)
    rainy = markup.tree(client.get(links_named(root, "If it rains")[0]))
    assert "the-bund" not in stops_of(rainy)
    assert links_named(rainy, "Outdoors too")


def test_what_is_closed_is_said(plan):
    """On a Monday the museum is closed, and whoever asks for it is told."""
    root = plan(SUNDAY, at="2026-11-23T10:00", must="shanghai-museum")
    text = markup.text_of(root) if hasattr(markup, "text_of") else "".join(root.itertext())
    assert "Not everything you asked for fits." in text
    assert "closed on Monday" in text


def test_easy_legs_walk_little_and_rest(plan):
    root = plan(SUNDAY)
    assert len(stops_of(root)) >= 2
    assert "seat and a toilet" in "".join(root.itertext())


def test_the_metro_that_has_stopped_is_said(plan):
    late_plan = {"needs": None, "at": "2026-11-21T00:30", "stops": "6"}
    text = "".join(plan(FRIDAY, **late_plan, until="03:00").itertext())
    assert "The metro has stopped" in text
    assert "We have no facts on night buses and taxis." in text
    morning = "".join(plan(FRIDAY, **late_plan, until="05:00").itertext())
    assert "The metro has not begun again" in morning


def test_without_a_plan_the_nearest_change_that_works_is_offered(client, plan):
    root = plan(FRIDAY, at="2026-11-20T04:30", until="05:30", scenario="silver")
    assert stops_of(root) == []
    offers = [e for e in root.iter("ul") if e.get("class") == "plan-actions"]
    addresses = [a.get("href") for offer in offers for a in offer.iter("a")]
    assert addresses
    for each in addresses:
        assert stops_of(markup.tree(client.get(each))), each


def test_the_planner_is_one_tap_away(client):
    for path in ("/en/", "/en/itineraries"):
        assert links_named(markup.tree(client.get(path)), "Plan your own outing")


def test_search_engines_take_plans_for_one_page_and_follow_no_change_of_one(client):
    planned = client.get(address("planned", "en"))
    robots = markup.tree(planned).find(".//meta[@name='robots']")
    canonical = markup.tree(planned).find(".//link[@rel='canonical']")
    assert robots.get("content") == "nofollow"
    assert canonical.get("href").endswith("/en/plan")
    assert "nofollow" not in client.get("/en/plan").text
