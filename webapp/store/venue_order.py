"""How lists of venues are sorted; ties are broken by name and id, so that pages never overlap."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import numpy as np

from webapp.store.venue_columns import Mask, Numbers, VenueColumns
from webapp.store.venue_filter import Order
from webapp.store.venue_selection import Selection


def first_rows(selection: Selection, most: int) -> Numbers:
    """Return at least the first `most` rows of the selection, in the order that was asked for.

    By rank, venues whose facts are older than their kind's limit come after others as well known.
    """
    columns, wanted, mask = selection.columns, selection.wanted, selection.mask()
    if wanted.order is Order.DISTANCE and selection.metres is not None:
        return _nearest(selection, mask, most)
    if wanted.order is Order.NAME:
        order = _by_name(columns, wanted.lang)
    else:
        order = _by_rank(columns, wanted.lang, wanted.at.date() if wanted.at else None)
    rows: Numbers = order[mask[order]]
    return _best_first(selection, rows) if wanted.order is Order.RELEVANCE else rows


def _best_first(selection: Selection, rows: Numbers) -> Numbers:
    text = selection.wanted.text
    if text is None:
        return rows
    best = selection.columns.rows_with(np.array(text.best, np.int64))
    best = best[np.isin(best, rows)]
    first: Numbers = np.concatenate([best, rows[~np.isin(rows, best)]])
    return first


def _nearest(selection: Selection, mask: Mask, most: int) -> Numbers:
    rows = np.flatnonzero(mask)
    metres = selection.walk_metres[rows]  # type: ignore[index]
    if len(rows) > most:
        limit = np.partition(metres, most - 1)[most - 1]
        rows = rows[metres <= limit]
    names = _names(selection.columns, selection.wanted.lang)[rows]
    ways = (selection.metres, selection.walk_metres)
    keys = (names, *(each[rows] for each in ways))  # type: ignore[index]
    nearest: Numbers = rows[np.lexsort(keys)]
    return nearest


@lru_cache(maxsize=4)
def _by_name(columns: VenueColumns, lang: str) -> Numbers:
    order: Numbers = np.argsort(_names(columns, lang))
    return order


@lru_cache(maxsize=16)
def _by_rank(columns: VenueColumns, lang: str, today: date | None) -> Numbers:
    keys = (_names(columns, lang), -columns.rank)
    if today is not None:
        is_stale = columns.as_of <= today.toordinal() - columns.confirm_days
        keys = (keys[0], is_stale, keys[1])  # type: ignore[assignment]
    order: Numbers = np.lexsort(keys)
    return order


def _names(columns: VenueColumns, lang: str) -> Numbers:
    return columns.by_zh if lang == "zh" else columns.by_en
