"""Candidates in order: text, fame, and where given distance and open state."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.hours import State
from webapp.domain.search_terms.entries import RESULT_TYPES, EntryType
from webapp.domain.search_terms.forms import Form, unpacked
from webapp.domain.search_terms.kind_words import is_kind_word, kinds_named
from webapp.domain.search_terms.questions import Question
from webapp.domain.search_terms.ranking import Fit, Standing, fit_of, points_of
from webapp.domain.search_terms.spelling import Alternative
from webapp.services.search_reading import Reading
from webapp.services.search_records import Context
from webapp.store import search as store
from webapp.store.hours import states_at
from webapp.store.rows import AnyRow

FROM_KEYS = 48
FROM_NAMES = 64
FROM_ALL = 60
FROM_EACH_TYPE = 8
FROM_NEAR = 40
# So few can all be compared.
FEW = 100
ALTERNATIVE_COST = 12.0
LANGUAGE_POINTS = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its points, the question it answers best, and its prepared names."""

    row: AnyRow
    points: float
    fit: Fit
    question: Question
    forms: Sequence[Form]


def scored(connection: Connection, reading: Reading, context: Context, limit: int) -> list[Scored]:
    """Return the best candidates of a reading, best first."""
    ids = _candidates(connection, reading, context)
    return in_order(connection, ids, reading.asked, context)[:limit]


def in_order(
    connection: Connection, ids: Collection[int], asked: Sequence[Alternative], context: Context
) -> list[Scored]:
    """Return these entries, best first; the farther a question is off, the less its fits count."""
    kinds = store.kind_words(connection)
    judge = _Judge(
        asked=[_Asked.of(each, kinds) for each in asked],
        least_cost=min((each.cost for each in asked), default=0.0),
        context=context,
        states=states_at(connection, context.at) if context.at else {},
    )
    found = [judge.scored(row) for row in store.entries_by_id(connection, ids)]
    return sorted(found, key=lambda each: (-each.points, each.row.id))


def wanted(context: Context) -> frozenset[EntryType]:
    """Return the types asked for; streets only by name."""
    return context.types if context.types is not None else RESULT_TYPES


@dataclass(frozen=True, slots=True)
class _Asked:
    question: Question
    cost: float
    kinds: frozenset[str]
    is_just_kind: bool

    @classmethod
    def of(cls, asked: Alternative, kinds: Mapping[str, frozenset[str]]) -> _Asked:
        question = asked.question
        named = kinds_named(question, kinds)
        return cls(question, asked.cost, named, is_kind_word(question, kinds))


@dataclass(frozen=True, slots=True)
class _Judge:
    """Gives points to one row after the other."""

    asked: Sequence[_Asked]
    least_cost: float
    context: Context
    states: Mapping[int, State]

    def scored(self, row: AnyRow) -> Scored:
        forms = unpacked(row.forms)
        ways = [self._way(each, row, forms) for each in self.asked]
        return max(ways, key=lambda way: way.points)

    def _way(self, asked: _Asked, row: AnyRow, forms: Sequence[Form]) -> Scored:
        fit = fit_of(asked.question, forms)
        points = points_of(fit, self._standing(row, asked))
        points -= ALTERNATIVE_COST * (asked.cost - self.least_cost)
        if fit.form and fit.form.has_han == self.context.lang.startswith("zh"):
            points += LANGUAGE_POINTS
        return Scored(row, points, fit, asked.question, forms)

    def _standing(self, row: AnyRow, asked: _Asked) -> Standing:
        near, away = self.context.near, None
        if near and row.lat is not None:
            away = distance_m(near, LatLng(row.lat, row.lng))
        is_open = self.states.get(row.hours_id) is State.OPEN
        is_kind, is_just_kind = row.kind in asked.kinds, asked.is_just_kind
        return Standing(EntryType(row.type), row.fame, is_kind, is_just_kind, away, is_open)


def _candidates(connection: Connection, reading: Reading, context: Context) -> list[int]:
    columns = store.entry_columns(connection)
    ids, types = reading.ids, [store.type_number(each) for each in wanted(context)]
    if len(ids) <= FEW:
        return [int(each) for each in ids]
    parts = [ids[:FROM_ALL]]
    parts += [ids[columns.types[ids] == number][:FROM_EACH_TYPE] for number in types]
    for each in reading.asked:
        parts += [_among(ids, chosen) for chosen in _by_name(connection, each.question)]
    if context.near:
        parts.append(_nearest(ids, columns, context.near))
    return [int(each) for each in np.unique(np.concatenate(parts))]


def _by_name(connection: Connection, question: Question) -> Iterator[list[int]]:
    for typed in question.compacts:
        yield store.ids_of_key(connection, typed, FROM_KEYS)
        yield store.ids_begun(connection, typed)[:FROM_KEYS]
    yield store.first_ids(connection, question.in_names, FROM_NAMES)


def _among(ids: store.Ids, chosen: Sequence[int]) -> store.Ids:
    return np.intersect1d(np.array(chosen, np.int32), ids, assume_unique=True)


def _nearest(ids: store.Ids, columns: store.Columns, near: LatLng) -> store.Ids:
    east = (columns.lngs[ids] - near.lng) * np.cos(np.radians(near.lat))
    away = (columns.lats[ids] - near.lat) ** 2 + east**2
    return ids[np.argsort(away, kind="stable")[:FROM_NEAR]]
