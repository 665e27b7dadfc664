"""One-time links: invitations and new passwords, by hand and by mail."""

from __future__ import annotations

import re

import pytest

from tests.fixtures import mail_server, markup, staff
from tests.portal.conftest import Visitor, reconfigure
from webapp.services.mail import Letter, Mailer

NEW = "some plain words together"
LINK = re.compile(r"http://localhost/(?:zh|en)/desk/([a-z-]+)\?key=([\w-]+)")


@pytest.fixture
def admin(desk) -> Visitor:
    """The administrator's browser."""
    return Visitor(desk).be("admin")


def link_in(text: str) -> tuple[str, str]:
    """Where a link leads, and its token."""
    found = LINK.search(text)
    assert found, text
    return found[1], found[2]


def invite(admin: Visitor, **changes: object) -> str:
    given = {"email": "New.Person@Example.org", "role": "editor", "districts": ["310101"]}
    given |= changes
    answer = admin.send("accounts", **given)
    assert answer.status_code == 200, answer.text
    return link_in(answer.text)[1]


def test_an_invitation_makes_an_account(desk_on_each):
    key = invite(Visitor(desk_on_each).be("admin"))
    guest = Visitor(desk_on_each)
    page = guest.open(f"invitation?key={key}")
    assert "new.person@example.org" in page.text
    assert guest.send("invitation", key=key, name="Wang Fang", password=NEW).status_code == 303
    assert guest.sign_in("new.person", NEW).status_code == 303
    home = markup.words(markup.by_id(markup.tree(guest.open("")), "main"))
    assert "Welcome, Wang Fang. Editor (district office): Huangpu" in home


def test_an_invitation_works_once(admin, desk):
    key = invite(admin)
    guest = Visitor(desk)
    guest.send("invitation", key=key, name="Wang Fang", password=NEW)
    for again in (guest.open(f"invitation?key={key}"), guest.send("invitation", key=key)):
        assert again.status_code == 410


def test_an_invitation_ends_after_a_week(admin, clock, desk):
    key = invite(admin)
    clock.pass_by(days=6, hours=23)
    assert Visitor(desk).open(f"invitation?key={key}").status_code == 200
    clock.pass_by(hours=1)
    assert Visitor(desk).open(f"invitation?key={key}").status_code == 410


def test_a_new_invitation_makes_the_old_one_useless(admin, desk):
    first, second = invite(admin), invite(admin, role="reviewer", districts=[])
    assert Visitor(desk).open(f"invitation?key={first}").status_code == 410
    page = Visitor(desk).open(f"invitation?key={second}")
    assert "Reviewer (city)" in page.text


@pytest.mark.parametrize(
    "key", ["", "no-such", "x" * 5000, staff.RESET, "only-for-tests-editor", "\u4e2d", "%00"]
)
def test_every_link_that_does_not_work_has_the_same_answer(visitor, key):
    answer = visitor.open("invitation", query_string={"key": key})
    assert answer.status_code == 410
    assert "Ask your administrator for another" in answer.text


def test_a_link_is_for_one_purpose(visitor):
    assert visitor.open(f"new-password?key={staff.INVITATION}").status_code == 410
    assert visitor.open(f"new-password?key={staff.RESET}").status_code == 200


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [
        ("", NEW, "Write your name"),
        ("Wang Fang", "short", "at least 12"),
        ("Wang Fang Xin", "wangfangxin!!", "your name or e-mail"),
    ],
)
def test_what_is_wrong_is_told_and_the_link_still_works(visitor, name, password, told):
    given = {"key": staff.INVITATION, "name": name, "password": password}
    answer = visitor.send("invitation", **given)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert visitor.open(f"invitation?key={staff.INVITATION}").status_code == 200


def test_a_link_sets_a_new_password_and_ends_all_sessions(desk):
    owner, visitor = Visitor(desk).be("other-editor"), Visitor(desk)
    assert owner.is_in()
    assert visitor.send("new-password", key=staff.RESET, password=NEW).status_code == 303
    assert not owner.is_in()
    assert visitor.sign_in("other-editor").status_code == 422
    assert visitor.sign_in("other-editor", NEW).status_code == 303


