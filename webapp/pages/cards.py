"""Venues as lists show them: the store's card with its state at the page's moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from webapp.domain.hours import day_spans, service_day, status_of
from webapp.domain.openings import DAY_STARTS_AT
from webapp.pages.origin import Origin
from webapp.pages.phrases import StateWords, state_words
from webapp.pages.ways import Way, way_to
from webapp.store.venue_records import VenueCard

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HoursBar:
    """One day from 06 to 06: open spans and the present, in minutes after 06:00.

    `spans` is None when the hours are unknown, `now_min` is None on other days.
    """

    spans: tuple[Span, ...] | None
    is_usual: bool
    now_min: int | None


@dataclass(frozen=True, slots=True)
class ListedVenue:
    """A venue in a list: its state in words, its bar, in lists near something the way to it."""

    card: VenueCard
    state: StateWords
    bar: HoursBar
    way: Way | None = None


def listed(
    cards: Iterable[VenueCard], at: datetime, origin: Origin | None = None
) -> list[ListedVenue]:
    """Give each card its state at the aware moment `at`, and the way to it from `origin`."""
    return [_listed(card, at, origin) for card in cards]


def minutes_of_day(at: datetime) -> int:
    """Minutes after 06:00 of the day that runs from 06:00 to 06:00."""
    return ((at.hour - DAY_STARTS_AT.hour) * 60 + at.minute) % (24 * 60)


def _listed(card: VenueCard, at: datetime, origin: Origin | None) -> ListedVenue:
    status = status_of(card.hours_text, card.hours_basis, at)
    bar = HoursBar(_spans(card, at), status.is_usual, minutes_of_day(at))
    way = way_to(card, origin) if origin else None
    return ListedVenue(card, state_words(status, at), bar, way)


def _spans(card: VenueCard, at: datetime) -> tuple[Span, ...] | None:
    return day_spans(card.hours_text, service_day(at)) if card.hours_text else None
