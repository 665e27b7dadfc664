"""What a route can be taken along as: files, paper, text and a QR code."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.pages.itinerary_page import ItineraryPage
from webapp.services.take_away.qr import qr_svg
from webapp.view import is_easy
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file as a link: what it is for, and what it is called."""

    word: str
    use: str
    icon: str
    address: str


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Everything of the section: files most people want, then those for other programs."""

    files: tuple[TakenFile, ...]
    others: tuple[TakenFile, ...]
    code: str


def take_away(page: ItineraryPage) -> TakeAway:
    """Offer the itinerary on its day."""

    def taken(form: str, word: str, use: str, icon: str = "") -> TakenFile:
        asked = {"size": "large"} if form == "html" and is_easy() else {}
        address = page.day.address("pages.itinerary_file", form=form, **asked)
        return TakenFile(word, use, icon, address)

    paper = page.day.address("pages.itinerary_print")
    return TakeAway(
        files=(
            taken("html", _("Offline map"), _("one file, opens without a network"), "map"),
            taken("ics", _("Calendar"), _("every stop with its time"), "clock"),
            taken("txt", _("Plain text"), _("to paste into a chat"), "list"),
            TakenFile(_("Print"), _("A4 with map and QR code"), "print", paper),
        ),
        others=(
            taken("gpx", "GPX", _("for walking and outdoor apps")),
            taken("kml", "KML", _("for Google Earth and map apps")),
            taken("geojson", "GeoJSON", _("for map software")),
        ),
        code=qr_svg(page.url, _("QR code of this itinerary’s address")),
    )
