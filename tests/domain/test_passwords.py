"""Which passwords are refused, and why."""

from __future__ import annotations

import pytest

from webapp.domain.passwords import Weakness, weakness_of
from webapp.services.accounts.passwords import _common

OWN = ("Li Xiaoming", "li.xiaoming@huangpu.example.org")


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("elevenchars", Weakness.SHORT),
        ("x" * 129, Weakness.LONG),
        ("qwertyuiop123", Weakness.COMMON),
        ("PASSWORD2024!!", Weakness.COMMON),
        ("passwordpassword", Weakness.COMMON),
        ("aaaaaaaaaaaaaa", Weakness.COMMON),
        ("abc1abc1abc1", Weakness.COMMON),
        ("1234567890123", Weakness.COMMON),
        ("ShanghaiScenes88", Weakness.COMMON),
        ("Li Xiaoming!", Weakness.OWN_NAME),
        ("xiaoming.li.huangpu", Weakness.OWN_NAME),
        ("lixiaoming123", Weakness.OWN_NAME),
        ("four plain words together", None),
        ("沿着苏州河一直走到外白渡桥", None),
        ("li and the river at night", None),
        ("739204816655", None),
    ],
)
def test_what_is_wrong_with_a_password(password, expected):
    assert weakness_of(password, _common(), OWN) is expected


def test_every_common_password_as_it_stands_is_refused():
    known = _common()
    let_through = [word for word in known if len(word) >= 12 and not weakness_of(word, known, ())]
    assert let_through == []


def test_passwords_are_taken_whole_with_spaces_and_any_sign():
    assert weakness_of("  a b c d e ö 中 😀  ", _common(), OWN) is None
