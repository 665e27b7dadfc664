"""From a question to the entries that answer it: as asked, else by weaker readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from webapp.domain.search_terms import relaxing
from webapp.domain.search_terms.expressions import Expression, some
from webapp.domain.search_terms.questions import Question, word_anywhere
from webapp.domain.search_terms.spelling import SHORTEST, Speller
from webapp.store.remembered import remembered
from webapp.store.search import Ids, first_ids, matching_ids, vocabulary

MOST_SUSPICIOUS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """The expression that found something, its entries' ids, and the questions it stands for."""

    expression: Expression
    ids: Ids
    questions: tuple[Question, ...]
    is_corrected: bool = False


def read(connection: Connection, question: Question) -> Reading:
    """Return the strictest reading of the question that finds anything."""
    for expression, questions, is_corrected in _steps(connection, question):
        ids = matching_ids(connection, expression)
        if len(ids):
            return Reading(expression, ids, questions, is_corrected)
    return Reading(question.anywhere, np.empty(0, np.int32), (question,))


def alternatives(connection: Connection, question: Question) -> list[Question]:
    """Return differently spelled questions, likeliest first."""
    words = [r.text for r in question.runs if not r.is_han and len(r.text) >= SHORTEST]
    unknown = [w for w in words if not first_ids(connection, word_anywhere(w), 1)]
    suspicious = (unknown or words)[:MOST_SUSPICIOUS]
    return _speller(connection).alternatives(question, suspicious) if suspicious else []


def _steps(
    connection: Connection, question: Question
) -> Iterator[tuple[Expression, tuple[Question, ...], bool]]:
    itself = (question,)
    yield question.anywhere, itself, False
    yield relaxing.unfinished(question), itself, False
    yield _together(alternatives(connection, question))
    sounding = relaxing.homophone(question)
    if sounding:
        yield sounding.anywhere, (sounding, question), True
    yield relaxing.by_initials(question), itself, False
    yield relaxing.one_character_off(question), itself, False
    yield relaxing.scattered(question), itself, False
    yield relaxing.but_one_run(question), itself, False
    if sounding:
        yield _together(alternatives(connection, sounding))
    yield relaxing.any_run(question), itself, False


def _together(questions: Sequence[Question]) -> tuple[Expression, tuple[Question, ...], bool]:
    return some(each.anywhere for each in questions), tuple(questions), True


@remembered
def _speller(connection: Connection) -> Speller:
    return Speller(vocabulary(connection))
