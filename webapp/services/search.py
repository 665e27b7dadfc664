"""Search over everything the site has: by name in any script, by kind, by place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from sqlalchemy import Connection

from geo.records import LatLng
from webapp.domain.search_terms.entries import TYPES, EntryType
from webapp.domain.search_terms.questions import read_question
from webapp.services.search_hits import hit_of, meant_by, place_of
from webapp.services.search_reading import Reading, read
from webapp.services.search_records import (
    Context,
    Found,
    Hit,
    LocalMarks,
    Place,
    TextMatch,
    no_match,
)
from webapp.services.search_scoring import Scored, scored, wanted
from webapp.services.search_suggestions import suggested
from webapp.store import search as store

__all__ = [
    "Context",
    "EntryType",
    "Found",
    "Hit",
    "LocalMarks",
    "Place",
    "TextMatch",
    "find",
    "find_place",
    "suggest",
    "text_match",
]

ANYWHERE = Context()
MOST_BEST = 60
VENUES = frozenset({EntryType.VENUE})
# What "near X" means most often when several things are called X.
PLACES = (
    EntryType.STATION,
    EntryType.AREA,
    EntryType.DISTRICT,
    EntryType.STREET,
    EntryType.VENUE,
)
SURE_POINTS = 70.0
PLACE_TOLERANCE = 8.0


def find(
    connection: Connection, query: str, lang: str, context: Context = ANYWHERE, limit: int = 60
) -> Found:
    """Return what fits the words, best first, with totals of each type.

    When nothing has all of the words, weaker readings are tried: begun words, other spellings,
    characters that sound alike, first letters, all words but one.
    """
    question = read_question(query)
    if not question.runs:
        return Found(query, None, (), {}, no_match(query))
    context = replace(context, lang=lang)
    reading = read(connection, question, wanted(context))
    best = scored(connection, reading, context, max(limit, MOST_BEST))
    corrected = _corrected(reading, best)
    venues = tuple(each.row.venue_id for each in best if each.row.venue_id)[:MOST_BEST]
    return Found(
        query=query,
        corrected=corrected,
        hits=tuple(hit_of(each) for each in best[:limit]),
        totals=_totals(connection, reading),
        match=TextMatch(query, corrected, reading.expression, venues),
    )


def suggest(
    connection: Connection, typed: str, lang: str, near: LatLng | None = None, limit: int = 8
) -> tuple[Hit, ...]:
    """Return what the words may become: the last one may be unfinished."""
    question = read_question(typed)
    if not question.runs:
        return ()
    best = suggested(connection, question, Context(near=near, lang=lang))
    return tuple(hit_of(each) for each in best[:limit])


def text_match(connection: Connection, words: str) -> TextMatch:
    """Return the words as a condition on venues, for lists, maps and open data."""
    question = read_question(words)
    if not question.runs:
        return no_match(words)
    reading = read(connection, question, VENUES)
    best = scored(connection, reading, Context(types=VENUES), MOST_BEST)
    ids = tuple(each.row.venue_id for each in best)
    return TextMatch(words, _corrected(reading, best), reading.expression, ids)


def find_place(connection: Connection, text: str, lang: str) -> Place | None:
    """Return the place a text names, None when no name comes close.

    Of places that fit alike, a station goes before an area, a district, a street and a venue.
    """
    question = read_question(text)
    if not question.runs:
        return None
    context = Context(types=frozenset(PLACES), lang=lang)
    reading = read(connection, question, frozenset(PLACES))
    best = scored(connection, reading, context, MOST_BEST)
    sure = [each for each in best if each.fit.points >= SURE_POINTS]
    if not sure:
        return None
    top = max(each.fit.points for each in sure)
    alike = [each for each in sure if each.fit.points > top - PLACE_TOLERANCE]
    return place_of(min(alike, key=lambda each: PLACES.index(EntryType(each.row.type))))


def _corrected(reading: Reading, best: list[Scored]) -> str | None:
    return meant_by(best[0]) if reading.is_corrected and best else None


def _totals(connection: Connection, reading: Reading) -> dict[EntryType, int]:
    counts = np.bincount(store.entry_columns(connection).types[reading.ids], minlength=len(TYPES))
    return {t: int(n) for t, n in zip(TYPES, counts, strict=True) if n}
