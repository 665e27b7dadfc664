"""Building the index of search from the store's tables, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from webapp.domain.search_terms.entries import TYPES
from webapp.domain.search_terms.forms import Form, forms_of, packed
from webapp.domain.search_terms.indexing import keys_of, name_terms, spelling_words, word_terms
from webapp.domain.search_terms.kind_words import kind_spellings
from webapp.services.search_entries import Findable, Reader
from webapp.services.search_help import help_pages
from webapp.services.search_words import SearchWords, read_words
from webapp.store.search_writes import (
    replace_entries,
    replace_keys,
    replace_kinds,
    replace_terms,
    replace_vocabulary,
)

# Beginnings that more keys share than one look-up should read get their best entries prepared.
MANY_KEYS = 64
LONGEST_HEAD = 6
HEAD = 24
LONGEST_SPELLED = 32
SHORTEST_SPELLED = 3
MOST_SPELLED = 80_000
KIND_TABLES = ("kinds", "event_kinds", "benefit_kinds", "area_types")
Key = tuple[str, int]


def build_index(connection: Connection, folder: Path) -> int:
    """Index everything the store holds; returns how many entries.

    `folder` is `content/`, where words for kinds and the pages of prose stand.
    """
    words = read_words(folder)
    reader = Reader(connection, words)
    ordered = sorted(reader.all(help_pages(folder)), key=_order)
    collected = _Collected()
    for number, each in enumerate(ordered, start=1):
        collected.add(number, each)
    replace_entries(connection, collected.rows)
    replace_terms(connection, collected.terms)
    keys = sorted(collected.keys)
    replace_keys(connection, keys, list(_heads(keys)))
    replace_vocabulary(connection, collected.spelled())
    replace_kinds(connection, list(_kinds(words)))
    return len(ordered)


class _Collected:
    """What the tables of the index will hold."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []
        self.terms: list[str] = []
        self.keys: list[Key] = []
        self._weights: dict[str, int] = {}

    def add(self, number: int, each: Findable) -> None:
        """Take in one entry under its number."""
        forms = forms_of(each.name, each.aliases, each.spoken)
        self.rows.append(_row(number, each, forms))
        self.terms.append(" ".join(_terms(each, forms)))
        self.keys += ((key, number) for key in keys_of(forms))
        for word in spelling_words(forms):
            self._weights[word] = max(each.fame, self._weights.get(word, 0))

    def spelled(self) -> list[tuple[str, int]]:
        """Return the words spelling may lead to, at most 80,000, the best known ones."""
        kept = [
            (word, weight)
            for word, weight in self._weights.items()
            if SHORTEST_SPELLED <= len(word) <= LONGEST_SPELLED and not word.isdigit()
        ]
        return sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:MOST_SPELLED]


def _order(each: Findable) -> tuple[int, int, str]:
    return (-each.fame, TYPES.index(each.type), each.key)


def _row(number: int, each: Findable, forms: Sequence[Form]) -> tuple[Any, ...]:
    return (
        number,
        each.type.value,
        each.key,
        each.venue_id,
        *each.name,
        "\n".join(each.aliases),
        packed(forms),
        each.fame,
        *each.position,
        each.kind,
        each.district,
        each.hours_id,
    )


def _terms(each: Findable, forms: Iterable[Form]) -> Iterator[str]:
    yield from name_terms(forms)
    yield from (word_terms(word) for word in each.words)
    yield from (word_terms(text, with_pinyin=False) for text in each.prose)


def _kinds(words: SearchWords) -> Iterator[tuple[str, str]]:
    pairs = {
        (spelled, kind)
        for table in KIND_TABLES
        for kind, listed in words.tables.get(table, {}).items()
        for word in (*listed.zh, *listed.en)
        for spelled in kind_spellings(word)
    }
    yield from sorted(pairs)


def _heads(keys: Sequence[Key]) -> Iterator[Key]:
    """Yield the best entries for each beginning that many keys share; `keys` are sorted."""
    for length in range(1, LONGEST_HEAD + 1):
        long_enough = (key for key in keys if len(key[0]) >= length)
        for prefix, group in groupby(long_enough, key=lambda key: key[0][:length]):
            ids = [number for _, number in group]
            if len(ids) > MANY_KEYS:
                yield from ((prefix, number) for number in nsmallest(HEAD, set(ids)))
