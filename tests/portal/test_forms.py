"""Forms, headers and text that comes in: what other sites and hostile input cannot do."""

from __future__ import annotations

import pytest

from tests.fixtures import markup, staff
from tests.fixtures.page_kinds import DESK_KINDS, SIGNED_IN
from tests.portal.conftest import Visitor


@pytest.mark.parametrize("token", ["", "0" * 64, "ü", None])
def test_a_form_without_its_token_changes_nothing(desk, token):
    admin = Visitor(desk).be("admin")
    form = {"do": "deactivate"} | ({} if token is None else {"form_token": token})
    answer = admin.client.post("/en/desk/accounts/1", data=form)
    assert answer.status_code == 403
    assert "out of date" in answer.text
    assert Visitor(desk).be("editor").is_in()


def test_another_browser_s_token_does_not_do(desk, visitor):
    visitor.open("sign-in")
    page = visitor.open("sign-in")
    token = markup.tree(page).find(".//input[@name='form_token']").get("value")
    admin = Visitor(desk).be("admin")
    answer = admin.client.post(
        "/en/desk/accounts/1", data={"do": "deactivate", "form_token": token}
    )
    assert answer.status_code == 403


def test_the_sign_in_form_has_a_token_too(visitor):
    given = {"email": "editor@example.org", "password": staff.PASSWORD}
    assert visitor.client.post("/en/desk/sign-in", data=given).status_code == 403
    assert not visitor.is_in()


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}],
)
def test_a_form_from_another_site_is_refused_even_with_a_token(visitor, headers):
    page = visitor.open("sign-in")
    token = markup.tree(page).find(".//input[@name='form_token']").get("value")
    given = {"email": "editor@example.org", "password": staff.PASSWORD, "form_token": token}
    answer = visitor.client.post("/en/desk/sign-in", data=given, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("kind", DESK_KINDS)
def test_no_page_of_the_desk_is_kept_or_told_elsewhere(desk, kind):
    visitor = Visitor(desk)
    if kind in SIGNED_IN:
        visitor.be(SIGNED_IN[kind])
    answer = visitor.client.get(f"/en{DESK_KINDS[kind]}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "ETag" not in answer.headers
    forms = markup.tree(answer).findall(".//main//form[@method='post']")
    assert all(form.find(".//input[@name='form_token']") is not None for form in forms)


@pytest.mark.parametrize("path", ["", "no-such-page", "accounts", "audit?page=x", "account"])
def test_neither_are_refusals(desk, path):
    for visitor in (Visitor(desk), Visitor(desk).be("editor")):
        answer = visitor.open(path)
        assert answer.headers["Cache-Control"] == "no-store"


def test_public_pages_set_no_cookie_of_the_desk(client):
    answer = client.get("/en/about")
    assert "desk" not in answer.headers.get("Set-Cookie", "")


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=x",
        "page=99999999999",
        "action=no-such",
        "since=2026-13-01",
        "since=0001-01-01",
        "until=9999-12-31",
        "since=%00",
        "who=%F0%9F%98%80",
    ],
)
def test_bad_filters_are_the_sender_s_fault(desk, query):
    answer = Visitor(desk).be("admin").open(f"audit?{query}")
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("accounts", {"email": "a@example.org", "role": "king"}),
        ("accounts", {"email": "a@example.org"}),
        ("accounts/1", {"do": "no-such"}),
        ("accounts/1", {}),
        ("account/second-step", {"do": "no-such"}),
        ("account/second-step", {"do": "on", "password": staff.PASSWORD, "salt": "../x"}),
    ],
)
def test_forms_made_by_hand_are_the_sender_s_fault(desk, path, form):
    answer = Visitor(desk).be("admin").send(path, **form)
    assert answer.status_code == 422


def test_too_large_a_form_is_refused(visitor):
    assert visitor.send("sign-in", email="x" * 70_000, password="x").status_code == 413


def test_names_are_text_wherever_they_stand(desk):
    visitor = Visitor(desk)
    name = "<b onmouseover=alert(1)>'\"{{7*7}}\x00\u202e"
    given = {"key": staff.INVITATION, "name": name, "password": "some plain words together"}
    assert visitor.send("invitation", **given).status_code == 303
    page = Visitor(desk).be("admin").open("accounts").text
    assert "<b onmouseover" not in page
    assert "&lt;b onmouseover=alert(1)&gt;" in page
    assert "{{7*7}}" in page
    assert "\x00" not in page
    assert "\u202e" not in page
