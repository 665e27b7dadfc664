"""Logs: one line a request with its id, which error pages and headers repeat."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from structlog.testing import CapturingLogger

from tests.fixtures.app import environment
from tests.webapp.test_errors import break_view
from webapp import logs
from webapp.settings import ROOT

ASK = """
from webapp.wsgi import app
def crash(): raise RuntimeError("told in the log")
crash.access = "public"
app.view_functions["pages.about"] = crash
client = app.test_client()
client.get("/en/nowhere", headers={"X-Request-Id": "abcdefgh-1"})
client.get("/en/about?q=private", headers={"X-Request-Id": "abcdefgh-2"})
"""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> CapturingLogger:
    """What the site logs."""
    logger = CapturingLogger()
    monkeypatch.setattr(logs, "log", logger)
    return logger


def test_a_request_is_one_line(empty: FlaskClient, written: CapturingLogger):
    answer = empty.get("/en/venues?q=bund")
    (line,) = written.calls
    assert (line.method_name, line.args) == ("info", ("request",))
    took_ms = line.kwargs.pop("ms")
    assert took_ms >= 0
    assert line.kwargs == {
        "id": answer.headers["X-Request-Id"],
        "method": "GET",
        "path": "/en/venues",
        "status": 200,
    }


def test_each_request_has_an_id_of_its_own(empty: FlaskClient):
    ids = {empty.get("/healthz").headers["X-Request-Id"] for _ in range(3)}
    assert len(ids) == 3
    assert all(re.fullmatch(r"[0-9a-f]{32}", each) for each in ids)


def test_an_id_given_by_a_proxy_is_kept(empty: FlaskClient, written: CapturingLogger):
    answer = empty.get("/healthz", headers={"X-Request-Id": "proxy-12345678"})
    assert answer.headers["X-Request-Id"] == "proxy-12345678"
    assert written.calls[0].kwargs["id"] == "proxy-12345678"


@pytest.mark.parametrize(
    "given", ["short", "x" * 65, "has spaces in it", "line<br>break", "日志日志日志"]
)
def test_an_id_that_is_not_safe_to_log_is_replaced(empty: FlaskClient, given: str):
    encoded = given.encode().decode("latin-1")
    answer = empty.get("/healthz", headers={"X-Request-Id": encoded})
    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-Id"])


def test_a_crash_is_logged_with_the_id_its_page_shows(make_empty_app, written: CapturingLogger):
    answer = break_view(make_empty_app()).get("/en/about")
    crash, request = written.calls
    assert (crash.method_name, crash.args) == ("error", ("crash",))
    assert crash.kwargs["id"] == request.kwargs["id"] == answer.headers["X-Request-Id"]
    assert crash.kwargs["id"] in answer.text
    assert isinstance(crash.kwargs["exc_info"], RuntimeError)
    assert request.kwargs["status"] == 500


def test_a_refusal_is_no_error(empty: FlaskClient, written: CapturingLogger):
    empty.get("/en/venues?sort=price")
    assert [line.method_name for line in written.calls] == ["info"]


def test_lines_are_json_when_asked(tmp_path: Path):
    variables = environment(tmp_path, tmp_path / "none.db", LOG_FORMAT="json")
    ended = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    missing, crash, broken = (json.loads(line) for line in ended.stdout.splitlines())
    assert (missing["status"], missing["id"], missing["level"]) == (404, "abcdefgh-1", "info")
    assert re.match(r"\d{4}-\d\d-\d\dT", missing["timestamp"])
    assert "told in the log" in crash["exception"]
    assert (crash["id"], broken["id"], broken["status"]) == ("abcdefgh-2", "abcdefgh-2", 500)
    assert "private" not in ended.stdout


def test_a_crash_is_told_without_the_values_of_variables(catalogue_file: Path, tmp_path: Path):
    """The library's own console shows them, and some are passwords."""
    crash = 'def crash(): typed = "some" + "secret"; raise RuntimeError(f"{len(typed)} signs")'
    script = ASK.replace('def crash(): raise RuntimeError("told in the log")', crash)
    variables = {**os.environ, **environment(tmp_path, catalogue_file)}
    command = [sys.executable, "-c", script]
    ended = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=True
    )
    assert "10 signs" in ended.stdout
    assert "somesecret" not in ended.stdout + ended.stderr
