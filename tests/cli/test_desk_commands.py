"""`flask accounts …` and `flask audit verify`."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from webapp.store.tables import audit_entries


@pytest.fixture
def filled(invoke):
    """The command line over a site with districts."""
    assert invoke("content", "sync").exit_code == 0
    return invoke


def test_the_first_administrator_begins_here(invoke, site):
    answer = invoke("accounts", "invite", "Boss@Example.org", "--role", "admin", "--lang", "en")
    assert answer.exit_code == 0, answer.output
    link = re.fullmatch(r"(http\S+)/en/desk/invitation\?key=[\w-]{43}\n", answer.output)
    assert link
    page = site.test_client().get(answer.output.strip().removeprefix(link[1]))
    assert (page.status_code, "boss@example.org" in page.text) == (200, True)
    assert invoke("accounts", "list").output == "boss@example.org\tadmin\tall\tinvited\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a@example.org", "--role", "editor"), "needs at least one --district"),
        (("a@example.org", "--role", "editor", "--district", "1"), "does not exist"),
        (("nobody", "--role", "admin"), "no e-mail address"),
        (("a@example.org", "--role", "king"), "is not one of"),
    ],
)
def test_an_invitation_is_refused_in_one_line(invoke, words, told):
    answer = invoke("accounts", "invite", *words)
    assert answer.exit_code != 0
    assert told in answer.output
    assert "Traceback" not in answer.output
    assert invoke("accounts", "list").output == ""


def test_an_editor_of_two_districts(filled, content):
    written = (content / "districts.yaml").read_text("utf-8")
    codes = re.findall(r"code: [\"']?(\d{6})", written)[:2]
    options = [word for code in codes for word in ("--district", code)]
    answer = filled("accounts", "invite", "e@example.org", "--role", "editor", *options)
    assert answer.exit_code == 0
    line = f"e@example.org\teditor\t{','.join(sorted(codes))}\tinvited\n"
    assert filled("accounts", "list").output == line


def test_a_way_back_in(invoke):
    invoke("accounts", "invite", "boss@example.org", "--role", "admin")
    answer = invoke("accounts", "reset", "boss@example.org", "--second-step-off")
    assert "/zh/desk/invitation?key=" in answer.output
    assert "no such account" in invoke("accounts", "reset", "other@example.org").output


def test_the_trail_is_verified(invoke):
    for name in "abc":
        invoke("accounts", "invite", f"{name}@example.org", "--role", "admin")
    answer = invoke("audit", "verify")
    noted = re.fullmatch(r"3 rows hold; anchor (3:[0-9a-f]{64})\n", answer.output)
    assert noted
    assert invoke("audit", "verify", "--anchor", noted[1]).exit_code == 0
    other = invoke("audit", "verify", "--anchor", f"2:{noted[1][2:]}")
    assert (other.exit_code, "row 2 is not the one noted" in other.output) == (1, True)
    cut_off = invoke("audit", "verify", "--anchor", f"4:{noted[1][2:]}")
    assert (cut_off.exit_code, "row 4 is missing" in cut_off.output) == (1, True)
    assert invoke("audit", "verify", "--anchor", "x").exit_code == 1


def test_a_changed_row_is_named(invoke, database):
    for name in "abc":
        invoke("accounts", "invite", f"{name}@example.org", "--role", "admin")
    with database.write() as connection:
        _drop_guard(connection)
        second = audit_entries.update().where(audit_entries.c.number == 2)
        connection.execute(second.values(district="x"))
    answer = invoke("audit", "verify")
    assert answer.exit_code == 1
    assert "row 2 was changed after it was written; 1 rows hold" in answer.output


def _drop_guard(connection) -> None:
    """Take the triggers away, as somebody with full rights over the database could."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TRIGGER audit_entries_no_update"))
    else:
        connection.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER ALL"))
