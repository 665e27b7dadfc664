"""Pictures are painted while the site runs, once for the same content."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from bootstrap import images, stamps

PATIENCE_S = 10


@pytest.fixture
def stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for everything set-up writes, with nothing painted yet."""
    monkeypatch.setattr(images, "VAR", tmp_path)
    monkeypatch.setattr(images, "LOG", tmp_path / "setup.log")
    monkeypatch.setattr(images, "STAMP", tmp_path / "images.stamp")
    monkeypatch.setattr(images, "what_makes_the_database", list)
    return tmp_path / "images.stamp"


def paint_with(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(images, "_command", lambda: [sys.executable, "-c", code])


def test_a_finished_painter_is_not_started_again(stamp: Path, monkeypatch: pytest.MonkeyPatch):
    paint_with(monkeypatch, "import pathlib; print('painted')")
    (stamp.parent / "images").mkdir()
    for _ in range(2):
        with images.painted_beside():
            wait_for(stamp)
    assert (stamp.parent / "setup.log").read_text(encoding="utf-8") == "painted\n"
    stamps.write(stamp, "of other content")
    with images.painted_beside():
        until = time.monotonic() + PATIENCE_S
        while stamps.is_fresh(stamp, "of other content") and time.monotonic() < until:
            time.sleep(0.02)
    assert (stamp.parent / "setup.log").read_text(encoding="utf-8") == "painted\n" * 2


def test_a_painter_at_work_is_stopped(stamp: Path, monkeypatch: pytest.MonkeyPatch):
    paint_with(monkeypatch, "import time; time.sleep(60)")
    begun = time.monotonic()
    with images.painted_beside():
        pass
    assert time.monotonic() - begun < PATIENCE_S
    assert not stamp.exists()


def test_a_painter_that_fails_is_tried_again(
    stamp: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    paint_with(monkeypatch, "raise SystemExit(1)")
    said = ""
    with images.painted_beside():
        until = time.monotonic() + PATIENCE_S
        while "setup.log" not in said and time.monotonic() < until:
            time.sleep(0.02)
            said += capsys.readouterr().out
    assert "were not painted" in said
    assert not stamp.exists()


def wait_for(path: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert path.exists()
