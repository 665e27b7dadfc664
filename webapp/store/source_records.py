"""A source of facts, as `content/SOURCES.md` lists it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Who published what, when and under which licence; `address` may be empty."""

    id: str
    what: str
    publisher: str
    licence: str
    date: str
    address: str
