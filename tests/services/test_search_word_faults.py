"""Words to search with are judged like all content, before anything is synchronised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from webapp.services.content.checking import check
from webapp.settings import ROOT

TODAY = date(2026, 11, 20)
GOOD = "# Words.\nbar: {zh: [酒吧], en: [bar, pub]}\n"


def told(content: Path, file: str, text: str) -> list[str]:
    """The faults named when `search/<file>` reads so."""
    (content / "search").mkdir(exist_ok=True)
    (content / "search" / file).write_text(text, encoding="utf-8")
    return [str(fault) for fault in check(content, TODAY).errors if "/search/" in fault.file]


def test_words_in_order_are_no_fault(content):
    assert told(content, "kinds.yaml", GOOD) == []
    assert [f for f in check(ROOT / "content", TODAY).errors if "/search/" in f.file] == []


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"{GOOD}castle: {{zh: [城堡], en: [castle]}}\n", 3, "words castle: is no code"),
        (f"{GOOD}museum: {{zh: [博物馆]}}\n", 3, "words museum · en: is missing"),
        (f"{GOOD}museum: {{zh: [博物馆], en: [museum], fr: []}}\n", 3, "· fr: is not a field"),
        (f"{GOOD}museum: {{zh: [博物馆], en: [[museum]]}}\n", 3, "· en.0: must be text"),
        (f"{GOOD}bar: {{zh: [酒馆], en: [bar]}}\n", 3, "yaml: bar is given twice"),
        (f"{GOOD}museum: [museum\n", 4, "yaml: "),
        ("- bar\n", 1, "the file must hold codes"),
    ],
)
def test_a_fault_names_line_code_and_reason(content, text, line, reason):
    faults = told(content, "kinds.yaml", text)
    assert len(faults) == 1, faults
    assert faults[0].startswith(f"content/search/kinds.yaml:{line}: ")
    assert reason in faults[0]
