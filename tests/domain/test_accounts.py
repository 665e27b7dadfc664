"""Roles, permissions and e-mail addresses."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from webapp.domain.accounts import (
    GRANTED,
    Account,
    Permission,
    Role,
    SecondStep,
    may_in,
    must_have_second_step,
    read_email,
)


def account(role: Role, *districts: str) -> Account:
    return Account(1, "a@example.org", "A", role, districts, datetime(2026, 1, 1, tzinfo=UTC))


def test_every_role_and_permission_is_declared():
    assert set(GRANTED) == set(Role)
    assert set().union(*GRANTED.values()) == set(Permission)


@pytest.mark.parametrize(
    ("role", "district", "expected"),
    [
        (Role.EDITOR, "310101", True),
        (Role.EDITOR, "310105", False),
        (Role.REVIEWER, "310105", True),
        (Role.ADMIN, "310105", True),
    ],
)
def test_an_editor_acts_in_their_districts_others_everywhere(role, district, expected):
    mine = account(role, *(["310101"] if role is Role.EDITOR else []))
    assert may_in(mine, Permission.READ_AUDIT, district) is expected


def test_who_must_have_a_second_step():
    pairs = [(rule, role) for rule in SecondStep for role in Role]
    must = {(rule, role) for rule, role in pairs if must_have_second_step(role, rule)}
    city = {(SecondStep.REVIEWERS, Role.REVIEWER), (SecondStep.REVIEWERS, Role.ADMIN)}
    assert must == city | {(SecondStep.EVERYBODY, role) for role in Role}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (" Li.Ming@Example.ORG ", "li.ming@example.org"),
        ("li+desk@sub.example.org", "li+desk@sub.example.org"),
        ("no-at.example.org", None),
        ("two@at@example.org", None),
        ("a@nodot", None),
        ("@example.org", None),
        ("a b@example.org", None),
        ("a\nBcc: b@example.org", None),
        ("a,b@example.org", None),
        ("李@example.org", None),
        (f"{'a' * 250}@example.org", None),
    ],
)
def test_an_address_has_one_form(raw, expected):
    assert read_email(raw) == expected
