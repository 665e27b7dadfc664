"""Who may call which address of the desk: all of them, for every role, as declared.

`DECLARED` is the declaration in words of addresses; a new address of the desk must join it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.fixtures import markup, staff
from tests.portal.conftest import SECRET, Visitor, reconfigure
from webapp.access import PUBLIC
from webapp.domain.accounts import Permission, SecondStep
from webapp.domain.audit import Action, Actor, Deed
from webapp.services.accounts.work import keyed
from webapp.store import audit

EVERYBODY = {"nobody", "half", "editor", "other-editor", "reviewer", "admin"}
STAFF = {"editor", "other-editor", "reviewer", "admin"}
DECLARED: dict[str, set[str]] = {
    "GET sign-in": EVERYBODY,
    "POST sign-in": EVERYBODY,
    "GET sign-in/code": EVERYBODY,
    "POST sign-in/code": EVERYBODY,
    "GET forgotten": EVERYBODY,
    "POST forgotten": EVERYBODY,
    "GET invitation": EVERYBODY,
    "POST invitation": EVERYBODY,
    "GET new-password": EVERYBODY,
    "POST new-password": EVERYBODY,
    "GET ": STAFF,
    "POST sign-out": STAFF,
    "GET session": STAFF,
    "POST session": STAFF,
    "GET account": STAFF,
    "POST account/password": STAFF,
    "GET account/second-step": STAFF,
    "POST account/second-step": STAFF,
    "POST account/sessions": STAFF,
    "POST account/sessions/<handle>": STAFF,
    "GET accounts": {"admin"},
    "POST accounts": {"admin"},
    "GET accounts/<number>": {"admin"},
    "POST accounts/<number>": {"admin"},
    "GET audit": STAFF,
    "POST audit.csv": STAFF,
}
"""Method and address below `/<lang>/desk/` → who gets past the door."""


def addresses(app) -> set[str]:
    """Every method and address of the desk that there is."""
    found = set()
    for rule in app.url_map.iter_rules():
        below = rule.rule.partition("/desk/")
        if below[1]:
            path = re.sub(r"<int[^:]*:", "<", below[2])
            found |= {f"{m} {path}" for m in rule.methods - {"HEAD", "OPTIONS"}}
    return found


def test_every_address_is_declared_here(empty_app):
    assert addresses(empty_app) == set(DECLARED)


def test_every_view_of_the_desk_declares_its_permission(empty_app):
    views = {n: v for n, v in empty_app.view_functions.items() if n.startswith("portal.")}
    assert {n for n, v in views.items() if not isinstance(v.access, Permission | str)} == set()
    public = {n.removeprefix("portal.") for n, v in views.items() if v.access == PUBLIC}
    assert public == {"sign_in", "code", "forgotten", "invitation", "new_password"}


def test_nothing_outside_the_desk_takes_part_in_it(empty_app):
    outside = [v for n, v in empty_app.view_functions.items() if not n.startswith("portal.")]
    assert {view.access for view in outside} == {PUBLIC}


def call(visitor: Visitor, declared: str, lang: str = "en"):
    method, path = declared.split(" ", 1)
    path = re.sub(r"<number>", "2", re.sub(r"<handle>", "other-editor-here", path))
    form = {"form_token": keyed(SECRET, "form", visitor.token).hex()} if visitor.token else {}
    return visitor.client.open(f"/{lang}/desk/{path}", method=method, data=form or None)


def outcome(answer) -> str:
    """`in`, `out` (asked to sign in) or `role` (signed in, but not for this)."""
    text = answer.text if answer.mimetype == "text/html" else ""
    if "/desk/sign-in" in answer.headers.get("Location", "") and "done=" not in answer.location:
        return "out"
    if answer.status_code == 401:
        return "out"
    return "role" if answer.status_code == 403 and "Not for your role" in text else "in"


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_the_matrix(desk, who):
    found, expected = {}, {}
    for declared, admitted in DECLARED.items():
        visitor = Visitor(desk)
        if who != "nobody":
            visitor.be(who)
        else:
            visitor.open("sign-in")
        found[declared] = outcome(call(visitor, declared))
        refused = "role" if who in STAFF else "out"
        expected[declared] = "in" if who in admitted else refused
        _plant_again(desk)
    for_nobody = {"GET sign-in/code": "out", "POST sign-in/code": "out"} if who != "half" else {}
    assert found == expected | for_nobody


def _plant_again(app) -> None:
    """Bring back sessions that a call has ended."""
    with app.extensions["database"].write() as connection:
        kept = connection.exec_driver_sql("SELECT handle FROM desk_sessions").scalars().all()
    if len(kept) < len(staff.PEOPLE):
        staff.plant_sessions(app.extensions["database"])


def test_what_exists_cannot_be_told_from_what_does_not(desk):
    """An editor learns nothing about accounts by their numbers, a reviewer neither."""
    for who in ("editor", "reviewer"):
        visitor = Visitor(desk).be(who)
        pages = [visitor.open(f"accounts/{number}") for number in (1, 2, 99_999)]
        assert [page.status_code for page in pages] == [403] * 3
        texts = [markup.words(markup.by_id(markup.tree(page), "main")) for page in pages]
        assert len(set(texts)) == 1


def test_an_unknown_account_is_a_page_that_does_not_exist(desk):
    admin = Visitor(desk).be("admin")
    for number in ("99999", "0", "99999999999999999999", "-1", "x", "1.0"):
        assert admin.open(f"accounts/{number}").status_code == 404
        assert admin.send(f"accounts/{number}", do="deactivate").status_code in (404, 405)


def test_who_somebody_else_is_cannot_be_asked_of_the_trail(desk):
    """For an editor a colleague's number and one nobody has are the same."""
    editor = Visitor(desk).be("editor")
    answers = [editor.open(f"audit?who={number}").status_code for number in (1, 2, 99_999)]
    assert answers == [200, 404, 404]


