"""Sessions: they end by themselves, are listed, ended one by one, and prolonged."""

from __future__ import annotations

import pytest

from tests.fixtures import markup
from tests.portal.conftest import PEOPLE, Visitor


def test_a_session_ends_after_an_hour_without_use(clock, visitor):
    visitor.sign_in()
    clock.pass_by(minutes=59)
    assert visitor.is_in()
    clock.pass_by(minutes=59)
    assert visitor.is_in()
    clock.pass_by(minutes=60)
    assert not visitor.is_in()


def test_a_session_ends_after_half_a_day_however_busy(clock, visitor):
    visitor.sign_in()
    for _ in range(23):
        clock.pass_by(minutes=30)
        assert visitor.is_in()
    clock.pass_by(minutes=30)
    assert not visitor.is_in()


def test_asking_for_the_time_left_does_not_prolong(clock, visitor):
    visitor.sign_in()
    clock.pass_by(minutes=58)
    assert visitor.open("session").json == {"ends_in_s": 120}
    clock.pass_by(minutes=3)
    assert visitor.open("session").status_code == 303


def test_prolonging_gives_the_whole_time_again(clock, visitor):
    visitor.sign_in()
    clock.pass_by(minutes=59, seconds=59)
    assert visitor.send("session").json == {"ends_in_s": 3600}
    clock.pass_by(minutes=59)
    assert visitor.is_in()


def test_the_page_says_when_its_session_ends(clock, visitor):
    visitor.sign_in()
    clock.pass_by(minutes=20)
    (box,) = markup.with_class(markup.tree(visitor.open("")), "desk-warning")
    assert (box.get("data-ends-in"), box.get("data-warn-before")) == ("3600", "120")


@pytest.fixture
def two(desk) -> tuple[Visitor, Visitor]:
    """One editor at two browsers."""
    here, there = Visitor(desk), Visitor(desk)
    here.sign_in()
    there.sign_in()
    return here, there


def handles(visitor: Visitor) -> list[str]:
    """The names of the sessions one can end on the account's page."""
    forms = markup.tree(visitor.open("account")).findall(".//table//form")
    return [form.get("action").rpartition("/")[2] for form in forms]


def test_one_other_session_is_ended(two):
    here, there = two
    names = handles(here)
    assert len(names) == 2  # the one there, and the one planted for all tests
    for name in names:
        assert here.send(f"account/sessions/{name}").status_code == 303
    assert here.is_in()
    assert not there.is_in()


def test_all_others_are_ended(two):
    here, there = two
    assert here.send("account/sessions").status_code == 303
    assert here.is_in()
    assert not there.is_in()
    assert handles(here) == []


def test_nobody_elses_session_can_be_ended_or_found_out(desk, two):
    """A foreign name and an unknown one have the same answer."""
    here, _there = two
    names = ("admin-here", "no-such-name")
    answers = {name: here.send(f"account/sessions/{name}") for name in names}
    assert [answer.status_code for answer in answers.values()] == [404, 404]
    pages = {without_nonce(answer.text.replace(name, "")) for name, answer in answers.items()}
    assert len(pages) == 1
    assert Visitor(desk).be("admin").is_in()


def without_nonce(page: str) -> str:
    """A page without what is different in each answer."""
    first = page.find("nonce=")
    if first < 0:
        return page
    nonce = page[first:].split('"')[1]
    return page.replace(nonce, "")


def test_a_session_is_told_by_its_device(desk, visitor):
    visitor.sign_in()
    page = markup.words(markup.by_id(markup.tree(visitor.open("account")), "main"))
    assert "Chrome · Windows" in page
    assert "Firefox · Linux" in page


def test_a_new_password_ends_all_other_sessions_and_renews_this_one(two):
    here, there = two
    before = here.token
    given = {"old_password": "four plain words together", "password": "another set of plain words"}
    assert here.send("account/password", **given).status_code == 303
    assert here.is_in()
    assert here.token != before
    assert not there.is_in()
    assert Visitor(here.client.application).sign_in(password=given["password"]).status_code == 303
    assert here.sign_in().status_code == 422


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("wrong wrong wrong", "another set of plain words", "not your present password"),
        ("four plain words together", "short", "at least 12 characters"),
        ("four plain words together", "password12345", "Many people use"),
        ("four plain words together", "editor@example.org", "your name or e-mail"),
    ],
)
def test_a_new_password_is_refused_with_its_reason(two, old, new, told):
    here, there = two
    answer = here.send("account/password", old_password=old, password=new)
    assert answer.status_code == 422
    assert told in answer.text
    assert new not in answer.text or new == PEOPLE["editor"].email
    assert there.is_in()


def test_guessing_the_present_password_is_throttled(two):
    here, _ = two
    codes = [here.send("account/password", old_password=f"guess {n}").text for n in range(6)]
    assert ["Too many tries" in text for text in codes] == [False] * 5 + [True]
