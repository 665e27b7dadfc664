"""The list: pages, order, what it says when nothing fits, and questions it refuses."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from pypinyin import lazy_pinyin

from geo.distance import distance_m
from geo.records import LatLng
from tests.fixtures import markup
from tests.pages.written import is_across, position
from webapp.pages.venues import PER_PAGE


def count_of(root) -> str:
    return markup.words(markup.by_id(root, "results").find(".//h2"))


def test_the_pages_hold_every_venue_once(list_all, written, now):
    found = list_all({})
    assert len(found) == len(set(found))
    assert set(found) == written.slugs(lambda _: True, now.date())


def test_each_page_but_the_last_is_full(client, list_all):
    total = len(list_all({}))
    pages = -(-total // PER_PAGE)
    assert pages > 10
    for number, size in (
        (1, PER_PAGE),
        (pages - 1, PER_PAGE),
        (pages, total - PER_PAGE * (pages - 1)),
    ):
        root = markup.tree(client.get(f"/zh/venues?page={number}"))
        assert len(markup.venue_ids(root)) == size
        assert count_of(root) == f"{total} 处"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_link_to_their_neighbours_and_ends(client, list_all, lang):
    last = -(-len(list_all({"q": "a"})) // PER_PAGE)
    nav = markup.with_class(markup.tree(client.get(f"/{lang}/venues?q=a&page=3")), "pages")[0]
    linked = [(markup.query(link.get("href"))["page"], link.get("rel")) for link in nav.iter("a")]
    assert linked == [
        ("2", "prev"),
        ("1", None),
        ("2", None),
        ("3", None),
        ("4", None),
        (str(last), None),
        ("4", "next"),
    ]
    assert all(markup.query(link.get("href"))["q"] == "a" for link in nav.iter("a"))
    (here,) = (link for link in nav.iter("a") if link.get("aria-current"))
    assert markup.query(here.get("href"))["page"] == "3"


def test_a_page_beyond_the_last_does_not_exist(client, list_all):
    last = -(-len(list_all({"kind": "museum"})) // PER_PAGE)
    assert client.get(f"/en/venues?kind=museum&page={last}").status_code == 200
    for path in ("venues", "map"):
        assert client.get(f"/en/{path}?kind=museum&page={last + 1}").status_code == 404


def test_a_list_of_nothing_has_one_page_and_ways_out(client):
    answer = client.get("/en/venues?q=%25%25&scenario=night&state=open")
    assert answer.status_code == 200
    results = markup.by_id(markup.tree(answer), "results")
    assert count_of(markup.tree(answer)) == "0 places"
    assert "Nothing fits all of that." in markup.words(results)
    ways = [markup.query(a) for a in markup.addresses(markup.with_class(results, "notice")[0])]
    assert ways == [{"scenario": "night", "state": "open"}, {}]
    assert client.get("/en/venues?q=%25%25&page=2").status_code == 404


BAD = [
    *[("page", raw) for raw in ("0", "-1", "1.5", "two", "10001", "９", "9" * 5000)],
    ("scenario", "food"),
    ("kind", "castle"),
    ("tag", "nice"),
    ("state", "soon"),
    ("open", "later"),
    ("step_free", "yes"),
    ("sort", "price"),
    ("sort", "distance"),
    *[
        ("near", raw)
        for raw in ("31.2", "31.2,121.4,5", "a,b", "nan,nan", "121.47,31.23", "0,0", "inf,1")
    ],
    *[
        ("bbox", raw)
        for raw in (
            "121,31,122",
            "122,31,121,32",
            "121,32,122,31",
            "a,b,c,d",
            "nan,31,122,32",
            "1e400,0,1,1",
        )
    ],
    ("walk", "7"),
    ("access", "ramp"),
    ("price", "5"),
    ("sort", "relevance"),
    *[("within", raw) for raw in ("49", "20001", "1km", "-5", "9" * 5000)],
]


@pytest.mark.parametrize(("name", "raw"), BAD)
@pytest.mark.parametrize("path", ["venues", "map"])
def test_a_bad_value_is_refused_and_named(client, path, name, raw):
    answer = client.get(f"/en/{path}", query_string={name: raw})
    assert answer.status_code == 422
    notice = markup.words(markup.with_class(markup.tree(answer), "notice--bad")[0])
    assert f"“{name}”" in notice
    assert f"“{raw[:60]}”" in notice


@pytest.mark.parametrize(("name", "raw"), BAD)
def test_map_data_refuses_the_same(client, name, raw):
    if name not in ("page",):
        assert client.get("/tiles/matches.json", query_string={name: raw}).status_code == 422


@pytest.mark.parametrize(
    "name",
    [
        "scenario",
        "kind",
        "state",
        "open",
        "near",
        "bbox",
        "within",
        "page",
        "sort",
        "q",
        "step_free",
    ],
)
def test_an_empty_value_asks_for_nothing(client, name):
    """A form sends its empty fields along."""
    answer = client.get(f"/zh/venues?{name}=")
    assert markup.venue_ids(markup.tree(answer)) == markup.venue_ids(
        markup.tree(client.get("/zh/venues"))
    )


def test_an_unknown_station_is_a_missing_page(client):
    assert client.get("/zh/venues?station=atlantis").status_code == 404
    assert client.get("/zh/map?station=atlantis").status_code == 404


def test_the_best_known_come_first(list_all, written):
    ranks = [written.venues[slug]["rank"] for slug in list_all({})]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) > 2


def test_english_names_sort_by_plain_letters(list_all, written):
    names = [written.venues[slug]["name"]["en"] for slug in list_all({"sort": "name"}, "en")]
    keys = [plain(name) for name in names]
    assert keys == sorted(keys)


def test_chinese_names_sort_by_their_sound(list_all, written):
    found = list_all({"sort": "name", "scenario": "culture"}, "zh")
    names = [written.venues[slug]["name"]["zh"] for slug in found]
    firsts = [lazy_pinyin(name[0])[0][0].casefold() for name in names if name[0] not in "长重"]
    assert firsts == sorted(firsts)
    assert len(set(firsts)) > 15


@pytest.mark.parametrize(
    "where", [{"near": "31.2304,121.4737"}, {"station": "lujiazui", "within": "3000"}]
)
@pytest.mark.parametrize("sort", [{}, {"sort": "distance"}])
def test_near_a_point_the_nearest_come_first(list_all, written, where, sort):
    centre = (
        LatLng(31.2304, 121.4737) if "near" in where else position(written.stations["lujiazui"])
    )
    places = [position(written.venues[slug]) for slug in list_all(where | sort)]
    walked = [distance_m(each, centre) for each in places if not is_across(centre, each)]
    assert len(walked) > 10
    assert all(after > before * 0.995 - 5 for before, after in pairwise(walked))


def test_near_a_point_names_can_still_sort(list_all):
    assert list_all({"near": "31.2304,121.4737", "sort": "name"}) == list_all({"sort": "name"})


def test_the_form_shows_what_was_asked(client):
    asked = {
        "q": "馆",
        "kind": "museum",
        "district": "310101",
        "state": "closed",
        "sort": "name",
        "access": "step-free",
        "price": "0",
        "tag": "indoor",
        "scenario": "culture",
        "station": "lujiazui",
        "walk": "10",
        "line": "8",
        "area": "xintiandi",
    }
    form = markup.with_class(
        markup.tree(client.get("/zh/venues", query_string=asked)), "filters__form"
    )[0]
    assert filled(form) == asked


def test_the_form_carries_what_it_has_no_field_for(client):
    kept = {
        "within": "800",
        "literal": "1",
        "bbox": "121.4,31.1,121.5,31.3",
        "at": "2026-02-17T23:30",
    }
    root = markup.tree(client.get("/zh/venues", query_string={**kept, "page": "1", "view": "easy"}))
    hidden = {
        f.get("name"): f.get("value")
        for f in markup.with_class(root, "filters__form")[0].iter("input")
        if f.get("type") == "hidden"
    }
    assert hidden == kept


def test_sorting_by_distance_is_offered_only_near_something(client):
    def orders(query: str) -> list[str | None]:
        root = markup.tree(client.get(f"/zh/venues?{query}"))
        return [option.get("value") for option in markup.by_id(root, "f-sort")]

    assert orders("") == ["rank", "name"]
    assert orders("station=lujiazui") == orders("near=31.23,121.47") == ["rank", "name", "distance"]
    assert orders("q=bar") == ["rank", "name", "relevance"]


def test_scenario_chips_change_the_scenario_only(client):
    root = markup.tree(
        client.get("/en/venues?scenario=night&kind=bar&district=310101&page=1&at=2026-02-17T23:30")
    )
    chips = [markup.query(a) for a in markup.addresses(markup.by_id(root, "scenario-chips"))]
    rest = {"district": "310101", "at": "2026-02-17T23:30"}
    assert chips == [
        rest,
        *({**rest, "scenario": each} for each in ("night", "silver", "goods", "culture")),
    ]


def test_the_moment_of_the_list_is_said(client):
    root = markup.tree(client.get("/en/venues?at=2026-02-17T23:30"))
    assert "Tuesday 23:30" in markup.words(markup.by_id(root, "results").find("header"))


def filled(form) -> dict[str, str]:
    """What a form would send, its hidden and empty fields left out."""
    told = {
        f.get("name"): f.get("value") or "" for f in form.iter("input") if f.get("type") == "search"
    }
    told |= {
        f.get("name"): f.get("value") for f in form.iter("input") if f.get("checked") is not None
    }
    for select in form.iter("select"):
        told |= {
            select.get("name"): o.get("value") for o in select if o.get("selected") is not None
        }
    return {name: value for name, value in told.items() if value}


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return letters.removeprefix("the ")
