"""The search page and its suggestions: what is found, what is understood, what helps on."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.fixtures import markup
from tests.fixtures.page_kinds import LANGUAGES


@pytest.fixture
def search(client):
    """The page of a search as a tree: `search("外滩", "zh", at=…)`."""

    def ask(words: str, lang: str = "zh", **more: str):
        answer = client.get(f"/{lang}/search?{urlencode({'q': words, **more})}")
        assert answer.status_code == 200
        return markup.tree(answer)

    return ask


@pytest.fixture
def suggestions(client):
    """The items suggested for what is typed."""

    def ask(typed: str, lang: str = "zh") -> list[dict]:
        answer = client.get(f"/{lang}/search/suggestions?{urlencode({'q': typed})}")
        assert answer.status_code == 200
        assert answer.content_type == "application/json"
        return json.loads(answer.data)["items"]

    return ask


def texts(root, path: str) -> list[str]:
    return [" ".join("".join(each.itertext()).split()) for each in root.findall(path)]


def chips(root) -> list[str]:
    found = texts(root, ".//a[@class='chip chip--out']")
    return [one.removeprefix("去掉 ").removeprefix("Remove ") for one in found]


def chip_addresses(root) -> list[str]:
    return [str(each.get("href")) for each in root.findall(".//a[@class='chip chip--out']")]


@pytest.mark.parametrize(
    "words", ["上海博物馆", "上海博物館", "shanghai museum", "shanghaibowuguan"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_museum_by_any_of_its_names(search, words, lang):
    slugs = markup.venue_ids(search(words, lang))
    assert any(slug.startswith("shanghai-museum") for slug in slugs[:3])


def test_types_stand_apart_each_with_its_word(search):
    root = search("人民广场", "en")
    sections = {each.get("id") for each in root.iter("section")}
    assert {"venue", "station"} <= sections
    assert any("Metro station" in one for one in texts(root, ".//section[@id='station']//li"))


def test_the_match_is_marked_in_the_script_it_is_in(search):
    root = search("waitan", "en")
    assert "外滩" in texts(root, ".//mark")
    assert "Bund" in texts(search("bund", "en"), ".//mark")


def test_the_list_has_the_same_places(client, search):
    root = search("bund", "en")
    answer = client.get("/en/venues?q=bund")
    shown = markup.venue_ids(root)
    assert shown == markup.venue_ids(markup.tree(answer))[: len(shown)]


def test_a_station_and_the_hour_are_understood(search, client):
    root = search("museum near people's square open now", "en")
    assert chips(root) == ["Near People's Square station", "Open now"]
    venues = markup.venue_ids(root)
    same = "/en/venues?q=museum&station=peoples-square&open=now"
    assert venues == markup.venue_ids(markup.tree(client.get(same)))[: len(venues)]


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("外滩附近的酒吧", "zh", "外滩附近"),
        ("静安寺步行10分钟内的食堂", "zh", "距静安寺站步行 10 分钟内"),
        ("bars in jing'an", "en", "In Jing'an"),
        ("free museums", "en", "Free"),
        ("无障碍博物馆", "zh", "无台阶"),
        ("bars after midnight", "en", "Open Sat 21 November 00:30"),
        ("周六下午的博物馆", "zh", "11 月 21 日 周六 15:00 营业"),
        ("24小时", "zh", "通宵营业"),
    ],
)
def test_what_words_mean(search, words, lang, expected):
    assert chips(search(words, lang)) == [expected]


def test_a_chip_goes_with_its_words_only(search):
    root = search("museum near people's square open now", "en", at="2026-11-21T10:00")
    asked = [parse_qs(urlsplit(each).query) for each in chip_addresses(root)]
    assert [one["q"] for one in asked] == [["museum open now"], ["museum near people's square"]]
    assert all(one["at"] == ["2026-11-21T10:00"] for one in asked)


def test_words_as_they_are(search):
    assert chips(search("open now", "en", literal="1")) == []
    assert chips(search("open now", "en")) == ["Open now"]


def test_what_the_address_says_wins(client):
    answer = client.get("/en/search?q=museums+tonight&at=2026-11-21T10:00")
    assert "Saturday 10:00" in answer.text


def test_a_moment_in_words_goes_along_with_links(search):
    root = search("bars after midnight", "en")
    link = root.find(".//li[@data-venue]//a")
    assert "at=2026-11-21T00:30" in str(link.get("href"))


def test_a_place_nobody_knows_stays_among_the_words(search):
    assert chips(search("bar near qwrtpx", "en")) == []


def test_a_name_is_not_taken_apart(search):
    """What looks like a phrase but is the whole name of something is searched as it is."""
    assert chips(search("open", "en")) == []


def test_another_spelling_is_said(search):
    root = search("yuyaun", "en")
    notice = " ".join(texts(root, ".//p[@class='notice mt']"))
    assert "Showing results for" in notice
    assert "yuyaun" in notice
    literal = [each.get("href") for each in root.iter("a") if "literal=1" in str(each.get("href"))]
    assert literal
    assert markup.venue_ids(search("yuyaun", "en", literal="1")) == []


def test_nothing_found_helps_on(search):
    root = search("museum near people's square at 4:00", "en")
    assert markup.venue_ids(root) == []
    words = texts(root, ".//section//a[@class='chip']")
    assert any(one.startswith("museum near people's square") for one in words)


def test_without_words_examples_and_ways_in(client):
    for lang in LANGUAGES:
        root = markup.tree(client.get(f"/{lang}/search"))
        examples = [each for each in root.iter("a") if "search?q=" in str(each.get("href"))]
        assert len(examples) >= 8
        for each in examples[:3]:
            assert client.get(str(each.get("href"))).status_code == 200


def test_the_page_is_not_for_search_engines(client):
    assert '<meta name="robots" content="noindex">' in client.get("/en/search?q=bund").text


def test_suggestions_have_both_names_and_say_what_they_are(suggestions):
    first = suggestions("waitan")[0]
    assert first["name"] == "外滩"
    assert first["alt"] == "The Bund"
    assert first["alt_lang"] == "en"
    assert first["type"] == "片区 · 黄浦区"
    assert first["address"] == "/zh/areas/the-bund-night"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("typed", ["外", "wait", "b", "people", "食堂", "zhongshan p", "线"])
def test_suggestions_lead_to_pages(client, suggestions, typed, lang):
    items = suggestions(typed, lang)
    assert len(items) <= 8
    for item in items:
        assert client.get(item["address"]).status_code == 200


@pytest.mark.parametrize("typed", ["", " ", "%", "'", "🙂", "a" * 500, "\x00", "“"])
def test_suggestions_for_odd_letters(suggestions, typed):
    assert len(suggestions(typed)) <= 8


def test_suggestions_may_be_kept_for_a_minute(client):
    answer = client.get("/en/search/suggestions?q=bund")
    assert answer.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("博物馆 人民广场附近", "zh", ["人民广场站附近"]),
        ("near people's square museum", "en", ["Near People's Square station"]),
        ("bars near shanghai museum", "en", ["Near Shanghai Museum (People's Square)"]),
        ("动漫周边", "zh", []),
        ("博物馆附近", "zh", []),
    ],
)
def test_which_place_is_meant(search, words, lang, expected):
    assert chips(search(words, lang)) == expected


def test_the_nearest_when_none_is_near(search, client):
    root = search("美术馆 共富新村附近", "zh")
    if markup.venue_ids(root):
        pytest.skip("there is a gallery near Gongfu Xincun now")
    farther = [
        str(each.get("href")) for each in root.iter("a") if "within=20000" in str(each.get("href"))
    ]
    assert markup.venue_ids(markup.tree(client.get(farther[0])))
