"""`plan optw` and `plan prepare`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Invoke

INSTANCE = """4 1 2 1
0 0
0 40.00 50.00 0.00 0.00 0 0 0 230.00
1 45.00 68.00 10.00 10.00 1 1 1 10.00 60.00
2 41.00 50.00 10.00 30.00 1 1 1 0.00 5.00
"""


def test_optw_prints_score_and_route(invoke: Invoke, tmp_path: Path):
    file = tmp_path / "c101.txt"
    file.write_text(INSTANCE, encoding="utf-8")
    answer = invoke("plan", "optw", str(file), "--seconds", "0.05")
    assert json.loads(answer.output) == {"score": 40, "route": [2, 1]}


def test_optw_says_in_one_line_that_a_file_is_no_instance(invoke: Invoke, tmp_path: Path):
    file = tmp_path / "notes.txt"
    file.write_text("one\ntwo\nthree four five six seven eight\n", encoding="utf-8")
    answer = invoke("plan", "optw", str(file))
    assert answer.exit_code == 1
    assert answer.output.startswith("Error: notes.txt is not an instance")


def test_prepare_says_how_long_it_took(invoke: Invoke):
    assert invoke("plan", "prepare").output.startswith("Ready after")
