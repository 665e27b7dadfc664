"""What a search is asked and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from geo.records import LatLng
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.search_terms.expressions import NOTHING, Expression
from webapp.domain.text import LocalText

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What counts besides words: where the visitor is, when they go (aware), which types.

    `lang` is the language read: of equal fits, names in it go first.
    """

    near: LatLng | None = None
    at: datetime | None = None
    types: frozenset[EntryType] | None = None
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class LocalMarks:
    """Spans of the Chinese and the English name to show marked, in code points."""

    zh: Spans
    en: Spans

    def in_(self, lang: str) -> Spans:
        """Return the spans for a language tag."""
        return self.zh if lang.lower().startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; `also` is the alias that matched, when no name did."""

    type: EntryType
    key: str
    name: LocalText
    also: str | None
    marks: LocalMarks
    kind: str | None
    district_code: str | None
    position: LatLng | None
    venue_id: int | None
    fame: int


@dataclass(frozen=True, slots=True)
class TextMatch:
    """Words as a condition on venues; `best` are venue ids, most relevant first.

    `corrected` is what was searched instead when nothing fits the words as they stand.
    """

    words: str
    corrected: str | None
    expression: Expression
    best: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Hits over all types, best first, and how many of each type there are in all."""

    query: str
    corrected: str | None
    hits: tuple[Hit, ...]
    totals: Mapping[EntryType, int]
    match: TextMatch


@dataclass(frozen=True, slots=True)
class Place:
    """Something with a position that one can be near."""

    type: EntryType
    key: str
    name: LocalText
    position: LatLng


def no_match(words: str) -> TextMatch:
    """Return the match of words that say nothing."""
    return TextMatch(words, None, NOTHING, ())
