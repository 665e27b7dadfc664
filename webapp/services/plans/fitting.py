"""Which venues fit a request: by scenario, by words, by needs; as masks over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

import numpy as np
from sqlalchemy import Connection

from webapp.domain.outings import GROWN_UP, VISITS
from webapp.domain.scenarios import KINDS
from webapp.domain.venues import Access
from webapp.services.plans.request import Need, PlanRequest
from webapp.services.search import text_match
from webapp.store.search import venue_ids
from webapp.store.venue_columns import Links, Mask, Numbers, VenueColumns


@dataclass(frozen=True, slots=True, eq=False)
class Fitting:
    """Masks over all venues.

    `fits` answer the request; `words` answer the wish, `first` and `other` a scenario asked for
    that is the venue's first or another; `eats` are places for a meal that keep to the needs.
    """

    fits: Mask
    words: Mask
    first: Mask
    other: Mask
    eats: Mask
    kinds: tuple[str, ...]
    kind_codes: Numbers

    def kind_of(self, row: int) -> str:
        """Return the kind of one venue."""
        return self.kinds[int(self.kind_codes[row])]


def fitting(connection: Connection, columns: VenueColumns, request: PlanRequest) -> Fitting:
    """Work out the masks of a request; one that asks for nothing is fit by every outing."""
    links = columns.links["kind"]
    codes = _codes(links, columns.size)
    able = _able(columns, request) & _of_kinds(links.values, codes, set(VISITS))
    words = _words(connection, columns, request.wish)
    first, other = _scenarios(columns, request, links.values, codes)
    asked = words if request.wish else np.zeros(columns.size, np.bool_)
    if request.scenarios:
        asked = asked | first | other
    elif not request.wish:
        asked = np.ones(columns.size, np.bool_)
    eating = {kind for kind, visiting in VISITS.items() if visiting.eats}
    wants_meal = Need.NO_MEALS not in request.needs
    eats = able & _of_kinds(links.values, codes, eating if wants_meal else set())
    return Fitting(able & asked, words, first, other, eats, links.values, codes)


def _codes(links: Links, size: int) -> Numbers:
    """The place of each venue's kind in `links.values`."""
    codes = np.zeros(size, np.int64)
    for code, (start, end) in enumerate(pairwise(links.starts.tolist())):
        codes[links.rows[start:end]] = code
    return codes


def _able(columns: VenueColumns, request: PlanRequest) -> Mask:
    """The venues that keep to the needs, exist on the day and are not excluded."""
    mask: Mask = columns.ends_on >= request.day.toordinal()
    access = columns.links["access"]
    if Need.STEP_FREE in request.needs:
        mask &= _of_rows(columns.size, access.rows_of(Access.STEP_FREE))
    if Need.NO_STAIRS in request.needs:
        mask &= ~_of_rows(columns.size, access.rows_of(Access.NO_STEP_FREE))
    if Need.INDOOR in request.needs:
        mask &= _indoor(columns)
    if Need.CHILDREN in request.needs:
        mask &= ~_with_kind(columns, GROWN_UP)
    if request.without:
        mask &= ~np.isin(columns.slugs, [slug.encode() for slug in sorted(request.without)])
    return mask


def _indoor(columns: VenueColumns) -> Mask:
    """Places tagged as indoors, and kinds that always are."""
    tagged = _of_rows(columns.size, columns.links["tag"].rows_of("indoor"))
    return tagged | _with_kind(columns, {kind for kind, each in VISITS.items() if each.indoor})


def _with_kind(columns: VenueColumns, kinds: set[str] | frozenset[str]) -> Mask:
    links = columns.links["kind"]
    masks = (_of_rows(columns.size, links.rows_of(kind)) for kind in kinds)
    return reduce(np.logical_or, masks, np.zeros(columns.size, np.bool_))


def _of_kinds(values: tuple[str, ...], codes: Numbers, kinds: set[str]) -> Mask:
    table = np.array([value in kinds for value in values], np.bool_)
    found: Mask = table[codes] if len(table) else np.zeros(len(codes), np.bool_)
    return found


def _words(connection: Connection, columns: VenueColumns, wish: str) -> Mask:
    if not wish:
        return np.zeros(columns.size, np.bool_)
    ids = venue_ids(connection, text_match(connection, wish).expression)
    return _of_rows(columns.size, columns.rows_with(np.fromiter(ids, np.int64)))


def _scenarios(
    columns: VenueColumns, request: PlanRequest, values: tuple[str, ...], codes: Numbers
) -> tuple[Mask, Mask]:
    """The venues whose first scenario is asked for, and those of which another one is."""
    kinds = {kind for kind in values if KINDS[kind].scenario in request.scenarios}
    first = _of_kinds(values, codes, kinds)
    links = columns.links["scenario"]
    rows = [links.rows_of(scenario) for scenario in request.scenarios]
    carried = _of_rows(columns.size, np.concatenate([links.rows[:0], *rows]))
    return first, carried & ~first


def _of_rows(size: int, rows: Numbers) -> Mask:
    mask = np.zeros(size, np.bool_)
    mask[rows] = True
    return mask
