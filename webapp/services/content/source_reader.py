"""The table of `content/SOURCES.md`."""

from __future__ import annotations

from pathlib import Path

from webapp.services.content.faults import ContentFault
from webapp.store.source_records import Source

COLUMNS = ("id", "what", "publisher", "licence", "date", "address")


def read_sources(file: Path, name: str) -> tuple[tuple[Source, ...], list[ContentFault]]:
    """Return the sources of the table and what is wrong with its rows; `name` is for faults."""
    faults: list[ContentFault] = []
    found: dict[str, Source] = {}
    if not file.exists():
        return (), [ContentFault(name, 1, "sources", "the file is missing")]
    for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        cells = _cells(text)
        if not cells:
            continue
        reason = _reason(cells, found)
        if reason:
            faults.append(ContentFault(name, line, f"sources {cells[0]}", reason))
        else:
            found[cells[0]] = Source(*cells)
    return tuple(found.values()), faults


def _cells(text: str) -> list[str]:
    """Return the cells of a row of facts, none for prose, heading and rule."""
    if not text.startswith("|") or text.startswith(("|---", "| ---", "| id |", "|:-")):
        return []
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


def _reason(cells: list[str], found: dict[str, Source]) -> str | None:
    if len(cells) != len(COLUMNS):
        return f"has {len(cells)} columns, not {len(COLUMNS)}"
    if cells[0] in found:
        return "is listed twice"
    blank = [name for name, cell in zip(COLUMNS[:-1], cells, strict=False) if not cell]
    return f"{', '.join(blank)} is empty" if blank else None
