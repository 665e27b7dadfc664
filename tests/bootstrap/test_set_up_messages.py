"""Set-up says what is wrong in one line, in both languages, and never shows a traceback."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys

import pytest

from bootstrap import console, messages, server
from bootstrap.messages import Refusal
from webapp.settings import ROOT

OLD_PYTHON = """
import runpy, sys
sys.version_info = (3, 9, 2, "final", 0)
sys.argv = ["bootstrap", "run"]
runpy.run_module("bootstrap", run_name="__main__")
"""


def test_an_old_python_is_refused_by_name():
    answer = subprocess.run(
        [sys.executable, "-c", OLD_PYTHON],
        cwd=ROOT,
        env={"PATH": "/nowhere"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 1
    assert "Python 3.11 or newer is needed, this is 3.9." in answer.stderr
    assert "需要 Python 3.11" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_taken_port_is_refused_with_another_one(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        monkeypatch.setenv("HOST", "127.0.0.1")
        with pytest.raises(Refusal, match=rf"Port {port} .* PORT={port + 1} make run"):
            server.check_port()


@pytest.mark.parametrize("raw", ["80a", "-1", "65536", "0", "８０００"])
def test_a_port_that_is_no_port_is_refused(monkeypatch, raw):
    monkeypatch.setenv("PORT", raw)
    with pytest.raises(Refusal, match="from 1 to 65535"):
        server.host_and_port()


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("npm error code ENOSPC", "The disk is full"),
        ("NameResolutionError: Failed to resolve", "registries cannot be reached"),
        ("npm error code EAI_AGAIN", "registries cannot be reached"),
    ],
)
def test_a_failed_command_is_explained_by_its_output(output, words):
    with pytest.raises(Refusal, match=words):
        console.run("step", [sys.executable, "-c", f"import sys; sys.exit({output!r})"])


def test_another_failure_names_its_last_line_and_the_log():
    code = "import sys; print('first'); sys.exit('the reason')"
    with pytest.raises(Refusal, match=r"failed, see .*setup\.log: the reason"):
        console.run("step", [sys.executable, "-c", code])


def test_a_full_disk_met_by_set_up_itself_is_one_line(capsys):
    def fill(_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert console.guarded(fill, []) == 1
    assert capsys.readouterr().err.strip() == str(messages.disk_full())


@pytest.mark.parametrize(
    "refusal", [messages.disk_full(), messages.no_network(), messages.no_venv()], ids=str
)
def test_messages_are_one_line_in_both_languages(refusal):
    zh, en = str(refusal).split(" · ")
    assert "\n" not in str(refusal)
    assert any("一" <= letter <= "鿿" for letter in zh)
    assert en.isascii()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BASEMAP", "moon", "BASEMAP='moon' is not one of"),
        ("SITE_TIME", "now", "SITE_TIME='now' is not an ISO date and time"),
        ("SECRET_KEY", "short", "SECRET_KEY has fewer than 32 characters"),
    ],
)
def test_a_setting_the_site_refuses_stops_the_start_with_its_reason(
    monkeypatch, tmp_path, name, value, words
):
    monkeypatch.setattr(server, "PYTHON", sys.executable)
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setenv(name, value)
    with pytest.raises(Refusal, match=f"^设置有误 · Settings: {words}"):
        server.check_settings()
