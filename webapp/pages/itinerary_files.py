"""Files of an itinerary to take along: GPX, KML, GeoJSON, calendar, text, the offline map."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import Response, current_app, request

from webapp import current, http
from webapp.access import public
from webapp.domain.faults import PageMissing
from webapp.kept import kept
from webapp.pages.itinerary_day import chosen_day, dated
from webapp.pages.itinerary_page import notes_of
from webapp.pages.itinerary_route import route_of
from webapp.services.take_away.calendar import calendar_file
from webapp.services.take_away.geojson import geojson_file
from webapp.services.take_away.gpx import gpx_file
from webapp.services.take_away.kml import kml_file
from webapp.services.take_away.offline import DOCUMENT, offline_file
from webapp.services.take_away.route import TakeAwayRoute
from webapp.services.take_away.text import text_file
from webapp.store.documents import find_document
from webapp.store.itineraries import get_itinerary

CACHE = "public, max-age=300, stale-while-revalidate=3600"

Write = Callable[[TakeAwayRoute, str], bytes]


@dataclass(frozen=True, slots=True)
class FileForm:
    """How a sort of file is written and sent; `is_saved` when a browser should not show it."""

    content_type: str
    write: Write
    is_saved: bool = True


def _offline(route: TakeAwayRoute, lang: str) -> bytes:
    return offline_file(route, lang, _frame(), is_large=request.args.get("size") == "large")


FORMS = {
    "gpx": FileForm("application/gpx+xml", gpx_file),
    "kml": FileForm("application/vnd.google-earth.kml+xml", kml_file),
    "geojson": FileForm("application/geo+json", geojson_file),
    "ics": FileForm("text/calendar; charset=utf-8", calendar_file),
    "txt": FileForm("text/plain; charset=utf-8", text_file, is_saved=False),
    "html": FileForm("text/html; charset=utf-8", _offline),
}
"""The sorts of files by the end of their name."""


@public
def itinerary_file(slug: str, form: str) -> Response:
    """One itinerary, on the day asked for, as a file."""
    written = get_itinerary(current.connection(), slug)
    day = chosen_day(written)
    etag = http.etag_of(
        current_app.extensions["release"], current.version(), current.lang(), request.full_path
    )
    known = http.unchanged(etag)
    if known is not None:
        return _kept(known, etag)
    found = dated(written, day.start)
    route = route_of(found, day, notes_of(written, found))
    return _kept(file_answer(route, form), etag)


def file_answer(route: TakeAwayRoute, form: str) -> Response:
    """Write `route` as the file of that form, named in both alphabets."""
    lang, chosen = current.lang(), FORMS[form]
    answer = Response(chosen.write(route, lang), content_type=chosen.content_type)
    answer.headers["Content-Disposition"] = disposition(route, form, is_saved=chosen.is_saved)
    return answer


def disposition(route: TakeAwayRoute, form: str, *, is_saved: bool) -> str:
    """Return the header that names the file (RFC 6266, 8187): plain ASCII, then the title."""
    plain = f"{route.file_name}.{form}"
    title = f"{route.title.in_(current.lang())} {route.on:%Y-%m-%d}.{form}".replace("/", " ")
    kind = "attachment" if is_saved else "inline"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(title, safe='')}"


def _kept(answer: Response, etag: str) -> Response:
    answer.set_etag(etag, weak=True)
    answer.headers["Cache-Control"] = CACHE
    answer.vary.add("Accept-Encoding")
    return answer


@kept(most=2)
def _frame() -> str:
    """The prepared page of offline maps; raises `PageMissing` before it is there."""
    document = find_document(current.connection(), DOCUMENT)
    if document is None:
        raise PageMissing(DOCUMENT)
    return gzip.decompress(document.body).decode()
