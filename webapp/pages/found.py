"""What a search finds, as pages show it: address, sort of thing, names with what matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import url_for

from webapp import current
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.text import LocalText
from webapp.labels import label
from webapp.pages import reference
from webapp.services.search import Hit, LocalMarks, Place
from webapp.words import gettext as _

ENDPOINTS: dict[EntryType, tuple[str, str]] = {
    EntryType.VENUE: ("pages.venue", "slug"),
    EntryType.AREA: ("pages.area", "slug"),
    EntryType.DISTRICT: ("pages.district", "code"),
    EntryType.STATION: ("pages.station", "slug"),
    EntryType.ITINERARY: ("pages.itinerary", "slug"),
    EntryType.EVENT: ("pages.event", "slug"),
}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One thing found: its names and what matched in them, what sort of thing it is, where.

    `also` is the other name that matched; `where` is empty when it lies in no one district.
    """

    type: EntryType
    name: LocalText
    marks: LocalMarks | None
    also: str | None
    address: str
    sort: str
    where: str


def found_row(hit: Hit) -> FoundRow:
    """The row for `hit`, in the reader's language."""
    has_kind = hit.type is EntryType.VENUE and hit.kind is not None
    return FoundRow(
        hit.type,
        hit.name,
        hit.marks,
        hit.also,
        address_of(hit.type, hit.key),
        label("kind", hit.kind) if has_kind else sort_word(hit.type),
        "" if hit.type is EntryType.DISTRICT else _district(hit.district_code),
    )


def place_row(place: Place) -> FoundRow | None:
    """The row for a place one wants to be near; streets have no page."""
    if place.type is EntryType.STREET:
        return None
    address = address_of(place.type, place.key)
    return FoundRow(place.type, place.name, None, None, address, sort_word(place.type), "")


def address_of(sort: EntryType, key: str) -> str:
    """The page of a thing; benefits share one page, help is a page of prose."""
    if sort is EntryType.BENEFIT:
        return url_for("pages.benefits", _anchor=key)
    if sort is EntryType.HELP:
        page, _hash, anchor = key.partition("#")
        return url_for(f"pages.{page}", _anchor=anchor or None)
    endpoint, parameter = ENDPOINTS[sort]
    values: dict[str, Any] = {parameter: key}
    return url_for(endpoint, **values)


def path_of(sort: EntryType, key: str) -> str:
    """The same without the moment of this request, for answers that are kept."""
    parts = urlsplit(address_of(sort, key))
    return f"{parts.path}#{parts.fragment}" if parts.fragment else parts.path


def sort_word(sort: EntryType) -> str:
    """The sort of thing in the reader's language."""
    words = {
        EntryType.VENUE: _("Place"),
        EntryType.AREA: _("Area"),
        EntryType.DISTRICT: _("District"),
        EntryType.STATION: _("Metro station"),
        EntryType.ITINERARY: _("Itinerary"),
        EntryType.EVENT: _("Event"),
        EntryType.BENEFIT: _("Benefit"),
        EntryType.HELP: _("Help"),
    }
    return words[sort]


def _district(code: str | None) -> str:
    names = {each.code: each.name for each in reference.districts()}
    return names[code].in_(current.lang()) if code in names else ""
