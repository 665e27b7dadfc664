"""Itineraries as lists show them, with the drawing of their route."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from webapp import current
from webapp.store.documents import find_sketch
from webapp.store.itinerary_records import ItineraryCard


@dataclass(frozen=True, slots=True)
class ListedItinerary:
    """An itinerary in a list; `begins` and `ends` as on a clock."""

    card: ItineraryCard
    begins: str
    ends: str
    sketch: str | None


def listed_itineraries(cards: Iterable[ItineraryCard]) -> list[ListedItinerary]:
    """Give each itinerary its hours and its drawing."""
    return [
        ListedItinerary(
            card, clock_of(card.start_min), clock_of(card.end_min), route_sketch(card.slug)
        )
        for card in cards
    ]


def route_sketch(slug: str) -> str | None:
    """The drawing of a route, made when content was synchronised."""
    return find_sketch(current.connection(), "itinerary", slug, current.lang())


def clock_of(minutes: int) -> str:
    """Minutes after midnight, beyond 1440 too, as a clock shows them: 1457 is 00:17."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
