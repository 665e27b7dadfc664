"""Every kind, scenario, tag and fact has words people use for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp import labels
from webapp.domain.scenarios import KINDS, Scenario
from webapp.services.search_words import FILES, read_words
from webapp.settings import ROOT

CODES = {
    "kinds": set(KINDS),
    "scenarios": {each.value for each in Scenario},
    "area_types": set(labels.AREA_TYPES),
    "tags": set(labels.TAGS),
    "access": set(labels.ACCESS),
    "event_kinds": set(labels.EVENT_KINDS),
    "benefit_kinds": set(labels.BENEFIT_KINDS),
}


@pytest.mark.parametrize("table", CODES)
def test_every_code_has_words_and_no_other(table: str):
    words = read_words(ROOT / "content").tables[table]
    assert set(words) == CODES[table]
    assert all(each.zh and each.en for each in words.values())


def test_content_without_words_is_indexed_by_codes(tmp_path: Path):
    words = read_words(tmp_path)
    assert words.tables == {name: {} for name in FILES}
    assert words.of("kinds", "night-market") == ("night market",)


def test_a_file_out_of_order_is_refused(tmp_path: Path):
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "kinds.yaml").write_text("bar: [酒吧]", encoding="utf-8")
    with pytest.raises(ValueError, match="bar"):
        read_words(tmp_path)