def test_a_reset_does_not_get_around_the_second_step(admin, desk):
    key = link_in(admin.send("accounts/5", do="reset").text)[1]
    visitor = Visitor(desk)
    assert visitor.send("new-password", key=key, password=NEW).status_code == 303
    answer = visitor.sign_in("half", NEW)
    assert "Six digits" in answer.text
    assert not visitor.is_in()


def test_a_deactivated_account_s_links_are_useless(admin, desk):
    admin.send("accounts/2", do="deactivate")
    assert Visitor(desk).open(f"new-password?key={staff.RESET}").status_code == 410


def test_without_mail_one_is_sent_to_the_administrator(visitor):
    assert "Ask your administrator" in visitor.open("forgotten").text
    answer = visitor.send("forgotten", email="editor@example.org")
    assert "Ask your administrator" in answer.text


def test_with_mail_a_link_comes_in_both_languages(desk, visitor):
    with mail_server.running() as server:
        reconfigure(desk, mail_url=server.url, mail_from="desk@example.org")
        assert "is on its way" in visitor.send("forgotten", email="Editor@example.org").text
        letter = server.wait()
        assert (letter["To"], letter["From"]) == ("editor@example.org", "desk@example.org")
        text = letter.get_content()
        assert "/zh/desk/new-password?key=" in text
        assert "请在这里设置新密码" in text
        assert "Choose one here" in text
        _, key = link_in(text)
        assert visitor.send("new-password", key=key, password=NEW).status_code == 303
        assert "was changed" in server.wait().get_content()
    assert visitor.sign_in(password=NEW).status_code == 303


def test_a_mailed_link_holds_for_an_hour(clock, desk, visitor):
    with mail_server.running() as server:
        reconfigure(desk, mail_url=server.url)
        visitor.send("forgotten", email="editor@example.org")
        _, key = link_in(server.wait().get_content())
    clock.pass_by(hours=1)
    assert visitor.open(f"new-password?key={key}").status_code == 410


def test_asking_for_mail_tells_nobody_who_has_an_account(desk):
    with mail_server.running() as server:
        reconfigure(desk, mail_url=server.url)
        asked = ["editor@example.org", "nobody@example.org", "invited@example.org", "no address"]
        answers = {name: Visitor(desk).send("forgotten", email=name) for name in asked}
        assert {answer.status_code for answer in answers.values()} == {200}
        pages = [markup.by_id(markup.tree(answer), "main") for answer in answers.values()]
        assert len({markup.words(page) for page in pages}) == 1
        server.wait()
        assert [letter["To"] for letter in server.letters] == ["editor@example.org"]


def test_asking_for_mail_is_throttled(desk, visitor):
    with mail_server.running() as server:
        reconfigure(desk, mail_url=server.url)
        sent = [visitor.send("forgotten", email="nobody@example.org") for _ in range(6)]
        codes = [answer.status_code for answer in sent]
    assert codes == [200] * 5 + [429]


def test_asking_for_mail_does_not_shut_the_owner_out(desk, visitor):
    with mail_server.running() as server:
        reconfigure(desk, mail_url=server.url)
        for _ in range(6):
            visitor.send("forgotten", email="editor@example.org")
    assert visitor.sign_in().status_code == 303


def test_mail_that_cannot_be_sent_stops_nobody(desk, visitor):
    reconfigure(desk, mail_url="smtp://127.0.0.1:9")
    assert visitor.send("forgotten", email="editor@example.org").status_code == 200


def test_an_invitation_goes_by_mail_too(admin, desk):
    with mail_server.running() as server:
        reconfigure(desk, mail_url=server.url)
        key = invite(admin)
        letter = server.wait()
        assert letter["To"] == "new.person@example.org"
        assert link_in(letter.get_content()) == ("invitation", key)


def test_nothing_typed_becomes_a_header():
    with mail_server.running() as server, pytest.raises(ValueError, match=r"newline|linefeed"):
        Mailer(server.url, "desk@example.org").send(Letter("a@example.org\nBcc: b@c.org", "s", "t"))
