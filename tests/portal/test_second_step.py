"""Two-step sign-in: set up, used, each code once, recovered, turned off."""

from __future__ import annotations

import re

import pyotp
import pytest
from sqlalchemy import select

from tests.fixtures import markup, staff
from tests.portal.conftest import Clock, Visitor, reconfigure
from webapp.domain.accounts import SecondStep
from webapp.store.tables import accounts, recovery_codes

RIGHT = {"password": staff.PASSWORD}


class Phone:
    """An authenticator app that was given a key."""

    def __init__(self, page, clock: Clock) -> None:
        root = markup.tree(page)
        self.salt = root.find(".//input[@name='salt']").get("value")
        self.key = markup.words(markup.with_class(root, "desk-key")[0]).replace(" ", "")
        self.clock = clock

    def code(self, shift: int = 0) -> str:
        """What the app shows, or shows so many steps away."""
        return pyotp.TOTP(self.key).at(self.clock.now, counter_offset=shift)


@pytest.fixture
def phone(clock, visitor) -> Phone:
    """The editor's phone, its second step turned on; the visitor is signed out again."""
    visitor.sign_in()
    made = Phone(visitor.open("account/second-step"), clock)
    answer = visitor.send("account/second-step", do="on", salt=made.salt, code=made.code(), **RIGHT)
    assert answer.status_code == 200, answer.text
    made.recovery = re.findall(r"<code>([a-z2-7-]{14})</code>", answer.text)
    visitor.send("sign-out")
    clock.pass_by(seconds=90)
    return made


def rows(app, table) -> list:
    with app.extensions["database"].read() as connection:
        return connection.execute(select(table)).all()


def test_signing_in_takes_the_code(phone, visitor):
    assert "Six digits" in visitor.sign_in().text
    assert not visitor.is_in()
    assert visitor.send("sign-in/code", code=phone.code()).status_code == 303
    assert visitor.is_in()


def test_the_half_signed_in_reach_nothing(phone, visitor):
    visitor.sign_in()
    for path in ("", "account", "audit", "session", "account/second-step"):
        assert "/desk/sign-in" in visitor.open(path).location


def test_half_a_sign_in_ends_after_ten_minutes(clock, phone, visitor):
    visitor.sign_in()
    clock.pass_by(minutes=10)
    answer = visitor.send("sign-in/code", code=phone.code())
    assert answer.location == "/en/desk/sign-in"
    assert not visitor.is_in()


def test_the_session_s_id_changes_with_the_code(phone, visitor):
    visitor.sign_in()
    half = visitor.token
    visitor.send("sign-in/code", code=phone.code())
    assert visitor.token != half
    visitor.client.set_cookie(staff.COOKIE, half)
    assert not visitor.is_in()


def test_a_code_works_once(desk, phone, visitor):
    visitor.sign_in()
    code = phone.code()
    visitor.send("sign-in/code", code=code)
    other = Visitor(desk)
    other.sign_in()
    assert other.send("sign-in/code", code=code).status_code == 422
    assert not other.is_in()


@pytest.mark.parametrize(
    ("shift", "works"),
    [(-2, False), (-1, True), (0, True), (1, True), (2, False)],
)
def test_clocks_may_differ_by_half_a_minute(phone, visitor, shift, works):
    visitor.sign_in()
    visitor.send("sign-in/code", code=phone.code(shift))
    assert visitor.is_in() is works


def test_a_code_is_read_with_a_space_in_it(phone, visitor):
    visitor.sign_in()
    code = phone.code()
    assert visitor.send("sign-in/code", code=f"{code[:3]} {code[3:]}").status_code == 303


def test_guessing_codes_is_throttled_even_with_the_password(clock, phone, visitor):
    visitor.sign_in()
    codes = [visitor.send("sign-in/code", code=f"{n:06}").status_code for n in range(5)]
    assert codes == [422] * 4 + [429]
    assert visitor.send("sign-in/code", code=phone.code()).status_code == 429


@pytest.mark.parametrize("code", ["", "x", "１２３４５６", "0" * 200, "\x00"])
def test_anything_else_is_no_code(phone, visitor, code):
    visitor.sign_in()
    assert visitor.send("sign-in/code", code=code).status_code == 422


