"""Pages pass html-validate, which knows today's HTML better than a parser does."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from tests.fixtures.page_kinds import LANGUAGES, PAGE_KINDS, address
from webapp.settings import ROOT

MODULES = ROOT / "var" / "npm" / "tests" / "node_modules"
PROGRAM = MODULES / ".bin" / "html-validate"
RULES = ROOT / "tests" / "html-validate.json"


def test_pages_are_valid_html(client, tmp_path):
    node = shutil.which("node", path=f"{os.environ['PATH']}:{ROOT / '.venv' / 'bin'}")
    if node is None or not PROGRAM.exists():
        pytest.skip("html-validate is missing: run make test")
    for kind in PAGE_KINDS:
        for lang in LANGUAGES:
            page = client.get(address(kind, lang), follow_redirects=True).text
            (tmp_path / f"{kind}-{lang}.html").write_text(page, encoding="utf-8")
    command = [node, PROGRAM, "--config", RULES, "--formatter", "text", tmp_path]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout
