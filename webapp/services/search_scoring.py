"""Candidates in order: text, fame, and where given distance and open state."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.hours import State
from webapp.domain.search_terms.entries import RESULT_TYPES, EntryType
from webapp.domain.search_terms.forms import Form, unpacked
from webapp.domain.search_terms.questions import Question
from webapp.domain.search_terms.ranking import Fit, Standing, fit_of, points_of
from webapp.services.search_reading import Reading
from webapp.services.search_records import Context
from webapp.store import search as store
from webapp.store.hours import states_at
from webapp.store.rows import AnyRow

FROM_KEYS = 60
FROM_NAMES = 120
FROM_ALL = 60
FROM_EACH_TYPE = 10
FROM_NEAR = 40
ALTERNATIVE_COST = 3.0
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
    return in_order(connection, ids, reading.questions, context)[:limit]


def in_order(
    connection: Connection, ids: Collection[int], questions: Sequence[Question], context: Context
) -> list[Scored]:
    """Return these entries, best first; of questions the earlier ones are likelier."""
    states = states_at(connection, context.at) if context.at else {}
    rows = store.entries_by_id(connection, ids)
    found = [
        _scored(row, questions, _standing(row, context.near, states), context.lang) for row in rows
    ]
    return sorted(found, key=lambda each: (-each.points, each.row.id))


def wanted(context: Context) -> frozenset[EntryType]:
    """Return the types asked for; streets only by name."""
    return context.types if context.types is not None else RESULT_TYPES


def _candidates(connection: Connection, reading: Reading, context: Context) -> list[int]:
    columns = store.entry_columns(connection)
    kinds = [store.type_number(each) for each in wanted(context)]
    ids = reading.ids[np.isin(columns.types[reading.ids], kinds)]
    near: list[int] = []
    for question in reading.questions:
        near += store.ids_of_key(connection, question.compact, FROM_KEYS)
        near += store.ids_begun(connection, question.compact)
        near += store.first_ids(connection, question.in_names, FROM_NAMES)
    by_name = np.intersect1d(np.array(near, np.int32), ids)
    parts = [by_name[: FROM_KEYS + FROM_NAMES], ids[:FROM_ALL]]
    parts += [ids[columns.types[ids] == kind][:FROM_EACH_TYPE] for kind in kinds]
    if context.near:
        parts.append(_nearest(ids, columns, context.near))
    return [int(each) for each in np.unique(np.concatenate(parts))]


def _nearest(ids: store.Ids, columns: store.Columns, near: LatLng) -> store.Ids:
    east = (columns.lngs[ids] - near.lng) * np.cos(np.radians(near.lat))
    away = (columns.lats[ids] - near.lat) ** 2 + east**2
    return ids[np.argsort(away, kind="stable")[:FROM_NEAR]]


def _standing(row: AnyRow, near: LatLng | None, states: Mapping[int, State]) -> Standing:
    away = None
    if near and row.lat is not None:
        away = distance_m(near, LatLng(row.lat, row.lng))
    is_open = states.get(row.hours_id) is State.OPEN if states else None
    return Standing(EntryType(row.type), row.fame, away, is_open)


def _scored(row: AnyRow, questions: Sequence[Question], standing: Standing, lang: str) -> Scored:
    forms = unpacked(row.forms)
    fits = [(fit_of(question, forms), question) for question in questions]
    costs = [fit.points - ALTERNATIVE_COST * place for place, (fit, _) in enumerate(fits)]
    best = costs.index(max(costs))
    fit, question = fits[best]
    points = points_of(fit, standing) - ALTERNATIVE_COST * best
    if fit.form and fit.form.has_han == lang.startswith("zh"):
        points += LANGUAGE_POINTS
    return Scored(row, points, fit, question, forms)