def test_a_recovery_code_stands_in_once(desk, phone, visitor):
    assert len(set(phone.recovery)) == 10
    visitor.sign_in()
    assert visitor.send("sign-in/code", code=phone.recovery[3].upper()).status_code == 303
    assert "9 recovery codes left" in visitor.open("account").text
    other = Visitor(desk)
    other.sign_in()
    assert other.send("sign-in/code", code=phone.recovery[3]).status_code == 422


def test_new_recovery_codes_replace_the_old(desk, phone, visitor):
    visitor.sign_in()
    visitor.send("sign-in/code", code=phone.code())
    page = visitor.send("account/second-step", do="codes", **RIGHT)
    assert len(re.findall(r"<code>[a-z2-7-]{14}</code>", page.text)) == 10
    other = Visitor(desk)
    other.sign_in()
    assert other.send("sign-in/code", code=phone.recovery[0]).status_code == 422


def test_nothing_in_the_database_gives_a_code(desk, phone):
    kept = str(rows(desk, accounts)) + str(rows(desk, recovery_codes))
    assert phone.key not in kept
    assert not any(code in kept or code.replace("-", "") in kept for code in phone.recovery)


@pytest.mark.parametrize("do", ["on", "off", "codes"])
def test_each_change_asks_for_the_password(clock, phone, visitor, do):
    visitor.sign_in()
    visitor.send("sign-in/code", code=phone.code())
    clock.pass_by(seconds=60)
    given = {"do": do, "password": "wrong wrong wrong", "salt": "0" * 32, "code": phone.code()}
    answer = visitor.send("account/second-step", **given)
    assert (answer.status_code, "not your present password" in answer.text) == (422, True)


def test_turning_it_off(desk, phone, visitor):
    visitor.sign_in()
    visitor.send("sign-in/code", code=phone.code())
    assert visitor.send("account/second-step", do="off", **RIGHT).status_code == 303
    visitor.send("sign-out")
    assert visitor.sign_in().status_code == 303
    assert visitor.is_in()
    assert rows(desk, recovery_codes) == []


def test_who_must_have_it_cannot_turn_it_off(desk, phone, visitor):
    reconfigure(desk, second_step=SecondStep.EVERYBODY)
    visitor.sign_in()
    visitor.send("sign-in/code", code=phone.code())
    assert 'value="off"' not in visitor.open("account/second-step").text
    answer = visitor.send("account/second-step", do="off", **RIGHT)
    assert "must have two-step" in answer.text
    assert {row.totp_salt is None for row in rows(desk, accounts) if row.id == 1} == {False}


def test_a_wrong_first_code_turns_nothing_on(clock, desk, visitor):
    visitor.sign_in()
    phone = Phone(visitor.open("account/second-step"), clock)
    answer = visitor.send("account/second-step", do="on", salt=phone.salt, code="000000", **RIGHT)
    assert answer.status_code == 422
    assert Phone(answer, clock).key == phone.key  # the app need not be set up again
    assert {row.totp_salt for row in rows(desk, accounts) if row.id == 1} == {None}


def test_the_first_code_does_not_work_again(clock, visitor):
    visitor.sign_in()
    phone = Phone(visitor.open("account/second-step"), clock)
    given = {"do": "on", "salt": phone.salt, "code": phone.code(), **RIGHT}
    visitor.send("account/second-step", **given)
    visitor.send("sign-out")
    visitor.sign_in()
    assert visitor.send("sign-in/code", code=phone.code()).status_code == 422


def test_setting_it_up_opens_the_desk_to_who_must_have_it(clock, desk):
    reconfigure(desk, second_step=SecondStep.REVIEWERS)
    reviewer = Visitor(desk).be("reviewer")
    phone = Phone(reviewer.open("account/second-step"), clock)
    given = {"do": "on", "salt": phone.salt, "code": phone.code(), **RIGHT}
    assert reviewer.send("account/second-step", **given).status_code == 200
    assert reviewer.is_in()


def test_the_key_is_shown_as_a_qr_code_that_says_what_it_is(visitor):
    visitor.sign_in()
    root = markup.tree(visitor.open("account/second-step"))
    (drawing,) = markup.with_class(root, "qr")
    assert markup.words(drawing) == "QR code for your authenticator app"
