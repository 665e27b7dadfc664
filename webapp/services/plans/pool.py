"""The places a plan is made of: at most 200 of the catalogue, the most promising first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from sqlalchemy import Connection

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.hours_evaluation import find_hours
from webapp.domain.openings import midnight
from webapp.domain.outing_worth import (
    FAME,
    FIT_FIRST,
    FIT_OTHER,
    FIT_WORDS,
    HALVED_M,
    NEAR_M,
    NIGHT_BEGINS_MIN,
    Appeal,
    worth_of,
)
from webapp.domain.outings import VISITS
from webapp.domain.planning.problem import Candidate, Window
from webapp.services.plans.fitting import Fitting, fitting
from webapp.services.plans.request import PlanRequest
from webapp.store.hours import HoursText, hours_in
from webapp.store.plane import metres_from
from webapp.store.remembered import remembered
from webapp.store.venue_column_file import columns_of
from webapp.store.venue_columns import Mask, Metres, VenueColumns

MOST_OPEN, MOST_CLOSED, MOST_MEALS = 150, 24, 24
"""Places that are open then; known ones that are not, to say why; places only for a meal."""
LOOKED_AT = 600
SEEN = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate with its row in the columns; `fits_words` when the wish names it."""

    candidate: Candidate
    row: int
    position: LatLng
    fits_words: bool
    is_only_meal: bool


@dataclass(frozen=True, slots=True)
class Pool:
    """The candidates; how many more would fit but have no known hours; named ones left aside.

    `no_hours` and `unlisted` are slugs the request names that cannot be planned.
    """

    places: tuple[Place, ...]
    without_hours: int
    no_hours: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


def pool_of(connection: Connection, request: PlanRequest) -> Pool:
    """Choose the places to plan with; those the request names always, if their hours are known."""
    columns = columns_of(connection)
    fit = fitting(connection, columns, request)
    chooser = _Chooser(connection, columns, request, fit)
    named, no_hours, unlisted = chooser.named()
    return Pool(
        places=tuple(chooser.chosen(named)),
        without_hours=int(np.count_nonzero(fit.fits & (columns.hours < 0))),
        no_hours=no_hours,
        unlisted=unlisted,
    )


def named_pool(connection: Connection, request: PlanRequest) -> Pool:
    """The places the request names and no other: for a plan whose stops are settled."""
    columns = columns_of(connection)
    fit = fitting(connection, columns, request)
    chooser = _Chooser(connection, columns, request, fit)
    named, no_hours, unlisted = chooser.named()
    return Pool(tuple(chooser.places(named)), 0, no_hours, unlisted)


