"""Adding a stop by name: what was found, each as a link to the plan with it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from webapp import current
from webapp.domain.hours import status_of
from webapp.domain.outings import VISITS
from webapp.pages.phrases import StateWords, state_words
from webapp.pages.plan_links import added, changed
from webapp.services import search
from webapp.services.plans.route import PlannedRoute
from webapp.services.search import Context, EntryType
from webapp.store.venue_cards import cards_by_id
from webapp.store.venue_records import VenueCard

LONGEST = 80
MOST = 5


@dataclass(frozen=True, slots=True)
class Addable:
    """A place found; `address` is the plan with it, None where it cannot be planned."""

    venue: VenueCard
    state: StateWords
    address: str | None


@dataclass(frozen=True, slots=True)
class Additions:
    """What was typed, and what was found."""

    text: str
    found: tuple[Addable, ...]


def found_to_add(route: PlannedRoute, typed: str) -> Additions | None:
    """Places of that name, None when nothing was typed."""
    text = typed.strip()[:LONGEST]
    if not text:
        return None
    connection, context = current.connection(), Context(types=frozenset({EntryType.VENUE}))
    hits = search.find(connection, text, current.lang(), context, limit=MOST).hits
    cards = cards_by_id(connection, [hit.venue_id for hit in hits if hit.venue_id is not None])
    return Additions(text, tuple(_addable(route, card) for card in cards))


def kept_values(route: PlannedRoute) -> list[tuple[str, str]]:
    """What the form for adding carries along: the plan as it is."""
    return parse_qsl(urlsplit(changed(route)).query)


def _addable(route: PlannedRoute, card: VenueCard) -> Addable:
    at = route.request.begins
    state = state_words(status_of(card.hours_text, card.hours_basis, at), at)
    can = card.hours_text is not None and card.kind in VISITS and card.slug not in route.slugs
    return Addable(card, state, added(route, card.slug) if can else None)
