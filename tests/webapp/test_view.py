"""The easy view: chosen by a form or a link, kept in a cookie, never sent by another site."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.fixtures import markup

FORM = {"view": "easy", "back": "/zh/venues?kind=museum"}


def view_of(answer) -> str | None:
    return markup.tree(answer).get("data-view")


def choose(client: FlaskClient, view: str = "easy", back: str = "/zh/", **headers: str):
    return client.post("/zh/preferences", data={"view": view, "back": back}, headers=headers)


def test_a_visit_begins_in_the_standard_view(empty: FlaskClient):
    assert view_of(empty.get("/zh/")) == "standard"


def test_the_form_keeps_the_view_and_returns(empty: FlaskClient):
    answer = empty.post("/zh/preferences", data=FORM)
    assert (answer.status_code, answer.location) == (303, "/zh/venues?kind=museum")
    for address in ("/zh/", "/en/about", "/zh/nowhere", "/en/venues"):
        assert view_of(empty.get(address)) == "easy"
    choose(empty, "standard")
    assert view_of(empty.get("/en/venues")) == "standard"


@pytest.mark.parametrize("address", ["/zh/", "/en/venues?kind=museum", "/zh/nowhere"])
def test_the_button_of_each_page_brings_back_to_it(empty: FlaskClient, address: str):
    form = markup.tree(empty.get(address)).find(".//header//form")
    fields = {field.get("name"): field.get("value") for field in form.iter("input")}
    button = form.find("button")
    answer = empty.post(
        form.get("action"), data={**fields, button.get("name"): button.get("value")}
    )
    assert answer.location == address
    assert view_of(empty.get(address)) == "easy"


def test_a_link_can_hand_the_view_to_somebody(empty: FlaskClient):
    first = empty.get("/zh/venues?view=easy")
    assert view_of(first) == "easy"
    assert view_of(empty.get("/zh/about")) == "easy"
    assert view_of(empty.get("/zh/?view=standard")) == "standard"
    assert view_of(empty.get("/zh/about")) == "standard"


def test_leaving_the_view_a_link_gave_stays_on_the_page(empty: FlaskClient):
    back = "/zh/venues?view=easy&kind=museum"
    assert choose(empty, "standard", back).location == "/zh/venues?kind=museum"
    assert choose(empty, "standard", "/zh/venues?review=1").location == "/zh/venues?review=1"


def test_links_of_a_page_do_not_repeat_the_view(empty: FlaskClient):
    root = markup.tree(empty.get("/zh/venues?view=easy&kind=museum"))
    chips = markup.by_id(root, "scenario-chips")
    assert [a for a in markup.addresses(chips) if "view=" in a] == []


def test_an_unknown_view_in_a_link_changes_nothing(empty: FlaskClient):
    answer = empty.get("/zh/?view=large")
    assert (answer.status_code, view_of(answer)) == (200, "standard")
    assert "Set-Cookie" not in answer.headers


def test_an_unknown_view_in_the_form_is_refused(empty: FlaskClient):
    assert choose(empty, "large").status_code == 422
    assert empty.post("/en/preferences").status_code == 422


def test_a_damaged_cookie_is_ignored(empty: FlaskClient):
    empty.set_cookie("view", '"><script>')
    assert view_of(empty.get("/zh/")) == "standard"


def test_the_cookie_is_closed_to_scripts_and_other_sites(empty: FlaskClient):
    cookie = choose(empty).headers["Set-Cookie"]
    parts = [part.strip() for part in cookie.split(";")]
    assert parts[0] == "view=easy"
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000"} <= set(parts)
    assert "Secure" not in parts
    secure = empty.post("/zh/preferences", data=FORM, base_url="https://localhost")
    assert "Secure" in secure.headers["Set-Cookie"]


def test_nothing_else_sets_a_cookie(empty: FlaskClient):
    for address in ("/", "/zh/", "/en/map", "/zh/venues", "/healthz", "/zh/nowhere"):
        assert "Set-Cookie" not in empty.get(address).headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:8001"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_a_form_of_another_site_is_refused(empty: FlaskClient, headers: dict[str, str]):
    answer = choose(empty, **headers)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
    assert view_of(empty.get("/zh/")) == "standard"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_of_ours_is_taken(empty: FlaskClient, headers: dict[str, str]):
    assert choose(empty, **headers).status_code == 303


def test_the_refusal_speaks_the_readers_language(empty: FlaskClient):
    foreign = {"Origin": "https://evil.example"}
    titles = {
        lang: markup.words(
            markup.tree(empty.post(f"/{lang}/preferences", data=FORM, headers=foreign)).find(
                ".//h1"
            )
        )
        for lang in ("zh", "en")
    }
    assert titles == {"zh": "这个请求来自别的网站", "en": "This request came from another site"}


def test_reading_from_another_site_is_fine(empty: FlaskClient):
    assert empty.get("/zh/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example/",
        "/\t/evil.example/",
        "/\n/evil.example",
        "///evil.example/",
        "javascript:alert(1)",
        "evil.example",
        "http:/evil.example",
        "",
    ],
)
def test_the_way_back_never_leaves_the_site(empty: FlaskClient, back: str):
    answer = choose(empty, back=back)
    assert (answer.status_code, answer.location) == (303, "/zh/")


def test_the_way_back_adds_no_header(empty: FlaskClient):
    answer = choose(empty, back="/zh/\r\nX-Added: 1")
    assert "X-Added" not in answer.headers
    assert "\n" not in answer.location


@pytest.mark.parametrize("step", ["1", "2", "3"])
def test_a_text_step_is_kept_like_the_view(empty: FlaskClient, step: str):
    answer = empty.post("/zh/preferences", data={"text": step, "back": "/zh/help"})
    assert (answer.status_code, answer.location) == (303, "/zh/help")
    assert {"HttpOnly", "SameSite=Lax", "Max-Age=31536000"} <= {
        part.strip() for part in answer.headers["Set-Cookie"].split(";")
    }
    for address in ("/zh/", "/en/about", "/zh/nowhere"):
        assert markup.tree(empty.get(address)).get("data-text") == step


def test_a_page_starts_with_the_first_step(empty: FlaskClient):
    assert markup.tree(empty.get("/zh/")).get("data-text") == "1"
    empty.set_cookie("text", "9")
    assert markup.tree(empty.get("/zh/")).get("data-text") == "1"


@pytest.mark.parametrize("address", ["/zh/", "/en/venues?kind=museum", "/zh/nowhere", "/en/help"])
def test_every_easy_page_offers_the_three_steps(empty: FlaskClient, address: str):
    empty.set_cookie("view", "easy")
    buttons = markup.by_id(markup.tree(empty.get(address)), "text-size").iter("button")
    assert [(b.get("value"), b.get("aria-pressed")) for b in buttons] == [
        ("1", "true"),
        ("2", "false"),
        ("3", "false"),
    ]
    empty.set_cookie("view", "standard")
    assert markup.tree(empty.get(address)).find(".//*[@id='text-size']") is None
