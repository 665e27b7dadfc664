"""What a query was understood to mean, as chips one can take away."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint

from webapp import asked, current
from webapp.asked import Query, Understood
from webapp.domain.search_phrases import Meaning
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.text import LocalText
from webapp.pages.addresses import this_address
from webapp.pages.phrases import clock_words, metre_words, station_words, weekday_date_words
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class Chip:
    """A meaning in words, the words it came from, and the address of the page without them."""

    word: str
    typed: str
    address: str


def add_to(pages: Blueprint) -> None:
    """Offer `understood_chips()` to the templates of lists and maps."""
    pages.add_app_template_global(_of_request, "understood_chips")


def _of_request() -> list[Chip]:
    return chips(asked.query())


def chips(query: Query) -> list[Chip]:
    """The chips of what the words changed; what the address says outright has none."""
    return [
        Chip(_word(one), one.words, this_address(q=one.without or None, page=None))
        for one in query.understood
        if one.parameters
    ]


def _word(one: Understood) -> str:
    if one.place:
        return _near_word(one, one.place.name, one.place.type)
    if one.meaning is Meaning.TIME and one.moment:
        return _(
            "Open %(day)s %(hour)s",
            day=weekday_date_words(one.moment.date()),
            hour=clock_words(one.moment),
        )
    return {
        Meaning.OPEN_NOW: _("Open now"),
        Meaning.ALL_NIGHT: _("Open all night"),
        Meaning.FREE: _("Free"),
        Meaning.STEP_FREE: _("Step-free"),
    }.get(one.meaning, one.words)


def _near_word(one: Understood, name: LocalText, sort: EntryType) -> str:
    place = station_words(name) if sort is EntryType.STATION else name.in_(current.lang())
    if sort is EntryType.DISTRICT:
        return _("In %(place)s", place=place)
    if one.near and one.near.walk_min:
        return _("%(minutes)d min on foot from %(place)s", minutes=one.near.walk_min, place=place)
    if one.near and one.near.within_m:
        return _(
            "Within %(distance)s of %(place)s",
            distance=metre_words(one.near.within_m),
            place=place,
        )
    return _("Near %(place)s", place=place)
