"""Error pages: what happened and what to do next, in the reader's language."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.fixtures import markup
from tests.fixtures.app import MakeApp
from webapp import errors
from webapp.domain import faults
from webapp.store import tables

LANGUAGES = ("zh", "en")
ID = re.compile(r"[0-9a-f]{32}")


def title_of(answer) -> str:
    return markup.words(markup.tree(answer).find(".//h1"))


def break_view(app: Flask, endpoint: str = "pages.about") -> FlaskClient:
    """A visitor of a site whose view raises something nobody expected."""

    def crash(**_values: str) -> str:
        raise RuntimeError("secret detail")

    crash.access = "public"
    app.view_functions[endpoint] = crash
    return app.test_client()


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("nowhere", ("没有这个页面", "No such page")),
        ("venues/no-such-place", ("没有这个页面", "No such page")),
        ("areas/no-such-area", ("没有这个页面", "No such page")),
        ("districts/999999", ("没有这个页面", "No such page")),
        ("stations/no-such-station", ("没有这个页面", "No such page")),
        ("venues?page=2", ("没有这个页面", "No such page")),
        ("venues?sort=price", ("没能读懂这个值", "We could not read that")),
        ("preferences", ("这里不能这样操作", "This does not work here")),
    ],
)
def test_each_refusal_says_what_happened(empty: FlaskClient, path: str, titles: tuple[str, str]):
    for lang, title in zip(LANGUAGES, titles, strict=True):
        assert title_of(empty.get(f"/{lang}/{path}")) == title


@pytest.mark.parametrize(
    ("path", "status"), [("nowhere", 404), ("venues?sort=price", 422), ("preferences", 405)]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_refusal_says_what_to_do_next(empty: FlaskClient, lang: str, path: str, status: int):
    answer = empty.get(f"/{lang}/{path}")
    assert answer.status_code == status
    main = markup.tree(answer).find(".//main")
    assert markup.words(main.find(".//p[@class='muted num']")) == str(status)
    assert len(markup.words(main.find(".//p[@class='lead']"))) > 10
    assert markup.addresses(main)[:2] == [f"/{lang}/", f"/{lang}/venues"]


def test_a_forbidden_method_names_the_allowed_ones(empty: FlaskClient):
    answer = empty.get("/en/preferences")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert "GET" in empty.post("/en/venues").headers["Allow"]


def test_a_head_request_gets_the_status_without_a_page(empty: FlaskClient):
    answer = empty.head("/en/nowhere")
    assert (answer.status_code, answer.data) == (404, b"")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_withdrawn_place_says_so(make_app: MakeApp, lang: str):
    app = make_app()
    with app.extensions["database"].write() as connection:
        gone = update(tables.venues).where(tables.venues.c.slug == "shanghai-museum")
        connection.execute(gone.values(status="gone", hours_id=None, hours_basis=None))
    for path in ("venues/shanghai-museum", "venues/shanghai-museum/card"):
        answer = app.test_client().get(f"/{lang}/{path}")
        assert answer.status_code == 410
        assert title_of(answer) == {"zh": "已不在目录里", "en": "No longer listed"}[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_value_is_named_and_repeated(empty: FlaskClient, lang: str):
    answer = empty.get(f"/{lang}/venues?kind=%3Cb%3Ecastle")
    notice = markup.words(markup.with_class(markup.tree(answer), "notice--bad")[0])
    assert "<b>castle" in notice
    assert "kind" in notice
    assert "<b>castle" not in answer.text


def test_a_long_bad_value_is_cut(empty: FlaskClient):
    answer = empty.get(f"/en/venues?kind={'x' * 3000}")
    notice = markup.words(markup.with_class(markup.tree(answer), "notice--bad")[0])
    assert "x" * 60 in notice
    assert "x" * 61 not in notice


def test_every_refusal_of_the_domain_has_a_status():
    """A fault that is not in the table would be shown as our own mistake."""
    refusals = [faults.Fault]
    for kind in refusals:
        refusals.extend(kind.__subclasses__())
    bases = {faults.Fault, faults.Missing}
    inner = {faults.HoursUnreadable}
    named = {kind for kind in refusals if kind.__module__ == faults.__name__}
    assert named - bases - inner - set(errors.STATUS) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_crash_shows_an_id_and_no_detail(make_empty_app, lang: str):
    answer = break_view(make_empty_app()).get(f"/{lang}/about")
    assert answer.status_code == 500
    assert title_of(answer) == {"zh": "我们这边出错了", "en": "Something broke on our side"}[lang]
    (shown,) = (markup.words(each) for each in markup.tree(answer).findall(".//main//code"))
    assert ID.fullmatch(shown)
    assert answer.headers["X-Request-Id"] == shown
    assert "secret detail" not in answer.text
    assert "RuntimeError" not in answer.text


def test_a_refusal_shows_no_id(empty: FlaskClient):
    answer = empty.get("/en/nowhere")
    assert answer.headers["X-Request-Id"] not in answer.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_when_even_the_error_page_breaks_there_is_a_last_page(make_empty_app, lang: str):
    app = make_empty_app()
    client = break_view(app)
    client.checks_pages = False  # the last page has no frame to check
    app.jinja_env.globals["static_url"] = None
    answer = client.get(f"/{lang}/about")
    assert answer.status_code == 500
    root = markup.tree(answer)
    assert root.get("lang") == {"zh": "zh-Hans", "en": "en"}[lang]
    assert markup.words(root.find(".//h1")) == markup.words(root.find(".//title"))
    assert (
        markup.words(root.find(".//h1"))
        == {
            "zh": "我们这边出错了",
            "en": "Something broke on our side",
        }[lang]
    )
    assert markup.addresses(root) == [f"/{lang}/"]
    assert answer.headers["X-Request-Id"] in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_view_that_says_nothing_of_permissions_is_refused(make_empty_app):
    app = make_empty_app()
    app.add_url_rule("/<any(zh, en):lang>/secret", "secret", lambda: "everything")
    answer = app.test_client().get("/en/secret")
    assert answer.status_code == 500
    assert "everything" not in answer.text
