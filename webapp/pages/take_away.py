"""What a route can be taken along as: files, paper, text and a QR code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from webapp.services.take_away.qr import qr_svg
from webapp.view import is_easy
from webapp.words import gettext as _

PAPER = "print"


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file as a link: what it is for, and what it is called."""

    word: str
    use: str
    icon: str
    address: str


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Everything of the section: files most people want, then those for other programs.

    `code` is empty for an address that is too long for a code.
    """

    files: tuple[TakenFile, ...]
    others: tuple[TakenFile, ...]
    code: str


def take_away(address: Callable[[str], str], url: str, spoken: str) -> TakeAway:
    """Offer a route; `address` of `gpx` … or `print` is a path, `spoken` names the QR code."""

    def taken(form: str, word: str, use: str, icon: str = "") -> TakenFile:
        return TakenFile(word, use, icon, _sized(address(form), form))

    return TakeAway(
        files=(
            taken("html", _("Offline map"), _("one file, opens without a network"), "map"),
            taken("ics", _("Calendar"), _("every stop with its time"), "clock"),
            taken("txt", _("Plain text"), _("to paste into a chat"), "list"),
            taken(PAPER, _("Print"), _("A4 with map and QR code"), "print"),
        ),
        others=(
            taken("gpx", "GPX", _("for walking and outdoor apps")),
            taken("kml", "KML", _("for Google Earth and map apps")),
            taken("geojson", "GeoJSON", _("for map software")),
        ),
        code=qr_svg(url, spoken),
    )


def _sized(address: str, form: str) -> str:
    """The offline map has large type for whoever reads the site in it."""
    if form != "html" or not is_easy():
        return address
    return f"{address}{'&' if '?' in address else '?'}size=large"
