"""What to do when a search finds nothing: other words, fewer conditions, what there is nearby."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from webapp import current
from webapp.asked import Query
from webapp.domain.search_phrases import Meaning
from webapp.labels import label
from webapp.pages.addresses import this_address
from webapp.pages.found import FoundRow, found_row
from webapp.services import search
from webapp.store import venues as store
from webapp.store.venue_filter import Order, VenueFilter
from webapp.words import gettext as _

GUESSES = 5
KINDS_SHOWN = 6
MOST_WORDS = 5
FARTHEST_M = 20_000
DROPPED: dict[Meaning, dict[str, Any]] = {
    Meaning.NEAR: {
        "station": None,
        "district": None,
        "near": None,
        "within_m": None,
        "walk_min": None,
        "order": Order.RANK,
    },
    **{each: {"state": None} for each in (Meaning.TIME, Meaning.OPEN_NOW, Meaning.ALL_NIGHT)},
    Meaning.FREE: {"prices": ()},
    Meaning.STEP_FREE: {"access": ()},
}
"""For each meaning, the filter without it."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another question with places to show: its words, how many, its address."""

    words: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Advice:
    """Names that are spelt alike, the question with less in it, kinds near the place meant."""

    guesses: tuple[FoundRow, ...]
    alternatives: tuple[Alternative, ...]
    kinds: tuple[Alternative, ...]


def advice(typed: Query, wanted: VenueFilter) -> Advice:
    """What helps on from a question without an answer."""
    words = "" if typed.understood else typed.rest
    hits = search.suggest(current.connection(), words, current.lang(), limit=GUESSES)
    loosened = [*_farther(typed, wanted), *_loosened(typed, wanted), *_single_words(typed)]
    return Advice(
        tuple(found_row(hit) for hit in hits),
        tuple(one for one in loosened if one.count),
        tuple(_kinds(typed, wanted)),
    )


def _farther(typed: Query, wanted: VenueFilter) -> Iterator[Alternative]:
    """The nearest that there are, however far from the place."""
    if wanted.has_centre and typed.place:
        anywhere = replace(wanted, within_m=FARTHEST_M, walk_min=None)
        count = store.count_venues(current.connection(), anywhere)
        words = _("Farther from %(place)s", place=typed.place.name.in_(current.lang()))
        yield Alternative(words, count, this_address(within=str(FARTHEST_M), walk=None))


def _loosened(typed: Query, wanted: VenueFilter) -> Iterator[Alternative]:
    """The same without one of the conditions its words set."""
    for one in typed.understood:
        if one.parameters and one.without:
            fewer = replace(wanted, **DROPPED[one.meaning])
            count = store.count_venues(current.connection(), fewer)
            yield Alternative(one.without, count, this_address(q=one.without))


def _single_words(typed: Query) -> Iterator[Alternative]:
    words = typed.rest.split()[:MOST_WORDS]
    for word in words if len(words) > 1 else ():
        found = search.find(current.connection(), word, current.lang(), limit=1)
        yield Alternative(
            word, 0 if found.corrected else sum(found.totals.values()), this_address(q=word)
        )


def _kinds(typed: Query, wanted: VenueFilter) -> Iterator[Alternative]:
    """The kinds there are most of, near the place meant or anywhere."""
    nearby = replace(wanted, text=None, order=Order.RANK, state=None, access=(), prices=())
    counts = store.counts_by_kind(current.connection(), nearby)
    near: dict[str, Any] = {
        name: value for one in typed.understood if one.place for name, value in one.parameters
    }
    for kind, count in sorted(counts.items(), key=lambda pair: -pair[1])[:KINDS_SHOWN]:
        yield Alternative(label("kind", kind), count, url_for("pages.venues", kind=kind, **near))