@pytest.mark.parametrize(
    ("who", "own", "foreign"),
    [
        ("editor", True, False),
        ("other-editor", False, True),
        ("reviewer", True, True),
        ("admin", True, True),
    ],
)
def test_the_trail_of_own_and_foreign_districts(desk, who, own, foreign):
    _note(desk, "310101", "192.0.2.101")
    _note(desk, "310105", "192.0.2.105")
    visitor = Visitor(desk).be(who)
    for answer in (visitor.open("audit"), visitor.send("audit.csv")):
        assert ("192.0.2.101" in answer.text) is own
        assert ("192.0.2.105" in answer.text) is foreign


def _note(app, district: str, address: str) -> None:
    with app.extensions["database"].write() as connection:
        deed = Deed(Action.EXPORTED, None, district)
        audit.append(connection, Actor(None, address), deed, datetime.now(UTC))


def test_a_role_taken_away_is_gone_at_once(desk):
    admin, reviewer = Visitor(desk).be("admin"), Visitor(desk).be("reviewer")
    assert reviewer.open("accounts").status_code == 403
    admin.send("accounts/3", do="post", role="admin")
    assert reviewer.open("accounts").status_code == 200
    admin.send("accounts/3", do="post", role="editor", districts=["310101"])
    assert reviewer.open("accounts").status_code == 403


def test_who_must_set_up_the_second_step_can_do_nothing_else(desk):
    reconfigure(desk, second_step=SecondStep.REVIEWERS)
    admin = Visitor(desk).be("admin")
    for declared in DECLARED:
        if "accounts" in declared or "audit" in declared or declared == "GET ":
            answer = call(admin, declared)
            assert (answer.status_code, answer.location) == (303, "/en/desk/account/second-step")
    assert admin.open("account").status_code == 200
    assert Visitor(desk).be("editor").is_in()


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_are_refused(desk, method):
    admin = Visitor(desk).be("admin")
    assert admin.client.open("/en/desk/accounts", method=method).status_code == 405


def test_in_both_languages_alike(desk):
    for lang in ("zh", "en"):
        assert outcome(call(Visitor(desk).be("admin"), "GET accounts", lang)) == "in"
        assert call(Visitor(desk).be("editor"), "GET accounts", lang).status_code == 403
