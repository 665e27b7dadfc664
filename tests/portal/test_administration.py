"""What administrators do with accounts, and what the site does not let them do."""

from __future__ import annotations

import threading

import pytest

from tests.fixtures import markup
from tests.portal.conftest import Visitor


@pytest.fixture
def admin(desk) -> Visitor:
    """The administrator's browser."""
    return Visitor(desk).be("admin")


def words(answer) -> str:
    return markup.words(markup.by_id(markup.tree(answer), "main"))


def test_the_list_says_who_is_what(admin):
    text = words(admin.open("accounts"))
    for part in ("Other Editor", "Changning, Jing'an", "Invitation open", "Two steps", "Active"):
        assert part in text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"email": "editor@example.org", "role": "reviewer"}, "an account with this address"),
        ({"email": "EDITOR@example.org ", "role": "reviewer"}, "an account with this address"),
        ({"email": "no address", "role": "reviewer"}, "no e-mail address"),
        ({"email": "new@example.org", "role": "editor"}, "at least one district"),
        ({"email": "new@example.org", "role": "editor", "districts": "999999"}, "does not exist"),
    ],
)
def test_an_invitation_is_refused_with_its_reason(admin, form, told):
    answer = admin.send("accounts", **form)
    assert (answer.status_code, told in words(answer)) == (422, True)


def test_role_and_districts_are_changed(admin, desk):
    answer = admin.send("accounts/1", do="post", role="editor", districts=["310105", "310106"])
    assert answer.status_code == 303
    assert "Changning, Jing'an" in words(Visitor(desk).be("editor").open(""))
    told = words(admin.open("audit?action=role-changed"))
    assert "is now: Editor (district office) 310105 310106" in told
    assert "was: Editor (district office) 310101" in told


def test_nothing_is_written_down_where_nothing_changed(admin):
    admin.send("accounts/1", do="post", role="editor", districts=["310101"])
    assert "Nothing of this sort" in words(admin.open("audit?action=role-changed"))


def test_an_editor_who_becomes_a_reviewer_has_no_districts_left(admin, desk):
    admin.send("accounts/1", do="post", role="reviewer", districts=["310101"])
    admin.send("accounts/1", do="post", role="editor", districts=["310105"])
    assert "Huangpu" not in words(Visitor(desk).be("editor").open(""))


@pytest.mark.parametrize("form", [{"do": "deactivate"}, {"do": "post", "role": "reviewer"}])
def test_the_last_administrator_stays(admin, form):
    answer = admin.send("accounts/4", **form)
    assert (answer.status_code, "last administrator" in words(answer)) == (422, True)
    assert admin.open("accounts").status_code == 200


def test_two_administrators_at_once_cannot_remove_each_other(desk_on_each):
    desk = desk_on_each
    Visitor(desk).be("admin").send("accounts/3", do="post", role="admin")
    answers: dict[str, int] = {}

    def remove(who: str, other: int) -> None:
        answer = Visitor(desk).be(who).send(f"accounts/{other}", do="deactivate")
        answers[who] = answer.status_code

    pairs = (("admin", 3), ("reviewer", 4))
    threads = [threading.Thread(target=remove, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk.extensions["database"].read() as connection:
        left = connection.exec_driver_sql(
            "SELECT count(*) FROM accounts WHERE role = 'admin' AND deactivated_at IS NULL"
        ).scalar_one()
    assert left == 1
    assert answers


def test_a_deactivated_account_comes_back_without_its_sessions(admin, desk):
    editor = Visitor(desk).be("editor")
    admin.send("accounts/1", do="deactivate")
    admin.send("accounts/1", do="reactivate")
    assert not editor.is_in()
    assert Visitor(desk).sign_in().status_code == 303


def test_a_deactivated_account_gets_no_link(admin):
    admin.send("accounts/1", do="deactivate")
    answer = admin.send("accounts/1", do="reset")
    assert (answer.status_code, "Reactivate it first" in words(answer)) == (422, True)


def test_an_invitation_is_made_again(admin, desk):
    answer = admin.send("accounts/6", do="reset")
    assert "/en/desk/invitation?key=" in answer.text


def test_a_lost_second_step_is_turned_off(admin, desk):
    assert admin.send("accounts/5", do="second-step-off").status_code == 303
    assert Visitor(desk).sign_in("half").status_code == 303


def test_what_administrators_do_is_written_down(admin):
    admin.send("accounts", email="new@example.org", role="reviewer")
    admin.send("accounts/1", do="reset")
    admin.send("accounts/1", do="deactivate")
    admin.send("accounts/1", do="reactivate")
    admin.send("accounts/5", do="second-step-off")
    rows = [row.split(",")[3] for row in admin.send("audit.csv", who="4").text.splitlines()[1:]]
    helped = ["reset-link-made", "deactivated", "reactivated", "second-step-off"]
    assert rows[-5:] == ["invited", *helped]
