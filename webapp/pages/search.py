"""The search page: all that fits the words, what they were understood to mean, and a way on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from webapp import asked, clock, current
from webapp.access import public
from webapp.asked import Query
from webapp.domain.search_terms.entries import EntryType
from webapp.pages import chips, origin, query, search_advice
from webapp.pages.cards import ListedVenue, listed
from webapp.pages.found import FoundRow, found_row, place_row
from webapp.pages.search_examples import EXAMPLES
from webapp.services import search
from webapp.services.search import Context, Found, Hit, LocalMarks
from webapp.store import venues as store
from webapp.store.venue_filter import VenueFilter

VENUES_SHOWN = 10
ROWS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one type, best first; `venues` are cards, all others rows."""

    type: EntryType
    total: int
    rows: tuple[FoundRow, ...] = ()
    venues: Sequence[ListedVenue] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """Groups in the order of their best hits; `marks` says what matched in venues' names."""

    groups: tuple[Group, ...]
    corrected: str | None
    marks: Mapping[str, LocalMarks]


def add_to(pages: Blueprint) -> None:
    """Register the address."""
    pages.add_url_rule("/search", "search", search_page)


@public
def search_page() -> str:
    """Results for `q`; without it, what one can type."""
    typed, wanted = asked.query(), query.venue_filter()
    results = _results(typed, wanted) if typed.typed else None
    return render_template(
        "pages/search.html",
        typed=typed,
        results=results,
        chips=chips.chips(typed),
        advice=search_advice.advice(typed, wanted) if _needs_advice(typed, results) else None,
        is_literal=asked.is_literal(),
        examples=EXAMPLES[current.lang()],
        at=clock.moment(),
    )


def _needs_advice(typed: Query, results: Results | None) -> bool:
    """Whether nothing was found, or no venue for what the words were understood to mean."""
    if results is None or any(group.type is EntryType.VENUE for group in results.groups):
        return False
    return not results.groups or bool(typed.understood)


def _results(typed: Query, wanted: VenueFilter) -> Results:
    found = _found(typed, wanted)
    if found and found.corrected and asked.is_literal():
        found = None
    hits = found.hits if found else ()
    groups = [_venues(wanted)] if found or not typed.rest else []
    groups += _rows(found, hits) if found else _place_rows(typed)
    by_type = {group.type: group for group in groups if group.total}
    order = dict.fromkeys([*(hit.type for hit in hits), *by_type])
    return Results(
        tuple(by_type[sort] for sort in order if sort in by_type),
        _corrected(found) if found else None,
        {hit.key: hit.marks for hit in hits if hit.type is EntryType.VENUE},
    )


def _corrected(found: Found) -> str | None:
    """What was searched instead, by its name in the reader's language where it is one."""
    for hit in found.hits[:1]:
        if found.corrected in (hit.name.zh, hit.name.en):
            return hit.name.in_(current.lang())
    return found.corrected


def _found(typed: Query, wanted: VenueFilter) -> Found | None:
    """What the remaining words find; nothing when all of the query was understood."""
    if not typed.rest:
        return None
    near = wanted.near or (typed.place.position if typed.place else None)
    context = Context(near=near, at=clock.moment() if clock.is_chosen() else None)
    return search.find(current.connection(), typed.rest, current.lang(), context)


def _venues(wanted: VenueFilter) -> Group:
    """The venues of the list of the same address, so that both always agree."""
    page = store.venues_in(current.connection(), wanted, 1, VENUES_SHOWN)
    cards = listed(page.items, clock.moment(), origin.of_request())
    return Group(EntryType.VENUE, page.total, venues=cards)


def _rows(found: Found, hits: Sequence[Hit]) -> list[Group]:
    """The other types, as far as they are among the best hits."""
    by_type: dict[EntryType, list[Hit]] = {}
    for hit in hits:
        if hit.type not in (EntryType.VENUE, EntryType.STREET):
            by_type.setdefault(hit.type, []).append(hit)
    return [
        Group(
            sort,
            found.totals.get(sort, len(some)),
            tuple(found_row(hit) for hit in some[:ROWS_SHOWN]),
        )
        for sort, some in by_type.items()
    ]


def _place_rows(typed: Query) -> list[Group]:
    """When nothing but a place was named, its own page."""
    row = place_row(typed.place) if typed.place else None
    return [Group(row.type, 1, (row,))] if row else []
