"""Itineraries as visitors read them: list, filters, timeline, print."""

from __future__ import annotations

import json
import re

import pytest

from tests.fixtures import markup
from webapp.store.itineraries import get_itinerary, itineraries_in

LANGUAGES = ["zh", "en"]


def told(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return markup.tree(answer)


@pytest.fixture(scope="module")
def cards(app):
    with app.extensions["database"].read() as connection:
        return itineraries_in(connection)


def stops_of(root):
    return [li for li in root.iter("li") if li.get("data-stop")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_itinerary_is_listed_by_name(client, cards, lang):
    text = "".join(told(client, f"/{lang}/itineraries").itertext())
    assert [card.slug for card in cards if card.name.in_(lang) not in text] == []


def test_a_scenario_and_easy_legs_narrow_the_list(client, cards):
    for query, wanted in [
        ("scenario=silver", {card.slug for card in cards if "silver" in card.scenarios}),
        ("legs=easy", {card.slug for card in cards if card.legs == "easy"}),
    ]:
        root = told(client, f"/en/itineraries?{query}")
        links = {a.get("href").rsplit("/", 1)[-1] for a in root.iter("a") if a.get("href")}
        assert wanted <= links
        assert not links & {card.slug for card in cards if card.slug not in wanted}


@pytest.mark.parametrize("query", ["scenario=food", "legs=long"])
def test_a_sort_that_does_not_exist_is_refused(client, query):
    assert client.get(f"/zh/itineraries?{query}").status_code == 422


@pytest.mark.parametrize("lang", LANGUAGES)
def test_map_timeline_and_totals_agree(client, app, cards, lang):
    for card in cards:
        with app.extensions["database"].read() as connection:
            found = get_itinerary(connection, card.slug)
        root = told(client, f"/{lang}/itineraries/{card.slug}")
        slugs = [
            stop.venue.card.slug if hasattr(stop.venue, "card") else stop.venue.slug
            for stop in found.stops
        ]
        assert [li.get("data-stop") for li in stops_of(root)] == slugs
        drawn = next(node for node in root.iter("div") if node.get("data-route"))
        route = json.loads(drawn.get("data-route"))
        assert [stop["slug"] for stop in route["stops"]] == slugs
        assert sum(leg.walk_m for leg in found.legs) == card.walk_m
        stays = sum(stop.stay_min for stop in found.stops)
        assert card.total_min == stays + sum(leg.minutes for leg in found.legs)


def test_no_stop_with_known_hours_is_closed_on_arrival(client, cards):
    for card in cards:
        root = told(client, f"/en/itineraries/{card.slug}")
        for stop in stops_of(root):
            states = [
                node.get("data-state") for node in stop.iter("span") if node.get("data-state")
            ]
            assert "closed" not in states, (card.slug, stop.get("data-stop"))


def test_times_run_forward_to_the_last_stop(client, cards):
    for card in cards:
        stops = stops_of(told(client, f"/zh/itineraries/{card.slug}"))
        for stop in stops:
            assert stop.get("data-arrive") != stop.get("data-leave")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_to_print_has_addresses_in_chinese(client, app, cards, lang):
    slug = cards[0].slug
    with app.extensions["database"].read() as connection:
        found = get_itinerary(connection, slug)
    text = "".join(told(client, f"/{lang}/itineraries/{slug}/print").itertext())
    assert all(stop.venue.address.zh in text for stop in found.stops)


def test_an_itinerary_that_does_not_exist_is_missing(client):
    assert client.get("/en/itineraries/no-such-way").status_code == 404
    assert client.get("/en/itineraries/no-such-way/print").status_code == 404


def test_what_the_timeline_says_of_a_ride_adds_up(client, app, cards):
    """Walks, rides and waits of a leg by metro are as long as the leg."""
    for card in cards:
        with app.extensions["database"].read() as connection:
            legs = get_itinerary(connection, card.slug).legs
        root = told(client, f"/en/itineraries/{card.slug}")
        ways = [li for li in root.iter("li") if "leg" in (li.get("class") or "").split()]
        said = sum(
            int(number) for li in ways for number in re.findall(r"(\d+) min", markup.words(li))
        )
        assert said == sum(leg.minutes for leg in legs), card.slug


def notice_of(root):
    found = markup.with_class(root, "notice")
    return markup.words(found[0]) if found else ""


def test_an_evening_says_whether_the_last_trains_still_run(client, cards):
    for card in cards:
        said = notice_of(told(client, f"/en/itineraries/{card.slug}"))
        assert ("last trains" in said.lower()) == (card.end_min >= 20 * 60), card.slug
