"""The easy view's first page: six choices, near my home, an address or a phone in two taps."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient

from geo.distance import distance_m
from tests.fixtures import markup
from tests.pages.written import position

LANGUAGES = ("zh", "en")
HOME = "station:xujiahui"


@pytest.fixture
def easy(client: FlaskClient) -> FlaskClient:
    client.set_cookie("view", "easy")
    return client


def remember(client: FlaskClient, typed: str, lang: str = "zh"):
    form = {"home": typed, "back": f"/{lang}/#near-home"}
    return client.post(f"/{lang}/preferences", data=form)


def choices(root) -> list:
    return [item.find("a") for item in markup.with_class(root, "easy")[0]]


def forgetting(client: FlaskClient, address: str = "/zh/") -> list[str]:
    """What the buttons of a page would forget."""
    buttons = markup.tree(client.get(address)).iter("button")
    return [b.get("value", "") for b in buttons if b.get("name") == "forget"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", range(6))
def test_an_address_or_a_phone_is_two_taps_away(easy: FlaskClient, lang, place):
    first = choices(markup.tree(easy.get(f"/{lang}/")))[place].get("href")
    answer = easy.get(first)
    assert says_how_to_reach(markup.tree(answer)), first
    venues = markup.venue_ids(markup.tree(answer))
    if venues:
        venue = markup.tree(easy.get(f"/{lang}/venues/{venues[0]}"))
        assert markup.with_class(venue, "reach__address")


def says_how_to_reach(root) -> bool:
    calls = [link for link in markup.addresses(root) if link.startswith("tel:")]
    return bool(calls or markup.with_class(root, "card__address"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_holds_six_choices_and_little_else(easy: FlaskClient, lang):
    root = markup.tree(easy.get(f"/{lang}/"))
    assert len(choices(root)) == 6
    main = markup.by_id(root, "main")
    assert len(list(main.iter("a"))) == 6
    assert [markup.words(h) for h in main.iter("h2")] == [
        {"zh": "离家近的", "en": "Near my home"}[lang]
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_choice_lists_its_kinds_and_says_so(easy: FlaskClient, lang):
    for link in choices(markup.tree(easy.get(f"/{lang}/")))[:5]:
        root = markup.tree(easy.get(link.get("href")))
        assert markup.words(root.find(".//h1")) == markup.words(link)
        assert len(markup.venue_ids(root)) >= 5


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("徐家汇", HOME),
        ("xujiahui station", HOME),
        ("外滩", "area:the-bund-night"),
        ("venue:shanghai-museum", "venue:shanghai-museum"),
        ("area:the-bund-night", "area:the-bund-night"),
    ],
)
def test_a_station_an_area_or_a_place_is_remembered(easy: FlaskClient, typed, key):
    answer = remember(easy, typed)
    assert (answer.status_code, answer.location) == (303, "/zh/#near-home")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith((f"home={key}", f'home="{key}"'))
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
    assert forgetting(easy) == ["home"]


def test_the_choices_are_then_sorted_from_there(easy: FlaskClient, written):
    remember(easy, "徐家汇")
    home = position(written.stations["xujiahui"])
    link = choices(markup.tree(easy.get("/zh/")))[0]
    slugs = markup.venue_ids(markup.tree(easy.get(link.get("href"))))
    gaps = [distance_m(position(written.venues[slug]), home) for slug in slugs]
    assert gaps == sorted(gaps)
    assert gaps[0] < 1500


def test_what_may_mean_several_places_is_asked_back(easy: FlaskClient):
    answer = remember(easy, "中山")
    assert "Set-Cookie" not in answer.headers
    root = markup.tree(easy.get(urljoin("http://localhost", answer.location)))
    offered = [b for b in markup.by_id(root, "near-home").iter("button") if b.get("value")]
    assert len(offered) > 1
    chosen = easy.post("/zh/preferences", data={"home": offered[0].get("value"), "back": "/zh/"})
    assert chosen.headers["Set-Cookie"].startswith("home=")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_place_is_said_to_be_unknown(easy: FlaskClient, lang):
    answer = remember(easy, "qqqqxyzzy", lang)
    root = markup.tree(easy.get(answer.location))
    assert "qqqqxyzzy" in markup.words(markup.by_id(root, "near-home"))


def test_home_is_forgotten_where_it_is_shown(easy: FlaskClient):
    remember(easy, HOME)
    answer = easy.post("/zh/preferences", data={"forget": "home", "back": "/zh/"})
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert forgetting(easy) == []


@pytest.mark.parametrize("raw", ["station:nowhere-at-all", "nonsense", "station:x' or 1", "a:b:c"])
def test_a_damaged_cookie_means_no_home(easy: FlaskClient, raw):
    easy.set_cookie("home", raw)
    assert easy.get("/en/").status_code == 200
    assert easy.get("/en/venues/shanghai-museum").status_code == 200


@pytest.mark.parametrize("form", [{"home": ""}, {"home": " "}, {"forget": "view"}, {"text": "4"}])
def test_what_the_form_cannot_mean_is_refused(easy: FlaskClient, form):
    assert easy.post("/zh/preferences", data=form).status_code == 422


@pytest.mark.parametrize(
    "place", ["venues/shanghai-museum", "stations/xujiahui", "areas/the-bund-night"]
)
def test_each_place_can_become_the_one_near_home(easy: FlaskClient, place):
    root = markup.tree(easy.get(f"/zh/{place}"))
    (button,) = [b for b in root.iter("button") if b.get("name") == "home"]
    answer = easy.post(
        "/zh/preferences", data={"home": button.get("value"), "back": f"/zh/{place}"}
    )
    assert answer.location == f"/zh/{place}"
    assert forgetting(easy, f"/zh/{place}") == ["home"]


def test_a_page_kept_by_the_browser_is_not_shown_for_another_home(easy: FlaskClient):
    tag = easy.get("/zh/").headers["ETag"]
    remember(easy, HOME)
    assert easy.get("/zh/", headers={"If-None-Match": tag}).status_code == 200
    tag = easy.get("/zh/").headers["ETag"]
    easy.set_cookie("text", "3")
    assert easy.get("/zh/", headers={"If-None-Match": tag}).status_code == 200