class _Chooser:
    """Chooses among all venues for one request."""

    def __init__(
        self, connection: Connection, columns: VenueColumns, request: PlanRequest, fit: Fitting
    ) -> None:
        self._columns, self._request, self._fit = columns, request, fit
        self._texts = {each.id: each.text for each in _texts(connection)}
        self._stays = dict(request.stays)
        self._rows = dict(self._found(request.wanted))
        self._away_m = _away_m(columns, request)

    def named(self) -> tuple[list[int], tuple[str, ...], tuple[str, ...]]:
        """The rows of the places named, slugs of those without hours, and of those not listed."""
        wanted = self._request.wanted
        known = [slug for slug in wanted if slug in self._rows]
        blind = tuple(slug for slug in known if self._columns.hours[self._rows[slug]] < 0)
        rows = [self._rows[slug] for slug in known if slug not in blind]
        return rows, blind, tuple(slug for slug in wanted if slug not in self._rows)

    def places(self, rows: list[int]) -> Iterator[Place]:
        """The places of these rows."""
        return (self._place(row) for row in rows)

    def chosen(self, named: list[int]) -> Iterator[Place]:
        """The named places, the best of those that fit, and places for a meal."""
        yield from self.places(named)
        yield from self._best(self._fit.fits & self._usable(named), MOST_OPEN, MOST_CLOSED)
        if self._fit.eats.any():
            eating = self._fit.eats & ~self._fit.fits & self._usable(named)
            yield from self._best(eating, MOST_MEALS, 0)

    def _usable(self, named: list[int]) -> Mask:
        mask: Mask = self._columns.hours >= 0
        mask[named] = False
        return mask

    def _best(self, mask: Mask, most_open: int, most_closed: int) -> Iterator[Place]:
        opened = closed = 0
        for row in self._by_promise(mask):
            place = self._place(row)
            if self._is_open(place.candidate):
                opened += 1
                if opened <= most_open:
                    yield place
            else:
                closed += 1
                if closed <= most_closed:
                    yield place
            if opened >= most_open:
                return

    def _by_promise(self, mask: Mask) -> list[int]:
        """The rows of a mask, those of most worth first as far as columns tell."""
        rows = np.flatnonzero(mask)
        fit = self._fit
        points = np.array(FAME)[self._columns.rank[rows]] + np.select(
            [fit.words[rows], fit.first[rows], fit.other[rows]],
            [FIT_WORDS, FIT_FIRST, FIT_OTHER],
            0,
        )
        beyond_m = np.maximum(0.0, self._away_m[rows] - NEAR_M)
        order = np.argsort(-points * 0.5 ** (beyond_m / HALVED_M), kind="stable")
        return [int(row) for row in rows[order][:LOOKED_AT]]

    def _place(self, row: int) -> Place:
        columns, fit = self._columns, self._fit
        slug, kind = columns.slugs[row].decode(), fit.kind_of(row)
        visiting = VISITS[kind]
        text = self._texts[int(columns.hours_ids[columns.hours[row]])]
        is_only_meal = not (fit.fits[row] or slug in self._rows)
        candidate = Candidate(
            slug=slug,
            windows=windows_on(text, self._request.day),
            stay_min=self._stays.get(slug, visiting.stay_min),
            worth=0 if is_only_meal else worth_of(self._appeal(row, kind)),
            kind=kind,
            eats=visiting.eats,
            rests=visiting.rests,
        )
        position = LatLng(float(columns.lat[row]), float(columns.lng[row]))
        return Place(candidate, row, position, bool(fit.words[row]), is_only_meal)

    def _appeal(self, row: int, kind: str) -> Appeal:
        columns, fit = self._columns, self._fit
        age = self._request.day.toordinal() - int(columns.as_of[row])
        return Appeal(
            rank=int(columns.rank[row]),
            fits_words=bool(fit.words[row]),
            is_first_scenario=bool(fit.first[row]),
            is_other_scenario=bool(fit.other[row]),
            is_for_night=VISITS[kind].at_night and self._request.until_min > NIGHT_BEGINS_MIN,
            is_confirmed=age <= int(columns.confirm_days[row]),
            distance_m=float(self._away_m[row]),
        )

    def _is_open(self, candidate: Candidate) -> bool:
        request = self._request
        return any(
            min(window.closes_min, request.until_min) - max(window.opens_min, request.from_min)
            >= candidate.stay_min
            for window in candidate.windows
        )

    def _found(self, slugs: Iterable[str]) -> Iterator[tuple[str, int]]:
        for slug in slugs:
            rows = np.flatnonzero(self._columns.slugs == slug.encode())
            if len(rows) and self._fit.kind_of(int(rows[0])) in VISITS:
                yield slug, int(rows[0])


@lru_cache(maxsize=8192)
def windows_on(text: str, day: date) -> tuple[Window, ...]:
    """Return when a place is surely open, in minutes after 00:00 of `day`, over two days."""
    hours = find_hours(text)
    if hours is None:
        return ()
    start = midnight(day)
    openings = (each for each in hours.openings_in(start, start + SEEN) if not each.unknown)
    return tuple(
        Window(
            int((each.start - start).total_seconds() // 60),
            int((each.end - start).total_seconds() // 60),
        )
        for each in openings
    )


@remembered
def _texts(connection: Connection) -> tuple[HoursText, ...]:
    return hours_in(connection)


def _away_m(columns: VenueColumns, request: PlanRequest) -> Metres:
    """Metres from the start; with an end elsewhere, half of the way round over the place."""
    from_start = metres_from(request.start, columns.lat, columns.lng)
    if request.end is None:
        return from_start
    to_end = metres_from(request.end, columns.lat, columns.lng)
    round_m: Metres = (from_start + to_end - distance_m(request.start, request.end)) / 2
    return np.maximum(0.0, round_m)
