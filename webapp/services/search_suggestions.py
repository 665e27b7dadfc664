"""Suggestions while somebody types: names that begin so, then names that hold the words."""

from __future__ import annotations

from sqlalchemy import Connection

from webapp.domain.search_terms import relaxing
from webapp.domain.search_terms.entries import RESULT_TYPES
from webapp.domain.search_terms.questions import Question
from webapp.services.search_reading import alternatives
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
    questions = [question]
    if not ids and len(question.compact) >= SHORTEST_SPELLED:
        questions = _other_spellings(connection, question)
        ids = {number for each in questions for number in _ids(connection, each)}
    best = in_order(connection, ids, questions, context) if ids else []
    shown = {each.value for each in RESULT_TYPES}
    return [each for each in best if each.row.type in shown]


def _ids(connection: Connection, question: Question) -> set[int]:
    ids = set(store.ids_of_key(connection, question.compact, FROM_KEYS))
    ids.update(store.ids_begun(connection, question.compact))
    last = question.runs[-1]
    if len(question.compact) > 1 and (last.is_han or len(last.text) >= SHORTEST_BEGINNING):
        ids.update(store.first_ids(connection, question.in_names, FROM_TERMS))
    if len(ids) < ENOUGH and len(question.compact) >= SHORTEST_BEGINNING:
        ids.update(store.first_ids(connection, question.anywhere, FROM_TERMS))
    if len(ids) < ENOUGH and len(question.compact) >= SHORTEST_BEGINNING:
        begun = relaxing.unfinished(question)
        ids.update(store.first_ids(connection, begun, FROM_TERMS))
    return ids


def _other_spellings(connection: Connection, question: Question) -> list[Question]:
    sounding = relaxing.homophone(question)
    return [sounding] if sounding else alternatives(connection, question)
