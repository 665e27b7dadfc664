"""From a question to the entries that answer it: as asked, else by weaker readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from webapp.domain.search_terms import relaxing
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.search_terms.expressions import Expression, some
from webapp.domain.search_terms.questions import Question, word_anywhere
from webapp.domain.search_terms.spelling import SHORTEST, Alternative, Speller
from webapp.store.remembered import remembered
from webapp.store.search import (
    Ids,
    entry_columns,
    first_ids,
    matching_ids,
    type_number,
    vocabulary,
)

MOST_SUSPICIOUS = 3
SOUND_COST = 0.5
SHORTEST_GAPPED = 3
LONGEST_GAPPED = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """What was asked for, the entries that have it, and the questions that stand for it."""

    expression: Expression
    ids: Ids
    asked: tuple[Alternative, ...]
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    expression: Expression
    asked: tuple[Alternative, ...]
    is_corrected: bool = False


def read(connection: Connection, question: Question, types: frozenset[EntryType]) -> Reading:
    """Return the strictest reading of the question that finds anything of these types."""
    for step in _steps(connection, question):
        ids = _of_types(connection, matching_ids(connection, step.expression), types)
        if len(ids):
            return Reading(step.expression, ids, step.asked, step.is_corrected)
    return Reading(question.anywhere, np.empty(0, np.int32), _itself(question))


def alternatives(connection: Connection, question: Question) -> list[Alternative]:
    """Return differently spelled questions, likeliest first."""
    words = [r.text for r in question.runs if not r.is_han and len(r.text) >= SHORTEST]
    unknown = [w for w in words if not first_ids(connection, word_anywhere(w), 1)]
    suspicious = (unknown or words)[:MOST_SUSPICIOUS]
    return _speller(connection).alternatives(question, suspicious) if suspicious else []


def sounding_alike(question: Question) -> tuple[Alternative, ...]:
    """Return the question as it sounds, for Chinese typed with other characters."""
    sounding = relaxing.homophone(question)
    return (Alternative(sounding, SOUND_COST),) if sounding else ()


def _steps(connection: Connection, question: Question) -> Iterator[_Step]:
    itself = _itself(question)
    yield _Step(_with_gapped(connection, question), itself)
    sounding = sounding_alike(question)
    yield _together(sounding)
    begun = (relaxing.unfinished(question), relaxing.one_character_off(question))
    yield _Step(some(begun), itself)
    yield _together(alternatives(connection, question))
    yield _Step(relaxing.by_initials(question), itself)
    yield _Step(relaxing.scattered(question), itself)
    yield _Step(relaxing.but_one_run(question), itself)
    for each in sounding:
        yield _together(alternatives(connection, each.question))
    yield _Step(relaxing.any_run(question), itself)


def _with_gapped(connection: Connection, question: Question) -> Expression:
    """Return what has the words anywhere; if no name has, also names with all characters apart.

    四川路 stands in many addresses, but 四川北路 is a name.
    """
    is_short = SHORTEST_GAPPED <= len(question.compact) <= LONGEST_GAPPED
    if question.is_latin or not is_short or first_ids(connection, question.in_names, 1):
        return question.anywhere
    return some((question.anywhere, relaxing.scattered(question)))


def _itself(question: Question) -> tuple[Alternative, ...]:
    return (Alternative(question, 0.0),)


def _together(asked: Sequence[Alternative]) -> _Step:
    return _Step(some(each.question.anywhere for each in asked), tuple(asked), True)


def _of_types(connection: Connection, ids: Ids, types: frozenset[EntryType]) -> Ids:
    numbers = [type_number(each) for each in types]
    return ids[np.isin(entry_columns(connection).types[ids], numbers)]


@remembered
def _speller(connection: Connection) -> Speller:
    return Speller(vocabulary(connection))
