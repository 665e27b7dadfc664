"""Filters of the list, alone and combined, against the catalogue as written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from geo.distance import distance_m, walking_min
from geo.records import Bounds, LatLng
from tests.fixtures import markup
from tests.pages.written import Entry, Written, position, state
from webapp.services.search import text_match
from webapp.settings import SHANGHAI
from webapp.store import tables
from webapp.store.search import venue_ids

PEOPLES_SQUARE = LatLng(31.2304, 121.4737)
CENTRE = Bounds(121.45, 31.21, 121.51, 31.25)
DISTANCE = re.compile(r"walk, ([0-9.]+) (k?m) ")
Wanted = Callable[[Written, Entry], bool]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def is_step_free(_written: Written, venue: Entry) -> bool:
    return has_access(venue, "step-free")


def has_access(venue: Entry, fact: str) -> bool:
    return any(each["fact"] == fact for each in venue.get("access", []))


def costs(venue: Entry, *prices: int) -> bool:
    return (venue.get("price") or {}).get("value") in prices


def is_near(metres: int) -> Wanted:
    return lambda written, venue: written.within(venue, PEOPLES_SQUARE, metres)


def is_near_station(slug: str, metres: int) -> Wanted:
    return lambda written, venue: written.within(venue, position(written.stations[slug]), metres)


def anywhere(_written: Written, _venue: Entry) -> bool:
    return True


def nowhere(_written: Written, _venue: Entry) -> bool:
    return False


NEAR = f"{PEOPLES_SQUARE.lat},{PEOPLES_SQUARE.lng}"
BOX = ",".join(str(degrees) for degrees in CENTRE.as_bbox())
FILTERS: dict[str, tuple[dict[str, str | list[str]], Wanted]] = {
    "everything": ({}, anywhere),
    "night": ({"scenario": "night"}, lambda _, v: "night" in v["scenarios"]),
    "silver": ({"scenario": "silver"}, lambda _, v: "silver" in v["scenarios"]),
    "goods": ({"scenario": "goods"}, lambda _, v: "goods" in v["scenarios"]),
    "culture": ({"scenario": "culture"}, lambda _, v: "culture" in v["scenarios"]),
    "museums": ({"kind": "museum"}, lambda _, v: v["kind"] == "museum"),
    "canteens": ({"kind": "canteen"}, lambda _, v: v["kind"] == "canteen"),
    "Huangpu": ({"district": "310101"}, lambda _, v: v["district"] == "310101"),
    "Pudong": ({"district": "310115"}, lambda _, v: v["district"] == "310115"),
    "no district": ({"district": "999999"}, nowhere),
    "the Bund": ({"area": "the-bund-night"}, lambda w, v: w.in_area(v, "the-bund-night")),
    "Xintiandi": ({"area": "xintiandi"}, lambda w, v: w.in_area(v, "xintiandi")),
    "line 10": ({"line": "10"}, lambda w, v: w.near_line(v, "10")),
    "line 14": ({"line": "14"}, lambda w, v: w.near_line(v, "14")),
    "station": ({"station": "lujiazui"}, is_near_station("lujiazui", 1000)),
    "station, 400 m": (
        {"station": "lujiazui", "within": "400"},
        is_near_station("lujiazui", 400),
    ),
    "near": ({"near": NEAR}, anywhere),
    "near, 1200 m": ({"near": NEAR, "within": "1200"}, is_near(1200)),
    "box": ({"bbox": BOX}, lambda _, v: CENTRE.contains(position(v))),
    "walk": (
        {"station": "lujiazui", "walk": "15"},
        lambda w, v: walking_min(distance_m(position(v), position(w.stations["lujiazui"]))) <= 15,
    ),
    "walk from a point": ({"near": NEAR, "walk": "30"}, is_near(30 * 75 / 1.3)),
    "museums and parks": (
        {"kind": ["museum", "park"]},
        lambda _, v: v["kind"] in ("museum", "park"),
    ),
    "a toilet": ({"access": "toilet"}, lambda _, v: has_access(v, "toilet")),
    "a toilet, step-free": (
        {"access": ["toilet", "step-free"]},
        lambda _, v: has_access(v, "toilet") and has_access(v, "step-free"),
    ),
    "free": ({"price": "0"}, lambda _, v: costs(v, 0)),
    "up to 150": ({"price": ["0", "1", "2"]}, lambda _, v: costs(v, 0, 1, 2)),
    "two tags": (
        {"tag": ["indoor", "family"]},
        lambda _, v: {"indoor", "family"} <= set(v.get("tags", [])),
    ),
    "step-free": ({"step_free": "1"}, is_step_free),
    "not only step-free": ({"step_free": "0"}, anywhere),
    "tag": ({"tag": "riverside"}, lambda _, v: "riverside" in v.get("tags", [])),
    "benefit": ({"benefit": "none-such"}, nowhere),
}

MOMENTS = ["2026-11-20T21:40", "2026-11-21T00:30", "2026-11-23T10:00", "2026-10-01T14:00"]


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_finds_what_is_written(list_all, written, now, name):
    query, wanted = FILTERS[name]
    found = list_all(query)
    assert sorted(found) == sorted(written.slugs(lambda v: wanted(written, v), now.date()))


@pytest.mark.parametrize("name", ["everything", "night", "the Bund", "station", "tag", "walk"])
def test_the_filters_above_find_something(client, name):
    """A filter that finds nothing would agree with a wrong expectation as well."""
    assert matches(client, FILTERS[name][0])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pair
        for pair in itertools.combinations(FILTERS, 2)
        if not FILTERS[pair[0]][0].keys() & FILTERS[pair[1]][0].keys()
        and "near" not in FILTERS[pair[0]][0] | FILTERS[pair[1]][0]
    ],
)
def test_two_filters_find_what_fulfils_both(client, written, now, first, second):
    (one, is_one), (two, is_two) = FILTERS[first], FILTERS[second]
    both = written.slugs(lambda v: is_one(written, v) and is_two(written, v), now.date())
    assert matches(client, one | two) == both


WORDS = ["博物馆", "gallery", "上博", "waitan", "canteen", "%", "zzzz"]


@pytest.mark.parametrize("words", WORDS)
def test_words_list_what_search_finds(app: Flask, list_all, words):
    with app.extensions["database"].read() as connection:
        expression = text_match(connection, words).expression
        ids = set(venue_ids(connection, expression))
        names = select(tables.venues.c.slug).where(tables.venues.c.id.in_(ids))
        expected = set(connection.execute(names).scalars())
    found = list_all({"q": words, "literal": "1"})
    assert len(found) == len(set(found))
    assert set(found) == expected


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("name", ["night", "Huangpu", "line 10", "box", "two tags"])
def test_words_and_a_filter_find_what_fulfils_both(client, words, name):
    query = FILTERS[name][0]
    both = matches(client, {"q": words, **query})
    assert both == matches(client, {"q": words}) & matches(client, query)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("wanted", ["open", "closed", "unknown"])
def test_the_state_is_that_of_the_moment(list_all, written, moment, wanted):
    asked = at(moment)
    found = list_all({"state": wanted, "at": moment})
    assert sorted(found) == sorted(written.slugs(lambda v: state(v, asked) == wanted, asked.date()))


@pytest.mark.parametrize("moment", MOMENTS)
def test_open_now_means_open_at_the_moment_asked_for(client, written, moment):
    asked = at(moment)
    open_then = written.slugs(lambda v: state(v, asked) == "open", asked.date())
    assert matches(client, {"open": "now", "at": moment}) == open_then
    assert open_then


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_venue_is_in_exactly_one_state(client, moment):
    parts = [matches(client, {"state": s, "at": moment}) for s in ("open", "closed", "unknown")]
    everything = matches(client, {"at": moment})
    assert sum(len(part) for part in parts) == len(everything)
    assert set.union(*parts) == everything


def test_everything_at_once(client, written):
    asked = at("2026-11-20T20:30")
    query = {
        **FILTERS["culture"][0],
        **FILTERS["Huangpu"][0],
        **FILTERS["near, 1200 m"][0],
        **FILTERS["box"][0],
        "line": "10",
        "state": "closed",
        "at": "2026-11-20T20:30",
    }
    expected = written.slugs(
        lambda v: (
            "culture" in v["scenarios"]
            and v["district"] == "310101"
            and written.within(v, PEOPLES_SQUARE, 1200)
            and CENTRE.contains(position(v))
            and written.near_line(v, "10")
            and state(v, asked) == "closed"
        ),
        asked.date(),
    )
    assert expected
    assert matches(client, query) == expected


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["everything", "museums", "tag"])
def test_both_languages_list_the_same(client, list_all, lang, name):
    assert set(list_all(FILTERS[name][0], lang)) == matches(client, FILTERS[name][0])


def test_each_card_says_the_state_of_its_venue(client, written, now):
    seen = 0
    for page in range(1, 6):
        root = markup.tree(client.get(f"/en/venues?page={page}"))
        for slug, (told, _nuance) in markup.states(root).items():
            assert told == state(written.venues[slug], now), slug
            seen += 1
    assert seen == 100


def test_distances_are_those_of_the_map(client, written):
    root = markup.tree(client.get(f"/en/venues?near={NEAR}"))
    for card in root.findall(".//li[@data-venue]"):
        metres = distance_m(position(written.venues[card.get("data-venue")]), PEOPLES_SQUARE)
        number, unit = DISTANCE.findall(markup.words(card))[0]
        told = float(number) * {"m": 1, "km": 1000}[unit]
        assert told == pytest.approx(metres, abs={"m": 6, "km": 51}[unit])


def matches(client: FlaskClient, query: dict[str, str]) -> set[str]:
    answer = client.get(f"/api/collections/venues/items?{urlencode(query, doseq=True)}&limit=1000")
    assert answer.status_code == 200
    told = answer.get_json(force=True)
    slugs = [feature["id"] for feature in told["features"]]
    assert len(slugs) == len(set(slugs)) == told["numberMatched"]
    return set(slugs)
