"""Every opening-hours text of the catalogue against the oracle, on every half-hour of 2026."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.domain.hard_patterns import HARD_PATTERNS
from tests.domain.oracle import enumerate_year, near_the_sun
from tests.domain.oracle_reader import CannotRead, year_of
from tests.domain.test_hours_oracle import INSTANTS, states

CONTENT = Path(__file__).parents[2] / "content"


def texts_in(document: Any) -> set[str]:
    """Return each `text` beneath a key `hours`, however deep."""
    if isinstance(document, list):
        return {text for item in document for text in texts_in(item)}
    if not isinstance(document, dict):
        return set()
    hours = document.get("hours")
    own = {hours["text"]} if isinstance(hours, dict) and hours.get("text") else set()
    return own.union(*(texts_in(value) for value in document.values()))


def content_texts() -> list[str]:
    """Return the distinct hours of all venues, sorted."""
    files = sorted(CONTENT.glob("venues/*.yaml"))
    documents = (yaml.load(file.read_text("utf-8"), yaml.CSafeLoader) for file in files)
    return sorted({text for document in documents for text in texts_in(document)})


TEXTS = content_texts() if any(CONTENT.glob("venues/*.yaml")) else []


@pytest.mark.skipif(not TEXTS, reason="there is no content/venues yet")
def test_the_catalogue_has_hours() -> None:
    assert len(TEXTS) >= 20


@pytest.mark.parametrize("text", TEXTS)
def test_every_half_hour_of_a_text_in_content_agrees(text: str) -> None:
    expected = enumerate_year(HARD_PATTERNS[text]) if text in HARD_PATTERNS else year_of(text)
    blurred = near_the_sun() if "sun" in text else set()
    said = states(text)
    wrong = [
        f"{at:%a %m-%d %H:%M} said {said[n]} expected {expected[n]}"
        for n, at in enumerate(INSTANTS)
        if said[n] != expected[n] and n not in blurred
    ]
    assert wrong[:8] == []


def readable() -> list[str]:
    """Return the hand-written texts that the reader's small grammar covers."""
    found = []
    for text in filter(str.isascii, HARD_PATTERNS):
        try:
            year_of(text)
        except (CannotRead, ValueError):
            continue
        found.append(text)
    return found


READABLE = readable()


def test_the_reader_covers_most_hard_patterns() -> None:
    assert len(READABLE) >= 60


@pytest.mark.parametrize("text", READABLE)
def test_the_oracles_two_readings_agree(text: str) -> None:
    assert year_of(text) == enumerate_year(HARD_PATTERNS[text])
