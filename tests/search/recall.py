"""Recall over the query set: whether what is wanted stands first, and among the first five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import Connection

from webapp.services.search import find

QUERIES = Path(__file__).with_name("queries.yaml")
FIRST = 5


@dataclass(frozen=True, slots=True)
class Query:
    """Words, the class they belong to, and entries of which any one answers them."""

    words: str
    sort: str
    wanted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The place of the first wanted entry among the hits, None when it is not there."""

    query: Query
    place: int | None
    first: tuple[str, ...]

    def __str__(self) -> str:
        """Say what was wanted and what came instead."""
        wanted = " ".join(sorted(self.query.wanted)[:3])
        return (
            f"{self.query.sort}: {self.query.words!r} wants {wanted}, place {self.place}; "
            f"first {' '.join(self.first)}"
        )


def queries(file: Path = QUERIES) -> list[Query]:
    """Read the query set."""
    entries: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Query(str(e["q"]), e["class"], frozenset(e["want"])) for e in entries]


def answers(connection: Connection, asked: Iterable[Query]) -> Iterator[Answer]:
    """Search for each query."""
    for query in asked:
        lang = "en" if query.words.isascii() else "zh"
        hits = [f"{h.type}:{h.key}" for h in find(connection, query.words, lang).hits]
        place = next((i for i, hit in enumerate(hits) if hit in query.wanted), None)
        yield Answer(query, place, tuple(hits[:FIRST]))


def recall(given: Iterable[Answer], most: int) -> float:
    """Return the share of answers with a wanted entry among the first `most`."""
    found = [answer.place is not None and answer.place < most for answer in given]
    return sum(found) / len(found)


def by_class(given: Iterable[Answer]) -> dict[str, list[Answer]]:
    """Return the answers of each class."""
    classes: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in given:
        classes[answer.query.sort].append(answer)
    return dict(classes)
