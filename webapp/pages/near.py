"""Choosing what to be near: the field that works everywhere, and what it says when in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, request

from webapp import current, nearby
from webapp.domain.search_terms.entries import EntryType
from webapp.pages import origin
from webapp.pages.addresses import this_address
from webapp.pages.found import sort_word
from webapp.services.place_search import PlaceAnswer, key_of
from webapp.services.search import Place
from webapp.words import gettext as _

LEFT_OUT = ("place", "near", "station", "bbox", "page", "sort", "view")
"""What another place replaces: the one before, the part of the map, the page, the order."""


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place that a text may mean: its names, what sort it is, the page near it, its key."""

    name: str
    alt: str
    sort: str
    address: str
    key: str


def add_to(pages: Blueprint) -> None:
    """Offer the parts of the form to templates."""
    for function in (near_text, near_hidden, near_doubt, near_choices, near_origin, near_asked):
        pages.add_app_template_global(function, function.__name__)


def near_origin() -> origin.Origin | None:
    """What the request asks to be near."""
    return origin.of_request()


def near_asked() -> bool:
    """Whether a place was asked for, known or not."""
    return nearby.answer() is not None


def near_text() -> str:
    """What stands in the field: the name of the place, or what was typed while it is unclear."""
    named = origin.of_request()
    if named:
        return named.name
    answer = nearby.answer()
    return answer.text if answer else ""


def near_hidden() -> Sequence[tuple[str, str]]:
    """What the form carries along: all the rest of the question."""
    return [pair for pair in request.args.items(multi=True) if pair[0] not in LEFT_OUT]


def near_doubt() -> PlaceAnswer | None:
    """What was asked when it names no one place, or an address we only know the street of."""
    answer = nearby.answer()
    return answer if answer and (answer.place is None or answer.missing) else None


def near_choices(answer: PlaceAnswer) -> list[PlaceChoice]:
    """The places a text may mean."""
    return [place_choice(place) for place in answer.choices]


def place_choice(place: Place) -> PlaceChoice:
    """One of the places a text may mean."""
    lang = current.lang()
    name = origin.name_of(place.type, place.name)
    is_station = place.type is EntryType.STATION
    sort = _("Street") if place.type is EntryType.STREET else sort_word(place.type)
    key = key_of(place)
    address = this_address(place=key, near=None, station=None, page=None, bbox=None)
    return PlaceChoice(name, place.name.other(lang), "" if is_station else sort, address, key)
