"""The easy view holds on every page, is found by its names, and is handed to somebody else."""

from __future__ import annotations

import pytest
import segno
from flask.testing import FlaskClient

from tests.fixtures import markup
from tests.fixtures.page_kinds import PAGE_KINDS

LANGUAGES = ("zh", "en")
HANDED = {
    "venue": "/venues/shanghai-museum",
    "itinerary": "/itineraries/both-banks-of-the-bund?on=2026-11-30&from=13%3A00",
}


@pytest.fixture
def easy(client: FlaskClient) -> FlaskClient:
    client.set_cookie("view", "easy")
    return client


def test_no_page_falls_back_to_the_standard_view(easy: FlaskClient):
    for lang, (kind, path) in zip(LANGUAGES * len(PAGE_KINDS), PAGE_KINDS.items(), strict=False):
        answer = easy.get(f"/{lang}{path}")
        root = markup.tree(answer)
        assert root.get("data-view") == "easy", kind
        assert [link for link in markup.addresses(root) if "view=" in link] == [], kind


def test_another_language_and_another_visit_stay_in_the_view(client: FlaskClient):
    client.get("/zh/venues/shanghai-museum?view=easy")
    root = markup.tree(client.get("/zh/venues/shanghai-museum"))
    (other,) = [a for a in root.iter("a") if a.get("hreflang") == "en" and a.text == "EN"]
    there = markup.tree(client.get(other.get("href")))
    assert (there.get("lang"), there.get("data-view")) == ("en", "easy")


def test_a_shared_address_leaves_the_view_to_who_opens_it(easy: FlaskClient):
    text = easy.get("/zh/venues/shanghai-museum?view=easy").text
    shared = [line for line in text.splitlines() if "og:url" in line]
    assert shared
    assert "view=" not in "".join(shared)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", HANDED)
def test_a_page_is_handed_over_in_the_easy_view(client: FlaskClient, kind, lang):
    path = f"/{lang}{HANDED[kind]}"
    answer = client.get(path)
    (link,) = markup.by_id(markup.tree(answer), "hand-over").iter("a")
    wanted = f"{path}{'&' if '?' in path else '?'}view=easy"
    assert link.get("href") == wanted
    code = segno.make_qr(f"http://localhost{wanted}", error="m")
    drawn = code.svg_inline(light="#fff", omitsize=True).rpartition(' d="')[2]
    assert drawn.partition('"')[0] in answer.text
    assert markup.tree(client.get(wanted)).get("data-view") == "easy"


@pytest.mark.parametrize("words", ["长辈版", "关怀版", "大字版", "Easy", "large text", "大字 版"])
def test_search_finds_the_easy_view(client: FlaskClient, words):
    offer = markup.by_id(markup.tree(client.get(f"/zh/search?q={words}")), "easy-view")
    (button,) = offer.iter("button")
    assert (button.get("name"), button.get("value")) == ("view", "easy")


def test_other_words_do_not_offer_the_view(client: FlaskClient):
    root = markup.tree(client.get("/en/search?q=bund"))
    assert root.find(".//*[@id='easy-view']") is None
