"""Texts, scenarios and faults."""

from __future__ import annotations

import pytest

from webapp.domain import faults
from webapp.domain.scenarios import KINDS, Scenario, kinds_of
from webapp.domain.text import LocalText


@pytest.mark.parametrize(("lang", "text"), [("zh", "外滩"), ("zh-Hans-CN", "外滩"), ("en", "Bund")])
def test_a_text_is_read_in_a_language(lang: str, text: str) -> None:
    name = LocalText("外滩", "Bund")
    assert name.in_(lang) == text
    assert {name.in_(lang), name.other(lang)} == {"外滩", "Bund"}


def test_every_kind_belongs_to_one_scenario_and_ages() -> None:
    assert sum(len(kinds_of(scenario)) for scenario in Scenario) == len(KINDS) == 44
    assert all(kind.code == code and kind.confirm_days > 0 for code, kind in KINDS.items())


def test_nightlife_ages_fastest() -> None:
    assert KINDS["bar"].confirm_days == 90
    assert {kind.confirm_days for kind in kinds_of(Scenario.SILVER)} == {180}
    assert KINDS["museum"].confirm_days == 365


def test_faults_say_what_was_asked_for() -> None:
    assert str(faults.VenueMissing("the-bund")) == "VenueMissing: the-bund"
    assert faults.BadParameter("page", "x").name == "page"
    assert isinstance(faults.HoursUnreadable("x", "why"), faults.Fault)
