"""The table of security requirements names tests that exist, or gives a reason."""

from __future__ import annotations

import re

from webapp.settings import ROOT

TESTS = ROOT / "tests"
ROW = re.compile(r"^\| (\d+\.\d+[^|]*) \|[^|]*\| ([^|]*) \|$", re.MULTILINE)
NAMED = re.compile(r"`([a-z_/]+\.py)(?:::(test_\w+))?`")


def rows() -> list[tuple[str, str]]:
    return ROW.findall((TESTS / "asvs.md").read_text(encoding="utf-8"))


def test_each_line_has_a_test_or_a_reason():
    assert len(rows()) > 70
    assert [n for n, told in rows() if "`" not in told and not told.startswith("reason: ")] == []


def test_each_test_exists():
    named = {pair for _, told in rows() for pair in NAMED.findall(told) if "test_" in pair[0]}
    assert len(named) > 40
    assert sorted(pair for pair in named if not exists(*pair)) == []


def exists(file: str, name: str) -> bool:
    path = TESTS / file
    return path.is_file() and (not name or f"def {name}(" in path.read_text(encoding="utf-8"))
