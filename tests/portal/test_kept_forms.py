"""A form sent after the session ended loses nothing but its secrets."""

from __future__ import annotations

import json

from tests.fixtures import markup, staff
from tests.portal.conftest import Visitor

INVITATION = {"email": "new@example.org", "role": "editor", "districts": ["310101", "310105"]}


def field(page, name: str) -> str:
    found = markup.tree(page).find(f".//input[@name='{name}']")
    return "" if found is None else found.get("value")


def fields_of(page) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for each in markup.tree(page).findall(".//main//input"):
        given.setdefault(each.get("name"), []).append(each.get("value"))
    return given


def test_what_was_typed_goes_on_after_signing_in(clock, desk, visitor):
    visitor.sign_in("admin")
    clock.pass_by(hours=2)
    stopped = visitor.send("accounts", **INVITATION)
    assert stopped.status_code == 401
    assert "What you typed is kept" in stopped.text
    credentials = {"email": "admin@example.org", "password": staff.PASSWORD}
    shown = visitor.send("sign-in", **credentials, kept=field(stopped, "kept"))
    assert shown.status_code == 200
    assert "new@example.org" in markup.words(markup.by_id(markup.tree(shown), "main"))
    form = markup.tree(shown).findall(".//main//form")[-1]
    assert form.get("action") == "/en/desk/accounts?"[:-1]
    given = fields_of(shown)
    done = visitor.client.post(form.get("action"), data=given)
    assert done.status_code == 200
    assert "/en/desk/invitation?key=" in done.text
    assert given["districts"] == ["310101", "310105"]


def test_it_is_kept_over_a_mistyped_password(clock, visitor):
    visitor.sign_in("admin")
    clock.pass_by(hours=2)
    stopped = visitor.send("accounts", **INVITATION)
    again = visitor.send(
        "sign-in", email="admin@example.org", password="wrong", kept=field(stopped, "kept")
    )
    assert again.status_code == 422
    assert json.loads(field(again, "kept")) == json.loads(field(stopped, "kept"))


def test_passwords_and_codes_are_never_kept(clock, visitor):
    visitor.sign_in()
    clock.pass_by(hours=2)
    given = {"old_password": staff.PASSWORD, "password": "a new one with words", "code": "123456"}
    stopped = visitor.send("account/password", **given)
    assert stopped.status_code == 401
    assert field(stopped, "kept") == ""
    assert not any(value in stopped.text for value in given.values())


def test_a_kept_form_leads_nowhere_but_the_desk(visitor):
    kept = json.dumps({"to": "https://evil.example/", "fields": [["a", "b"]]})
    credentials = {"email": "editor@example.org", "password": staff.PASSWORD}
    assert visitor.send("sign-in", **credentials, kept=kept).status_code == 303


def test_a_damaged_one_is_dropped(visitor):
    credentials = {"email": "editor@example.org", "password": staff.PASSWORD}
    damaged = ("{", "[]", "{}", '{"to": "/en/desk/", "fields": 3}', '{"fields": []}', "x" * 60_000)
    for kept in damaged:
        answer = visitor.send("sign-in", **credentials, kept=kept)
        assert answer.status_code == 303


def test_markup_in_it_stays_text(clock, visitor):
    visitor.sign_in("admin")
    clock.pass_by(hours=2)
    stopped = visitor.send("accounts", email='"><script>alert(1)</script>', role="editor")
    assert "<script>alert" not in stopped.text


def test_a_stranger_s_form_is_not_kept(clock, visitor):
    """Without the browser's token nothing is carried along: another site may have written it."""
    visitor.sign_in("admin")
    clock.pass_by(hours=2)
    answer = visitor.client.post("/en/desk/accounts", data=INVITATION)
    assert answer.status_code == 403
    assert "new@example.org" not in answer.text


def test_it_is_kept_over_the_second_step_too(clock, desk):
    half = Visitor(desk).be("half")
    kept = json.dumps({"to": "/en/desk/accounts", "fields": [["email", "new@example.org"]]})
    page = half.send("sign-in/code", code="000000", kept=kept)
    assert page.status_code == 422
    assert json.loads(field(page, "kept"))["fields"] == [["email", "new@example.org"]]
