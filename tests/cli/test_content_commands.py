"""`content check` and `content sync`: what they print and how they exit."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Invoke
from webapp.store.content_version import EMPTY, data_version
from webapp.store.session import Database
from webapp.store.venues import count_venues


def test_check_of_sound_content(invoke: Invoke):
    result = invoke("content", "check")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "content: venues 5, areas 1, events 2, benefits 2, itineraries 2, stations 3, sources 2",
        "venues: culture 2, night 1, silver 2",
        "hours: source 1, unknown 3, usual 1",
        "districts: 310101 4, 310115 1",
        "faults 0, warnings 6",
    ]


def test_check_shows_warnings_when_asked(invoke: Invoke):
    result = invoke("content", "check", "--warnings")
    assert "content/venues/silver.yaml:25: venues[1] canteen-central" in result.output


def test_check_of_faulty_content(invoke: Invoke, content: Path):
    spoil(content)
    result = invoke("content", "check")
    assert result.exit_code == 1
    assert "content/venues/night.yaml:14: venues[0] harbour-bar · rank: " in result.output


def test_sync_prints_what_changed_then_that_nothing_did(invoke: Invoke):
    first, second = invoke("content", "sync"), invoke("content", "sync")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "venues: 5 new, 0 changed, 0 retired\n" in first.output
    assert "nothing was changed" in second.output


def test_sync_of_faulty_content_changes_nothing(invoke: Invoke, content: Path, database: Database):
    spoil(content)
    result = invoke("content", "sync")
    assert result.exit_code == 1
    assert "content/venues/night.yaml:14: venues[0] harbour-bar · rank: " in result.stderr
    assert "faults 1; nothing was changed" in result.stderr
    with database.read() as connection:
        assert data_version(connection) == EMPTY
        assert count_venues(connection) == 0


def spoil(content: Path) -> None:
    file = content / "venues" / "night.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("rank: 3", "rank: 9"), encoding="utf-8")
