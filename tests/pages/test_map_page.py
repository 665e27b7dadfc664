"""The map page: a list of its own, and all that its script needs to draw the same."""

from __future__ import annotations

import pytest

from tests.fixtures import markup
from tests.pages.written import position
from webapp.domain.scenarios import Scenario

QUESTIONS = [
    {},
    {"scenario": "night"},
    {"kind": "museum", "state": "closed"},
    {"district": "310115"},
    {"q": "馆"},
    {"area": "the-bund-night", "at": "2026-11-21T00:30"},
    {"station": "lujiazui", "within": "1500"},
    {"near": "31.2304,121.4737", "within": "2000"},
    {"bbox": "121.45,31.21,121.51,31.25", "open": "now"},
]


def element(client, lang: str = "zh", **query: str):
    root = markup.tree(client.get(f"/{lang}/map", query_string=query))
    return root.find(".//*[@data-module='city-map']")


@pytest.mark.parametrize("query", QUESTIONS)
def test_it_lists_what_the_list_lists(client, query):
    pages = [client.get(f"/en/{path}", query_string=query) for path in ("map", "venues")]
    on_map, in_list = (markup.by_id(markup.tree(page), "results") for page in pages)
    assert markup.venue_ids(on_map) == markup.venue_ids(in_list) != []
    assert markup.states(on_map) == markup.states(in_list)
    assert markup.words(on_map.find(".//h2")) == markup.words(in_list.find(".//h2"))


@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_map_and_list_lead_to_each_other_with_the_same_question(client, lang, query):
    for here, there in (("map", "venues"), ("venues", "map")):
        root = markup.tree(client.get(f"/{lang}/{here}", query_string=query))
        more = markup.with_class(markup.by_id(root, "results").find("header"), "more")[0]
        assert markup.path(more.get("href")) == f"/{lang}/{there}"
        assert markup.query(more.get("href")) == query


def test_without_scripts_it_says_so_and_still_lists(client):
    root = markup.tree(client.get("/en/map"))
    said = [markup.words(each) for each in root.iter("noscript")]
    assert any("The list has the same places." in words for words in said)
    assert len(markup.venue_ids(root)) == 20
    assert root.find(".//*[@id='map']") is not None
    tools = markup.with_class(root, "map__tools")[0]
    assert tools.get("hidden") is not None
    assert all(button.get("aria-label") for button in tools.iter("button"))


@pytest.mark.parametrize(
    ("at", "day", "minute"),
    [
        (None, "2026-11-20", 15 * 60 + 40),
        ("2026-11-20T06:00", "2026-11-20", 0),
        ("2026-11-21T00:30", "2026-11-20", 18 * 60 + 30),
        ("2026-11-21T05:59", "2026-11-20", 23 * 60 + 59),
    ],
)
def test_it_tells_the_day_that_runs_from_six_to_six(client, at, day, minute):
    told = element(client, **({"at": at} if at else {}))
    assert f"/tiles/hours/{day}.json" in told.get("data-hours")
    assert told.get("data-minute") == str(minute)
    assert told.get("data-moment") == (f"?at={at}" if at else "")


def test_its_data_can_be_fetched(client, written):
    told = element(client, "en")
    venue = written.venues["shanghai-museum"]
    assert client.get(told.get("data-tiles").format(z=13, x=6860, y=3348)).status_code == 200
    assert client.get(told.get("data-hours")).status_code == 200
    assert client.get(told.get("data-matches")).status_code == 200
    assert client.get(told.get("data-base")).status_code == 200
    assert client.get(f"{told.get('data-venues')}{venue['slug']}").status_code == 200


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_its_words_are_in_the_language_of_the_page(client, lang):
    told = element(client, lang)
    names = ("pin", "group", "no-position", "far-away", "found", *(f"state-{s}" for s in SHADES))
    words = " ".join(told.get(f"data-i18n-{name}") for name in names)
    has_han = any("一" <= char <= "鿿" for char in words)
    assert has_han == (lang == "zh")
    assert "{name}" in told.get("data-i18n-pin")
    assert "{count}" in told.get("data-i18n-group")


SHADES = ("open", "soon", "usual", "closed", "unknown")


def box(told) -> list[float]:
    return [float(degrees) for degrees in told.get("data-focus").split(",")]


@pytest.mark.parametrize(
    "query",
    [
        {"station": "lujiazui"},
        {"station": "lujiazui", "within": "3000"},
        {"near": "31.2304,121.4737"},
        {"area": "xintiandi"},
        {"district": "310151"},
    ],
)
def test_it_looks_where_the_question_is(client, written, query):
    west, south, east, north = box(element(client, **query))
    centre = {
        "station": lambda slug: position(written.stations[slug]),
        "near": lambda _: written_point(31.2304, 121.4737),
        "area": lambda slug: written_point(*middle(written.areas[slug]["outline"])),
        "district": lambda _: written_point(31.62, 121.6),
    }[next(iter(query))](next(iter(query.values())))
    assert west < centre.lng < east
    assert south < centre.lat < north


def test_a_wider_question_is_a_wider_look(client):
    near, wide = (box(element(client, station="lujiazui", within=w)) for w in ("500", "5000"))
    assert wide[2] - wide[0] > 9 * (near[2] - near[0])


def test_a_box_is_looked_at_as_asked(client):
    assert box(element(client, bbox="121.45,31.21,121.51,31.25")) == [121.45, 31.21, 121.51, 31.25]


def test_a_question_without_a_place_leaves_the_view_to_the_map(client):
    for query in ({}, {"scenario": "night"}, {"q": "馆"}):
        assert element(client, **query).get("data-focus") == ""


@pytest.mark.parametrize("query", [{"area": "atlantis"}, {"district": "999999"}])
def test_an_unknown_place_does_not_exist(client, query):
    assert client.get("/zh/map", query_string=query).status_code == 404


def test_the_legend_names_every_shade(client):
    root = markup.tree(client.get("/en/map"))
    legend = markup.with_class(root, "legend")[0]
    told = [markup.words(each) for each in markup.with_class(legend, "state")]
    assert told == ["Open", "Closing soon", "Usually open", "Closed", "Hours unknown"]


def test_the_chips_keep_the_box(client):
    root = markup.tree(client.get("/en/map", query_string={"bbox": "121.45,31.21,121.51,31.25"}))
    for address in markup.addresses(markup.by_id(root, "scenario-chips")):
        assert markup.query(address)["bbox"] == "121.45,31.21,121.51,31.25"
    assert len(markup.addresses(markup.by_id(root, "scenario-chips"))) == len(Scenario) + 1


def test_openstreetmap_is_credited_beside_the_map(client):
    root = markup.tree(client.get("/zh/map"))
    credit = markup.words(markup.with_class(root, "map__credit")[0])
    assert "© OpenStreetMap contributors" in credit


def middle(outline: list[list[float]]) -> tuple[float, float]:
    lngs, lats = [corner[0] for corner in outline], [corner[1] for corner in outline]
    return (min(lats) + max(lats)) / 2, (min(lngs) + max(lngs)) / 2


def written_point(lat: float, lng: float):
    return position({"position": {"lat": lat, "lng": lng}})
