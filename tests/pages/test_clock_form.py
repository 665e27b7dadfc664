"""The time control: which moment a page answers for, and the ways to another."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.fixtures import markup

PATHS = ["/en/", "/en/venues", "/en/map", "/en/areas/the-bund-night", "/en/districts/310101"]
PRESETS = {
    "Now": None,
    "Tonight 20:00": "2026-11-20T20:00",
    "Late 00:30": "2026-11-21T00:30",
    "Saturday afternoon 15:00": "2026-11-21T15:00",
}


def clock_of(client, path: str):
    return markup.by_id(markup.tree(client.get(path)), "clock")


def chosen(clock) -> list[str]:
    return [markup.words(link) for link in clock.iter("a") if link.get("aria-current") == "true"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("preset", PRESETS)
def test_the_preset_at_hand_is_marked(client, path, preset):
    at = PRESETS[preset]
    clock = clock_of(client, f"{path}?at={at}" if at else path)
    assert chosen(clock) == [preset]


def test_a_moment_of_ones_own_marks_none(client):
    clock = clock_of(client, "/en/venues?on=2026-12-24&hour=18:15")
    assert chosen(clock) == []
    assert "This page answers for Thursday, 24 December 2026, 18:15." in markup.words(clock)
    assert "That is now." not in markup.words(clock)


def test_now_says_so(client):
    assert "21:40. That is now." in markup.words(clock_of(client, "/en/map"))
    assert "2026 年 11 月 20 日 周五 21:40" in markup.words(clock_of(client, "/zh/map"))


def test_a_preset_keeps_the_question_but_not_the_page(client):
    clock = clock_of(client, "/en/venues?kind=bar&step_free=1&on=2026-12-24&hour=18:15&page=1")
    links = {markup.words(link): urlsplit(link.get("href", "")) for link in clock.iter("a")}
    for word, at in PRESETS.items():
        asked = dict(parse_qsl(links[word].query))
        assert asked == {"kind": "bar", "step_free": "1"} | ({"at": at} if at else {})


def test_now_outweighs_what_the_words_say(client):
    clock = clock_of(client, "/en/venues?q=bar+tonight")
    [now] = [link for link in clock.iter("a") if markup.words(link) == "Now"]
    assert dict(parse_qsl(urlsplit(now.get("href", "")).query)).get("at") == "now"


@pytest.mark.parametrize(
    ("now", "saturday", "late"),
    [
        ("2026-11-21T16:00", "2026-11-21T15:00", "2026-11-22T00:30"),
        ("2026-11-21T19:00", "2026-11-28T15:00", "2026-11-22T00:30"),
        ("2026-11-22T00:10", "2026-11-28T15:00", "2026-11-22T00:30"),
    ],
)
def test_presets_lie_ahead(make_app, now, saturday, late):
    clock = clock_of(make_app(SITE_TIME=now).test_client(), "/en/venues")
    links = {markup.words(link): link.get("href", "") for link in clock.iter("a")}
    asked = {word: dict(parse_qsl(urlsplit(links[word]).query)) for word in links}
    assert asked["Saturday afternoon 15:00"]["at"] == saturday
    assert asked["Late 00:30"]["at"] == late
