"""Which things of the catalogue a query names: the place to be near, or something in whole."""

from __future__ import annotations

from collections.abc import Sequence

from webapp import current
from webapp.domain.search_near import NearWords
from webapp.domain.search_phrases import Phrase, Reading
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.text import LocalText
from webapp.kept import kept
from webapp.services import search
from webapp.services.search import Place

SURELY_PLACES = {EntryType.AREA, EntryType.DISTRICT, EntryType.STATION}
NEVER_ALL_WORDS = {EntryType.VENUE, EntryType.STREET}
"""What many words together fit by chance: "people's square museum" is near the square."""


@kept(most=1024)
def is_name(typed: str) -> bool:
    """Whether the whole query is the name of something, such as a bar called Open Now."""
    found = search.find(current.connection(), typed, current.lang(), limit=1)
    return any(_same(typed, hit.name) or hit.also == typed for hit in found.hits)


def near_place(reading: Reading) -> tuple[Phrase, Place] | None:
    """The first "near" whose place is known, with the words that name it best."""
    for readings in reading.places:
        found = _best([(phrase, place) for phrase in readings if (place := _find(phrase.place))])
        if found:
            return found
    return None


def _best(found: Sequence[tuple[Phrase, Place]]) -> tuple[Phrase, Place] | None:
    """Of readings, longest first: one that is no venue or named in full, else any."""
    for phrase, place in found:
        words = phrase.place.place if phrase.place else ""
        if place.type not in NEVER_ALL_WORDS or _same(words, place.name):
            return phrase, place
    return found[0] if found else None


def _find(near: NearWords | None) -> Place | None:
    if near is None or near.is_general:
        return None
    place = _place(near.place)
    if place is None or (near.is_weak and place.type not in SURELY_PLACES):
        return None
    return place if near.could_name(place.name.zh) else None


@kept(most=2048)
def _place(words: str) -> Place | None:
    return search.find_place(current.connection(), words, current.lang())


def _same(typed: str, name: LocalText) -> bool:
    return typed.casefold() in (name.zh.casefold(), name.en.casefold())
