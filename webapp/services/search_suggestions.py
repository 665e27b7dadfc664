"""Suggestions while somebody types: names that begin so, then names that hold the words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from webapp.domain.search_terms import relaxing
from webapp.domain.search_terms.entries import RESULT_TYPES
from webapp.domain.search_terms.questions import Question
from webapp.domain.search_terms.spelling import Alternative
from webapp.services.search_reading import alternatives, sounding_alike
from webapp.services.search_records import Context
from webapp.services.search_scoring import Scored, in_order
from webapp.store import search as store

FROM_KEYS = 24
FROM_TERMS = 60
ENOUGH = 8
SHORTEST_BEGINNING = 3
SHORTEST_SPELLED = 4


def suggested(connection: Connection, question: Question, context: Context) -> list[Scored]:
    """Return candidates, best first; other spellings only when nothing else fits."""
    ids = _ids(connection, question)
    asked: Sequence[Alternative] = [Alternative(question, 0.0)]
    if not ids and len(question.compact) >= SHORTEST_SPELLED:
        asked = sounding_alike(question) or alternatives(connection, question)
        ids = {number for each in asked for number in _ids(connection, each.question)}
    best = in_order(connection, ids, asked, context) if ids else []
    shown = {each.value for each in RESULT_TYPES}
    return [each for each in best if each.row.type in shown]


def _ids(connection: Connection, question: Question) -> set[int]:
    ids: set[int] = set()
    for typed in question.compacts:
        ids.update(store.ids_of_key(connection, typed, FROM_KEYS))
        ids.update(store.ids_begun(connection, typed))
    last = question.runs[-1]
    if len(question.compact) > 1 and (last.is_han or len(last.text) >= SHORTEST_BEGINNING):
        ids.update(store.first_ids(connection, question.in_names, FROM_TERMS))
    if len(ids) < ENOUGH and len(question.compact) >= SHORTEST_BEGINNING:
        ids.update(store.first_ids(connection, question.anywhere, FROM_TERMS))
    if len(ids) < ENOUGH and len(question.compact) >= SHORTEST_BEGINNING:
        begun = relaxing.unfinished(question)
        ids.update(store.first_ids(connection, begun, FROM_TERMS))
    return ids
