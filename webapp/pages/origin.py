"""What distances on a page are counted from, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from geo.records import LatLng
from webapp import asked, current, nearby
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.text import LocalText
from webapp.pages import reference
from webapp.pages.phrases import station_names, station_words
from webapp.services.search import Place
from webapp.words import gettext as _

NAMELESS = LocalText("", "")
HAS_MIDDLE = {EntryType.AREA, EntryType.DISTRICT, EntryType.STREET}


@dataclass(frozen=True, slots=True)
class Origin:
    """A point to be near; `name` is empty for a bare point, such as the visitor's own.

    `exact` names the very point where the place is wide: the middle of a street. `key` is the
    text for `place` that means this place, `station` its slug when it is a station. `names` says
    in both languages what `name` does.
    """

    position: LatLng
    name: str = ""
    exact: str = ""
    key: str = ""
    station: str = ""
    names: LocalText = NAMELESS


def of_request() -> Origin | None:
    """What the request asks to be near: `place`, words in `q`, `near` or `station`."""
    given = asked.arguments()
    if given.get("near"):
        return of_place() or _of_words() or _of_point(given["near"])
    return of_station(given["station"]) if given.get("station") else None


def of_place() -> Origin | None:
    """The place that `place` names, None where it names none."""
    answer = nearby.answer()
    return named(answer.place) if answer and answer.place else None


def of_station(slug: str) -> Origin | None:
    """The metro station, None when there is no such one."""
    found = next((card for card in reference.stations() if card.slug == slug), None)
    return named(Place(EntryType.STATION, slug, found.name, found.position)) if found else None


def named(place: Place) -> Origin:
    """The place in the reader's language."""
    name = name_of(place.type, place.name)
    exact = _("the middle of %(place)s", place=name) if place.type in HAS_MIDDLE else name
    is_station = place.type is EntryType.STATION
    return Origin(
        place.position,
        name,
        exact,
        f"{place.type}:{place.key}",
        place.key if is_station else "",
        station_names(place.name) if is_station else place.name,
    )


def name_of(sort: EntryType, name: LocalText) -> str:
    """A place's name as said in a sentence."""
    return station_words(name) if sort is EntryType.STATION else name.in_(current.lang())


def _of_words() -> Origin | None:
    place = asked.query().place
    return named(place) if place and "near" not in request.args else None


def _of_point(raw: str) -> Origin:
    lat, lng = raw.split(",")
    return Origin(LatLng(float(lat), float(lng)))
