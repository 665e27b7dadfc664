"""`plan optw`, `plan prepare` and `plan prune`."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from flask import Flask

from tests.cli.conftest import Invoke
from webapp.store.plans import StoredPlan, add_plan, change_plan, find_plan

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


def test_prune_erases_what_is_over_and_so_does_a_sync(invoke: Invoke, site: Flask):
    database = site.extensions["database"]
    fresh = StoredPlan("f" * 24, "hash", "", "{}", datetime.now(UTC), date(2099, 1, 1))
    with database.write() as connection:
        for token in ("a" * 24, "b" * 24):
            add_plan(connection, replace(fresh, token=token, expires_on=date(2020, 1, 1)))
        add_plan(connection, fresh)
    assert invoke("plan", "prune").output == "saved plans: 2 erased\n"
    with database.write() as connection:
        change_plan(connection, replace(fresh, deleted_at=datetime(2020, 1, 1, tzinfo=UTC)))
    assert invoke("content", "sync").exit_code == 0
    with database.read() as connection:
        assert find_plan(connection, "a" * 24) is None  # long over: its address is forgotten
        emptied = find_plan(connection, fresh.token)
    assert emptied is not None
    assert emptied.body is None
