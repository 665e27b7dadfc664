"""Signing in and out: one answer to every failure, throttling, a fresh session each time."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from tests.fixtures import markup, staff
from tests.portal.conftest import Visitor, reconfigure
from webapp.services.accounts import passwords
from webapp.services.accounts.work import hash_token
from webapp.store.tables import audit_entries, desk_sessions, sign_in_tries

REFUSED = "E-mail or password is wrong, or the account is not in use"


def words(answer) -> str:
    return markup.words(markup.by_id(markup.tree(answer), "main"))


def rows(app, table) -> list:
    with app.extensions["database"].read() as connection:
        return connection.execute(select(table)).all()


def test_signing_in_leads_to_the_desk(desk_on_each):
    visitor = Visitor(desk_on_each)
    answer = visitor.sign_in()
    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/desk/")
    assert visitor.is_in()
    assert rows(desk_on_each, audit_entries)[-1].action == "signed-in"


def test_signing_in_leads_on_to_the_page_asked_for(visitor):
    sent = visitor.open("audit?action=signed-in")
    assert (sent.status_code, visitor.is_in()) == (303, False)
    page = visitor.client.get(sent.headers["Location"])
    on = markup.tree(page).find(".//input[@name='next']").get("value")
    answer = visitor.send("sign-in", email="editor@example.org", password=staff.PASSWORD, next=on)
    assert answer.headers["Location"] == "/en/desk/audit?action=signed-in"


@pytest.mark.parametrize(
    "leading",
    [
        "https://evil.example/",
        "//evil.example/en/desk/",
        "/en/venues",
        "/\\evil.example",
        "/en/desk/../venues",
        "/en/desk//evil.example",
        "javascript:alert(1)",
    ],
)
def test_signing_in_leads_nowhere_else(visitor, leading):
    given = {"email": "editor@example.org", "password": staff.PASSWORD, "next": leading}
    assert visitor.send("sign-in", **given).headers["Location"] == "/en/desk/"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("editor@example.org", "not the password at all"),
        ("nobody@example.org", staff.PASSWORD),
        ("invited@example.org", staff.PASSWORD),
        ("no address", staff.PASSWORD),
        ("", ""),
        ("editor@example.org", staff.PASSWORD + " "),
        ("editor@example.org", staff.PASSWORD.upper()),
        ("a\x00b@example.org", "\x00"),
        ("editor@example.org", "x" * 20_000),
    ],
)
def test_every_failure_has_the_same_answer(visitor, email, password):
    answer = visitor.send("sign-in", email=email, password=password)
    assert answer.status_code == 422
    assert REFUSED in words(answer)
    assert not visitor.is_in()


def test_a_deactivated_account_is_refused_alike_and_its_session_ends(desk, visitor):
    assert visitor.sign_in().status_code == 303
    admin = Visitor(desk).be("admin")
    admin.send("accounts/1", do="deactivate")
    assert not visitor.is_in()
    assert REFUSED in words(Visitor(desk, "192.0.2.9").sign_in())


def test_the_same_work_is_done_for_no_account(monkeypatch, visitor):
    compared = []
    verify = passwords._HASHER.__class__.verify
    monkeypatch.setattr(
        passwords._HASHER.__class__,
        "verify",
        lambda self, kept, given: compared.append(kept) or verify(self, kept, given),
    )
    for email in ("editor@example.org", "nobody@example.org", "invited@example.org"):
        visitor.send("sign-in", email=email, password="wrong wrong wrong")
    assert len(compared) == 3
    assert all(kept.startswith("$argon2id$") for kept in compared)


def test_the_sixth_try_has_to_wait_even_with_the_right_password(clock, desk_on_each):
    visitor = Visitor(desk_on_each)
    for _ in range(5):
        assert visitor.sign_in(password="wrong wrong wrong").status_code == 422
    answer = visitor.sign_in()
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "900")
    assert "Wait 15 minutes" in words(answer)
    clock.pass_by(minutes=15)
    assert visitor.sign_in().status_code == 303


def test_an_unknown_account_is_throttled_alike(visitor):
    answers = [visitor.sign_in("nobody").status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]


def test_trying_elsewhere_does_not_shut_the_owner_out(desk):
    thief = Visitor(desk, "203.0.113.5")
    for _ in range(6):
        thief.sign_in(password="wrong wrong wrong")
    assert Visitor(desk, "192.0.2.7").sign_in().status_code == 303


def test_many_addresses_together_are_throttled_too(desk):
    codes = [
        Visitor(desk, f"203.0.113.{n}").sign_in(password="wrong wrong wrong").status_code
        for n in range(21)
    ]
    assert codes == [422] * 20 + [429]


def test_one_address_cannot_try_many_accounts(desk):
    visitor = Visitor(desk, "2001:db8::1")
    codes = [visitor.sign_in(f"nobody{n}").status_code for n in range(60)]
    neighbour = Visitor(desk, "2001:db8::ffff").sign_in()
    assert set(codes) == {422}
    assert neighbour.status_code == 429


def test_success_forgets_the_tries_of_the_account(desk, visitor):
    for _ in range(3):
        for _ in range(4):
            visitor.sign_in(password="wrong wrong wrong")
        assert visitor.sign_in().status_code == 303
        visitor.send("sign-out")
    assert all("example" not in row.key for row in rows(desk, sign_in_tries))


def test_every_step_of_signing_in_gives_a_new_session(desk, visitor):
    visitor.open("sign-in")
    before = visitor.token
    visitor.sign_in()
    first = visitor.token
    visitor.sign_in()
    second = visitor.token
    assert len({before, first, second}) == 3
    assert hash_token(first) not in {row.id_hash for row in rows(desk, desk_sessions)}


def test_a_planted_id_never_becomes_a_session(visitor):
    """Session fixation: what stood in the browser before opens nothing afterwards."""
    visitor.client.set_cookie(staff.COOKIE, "planted-by-somebody")
    assert visitor.sign_in().status_code == 303
    assert visitor.token != "planted-by-somebody"
    other = Visitor(visitor.client.application)
    other.client.set_cookie(staff.COOKIE, "planted-by-somebody")
    assert not other.is_in()


def test_only_a_hash_of_the_id_is_kept(desk, visitor):
    visitor.sign_in()
    assert visitor.token not in str(rows(desk, desk_sessions))


def test_signing_out_ends_the_session_on_the_server(visitor):
    visitor.sign_in()
    kept = visitor.token
    answer = visitor.send("sign-out")
    assert "signed-out" in answer.headers["Location"]
    visitor.client.set_cookie(staff.COOKIE, kept)
    assert not visitor.is_in()


def test_the_cookie_is_for_this_host_only_and_hidden_from_scripts(desk):
    sent = Visitor(desk).sign_in().headers["Set-Cookie"]
    assert sent.startswith("desk=")
    for part in ("HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in sent
    for part in ("Secure", "Domain", "Expires"):
        assert part not in sent


def test_over_https_the_cookie_never_travels_in_the_clear(desk):
    reconfigure(desk, base_url="https://scenes.example")
    sent = desk.test_client().get("/en/desk/sign-in").headers["Set-Cookie"]
    assert sent.startswith("__Host-desk=")
    assert "; Secure" in sent


def test_asking_for_the_head_of_a_page_changes_nothing(desk, visitor):
    """A view that took every method but GET for a form would act without its token."""
    given = {"email": "editor@example.org", "password": staff.PASSWORD}
    answer = visitor.client.head("/en/desk/sign-in", data=given)
    assert answer.status_code == 200
    assert not visitor.is_in()


def test_an_old_hash_is_renewed_at_sign_in(desk, visitor, monkeypatch):
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher())
    visitor.sign_in()
    with desk.extensions["database"].read() as connection:
        kept = connection.exec_driver_sql(
            "SELECT password_hash FROM accounts WHERE email = 'editor@example.org'"
        ).scalar_one()
    assert "m=65536,t=3,p=4" in kept
    assert visitor.sign_in().status_code == 303


def test_failures_are_written_down_without_what_was_typed(desk, visitor):
    visitor.send("sign-in", email="my secret password", password="x")
    visitor.sign_in(password="wrong wrong wrong")
    unknown, known = rows(desk, audit_entries)[-2:]
    assert (unknown.action, unknown.subject_id) == ("sign-in-failed", None)
    assert (known.action, known.subject_id, known.account_id) == ("sign-in-failed", 1, None)
    assert "secret" not in str(rows(desk, audit_entries))
    assert known.address == "192.0.2.7"
