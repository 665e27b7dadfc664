"""A route as files to take along: GPX, KML, GeoJSON, calendar, text, the offline map."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import Response, current_app, request

from webapp import current, http
from webapp.domain.faults import PageMissing
from webapp.kept import kept
from webapp.services.take_away.calendar import calendar_file
from webapp.services.take_away.geojson import geojson_file
from webapp.services.take_away.gpx import gpx_file
from webapp.services.take_away.kml import kml_file
from webapp.services.take_away.offline import DOCUMENT, offline_file
from webapp.services.take_away.route import TakeAwayRoute
from webapp.services.take_away.text import text_file
from webapp.store.documents import find_document

CACHE = "max-age=300, stale-while-revalidate=3600"

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
ENDINGS = f"<any({', '.join(FORMS)}):form>"
"""The end of a name in the address of a file."""


def file_etag(*parts: object) -> str:
    """Return a validator for the file asked for, made of `parts` besides the usual ones."""
    release = current_app.extensions["release"]
    return http.etag_of(release, current.version(), current.lang(), request.full_path, *parts)


def file_answer(route: TakeAwayRoute, form: str) -> Response:
    """Write `route` as the file of that form, named in both alphabets."""
    lang, chosen = current.lang(), FORMS[form]
    answer = Response(chosen.write(route, lang), content_type=chosen.content_type)
    answer.headers["Content-Disposition"] = disposition(route, form, is_saved=chosen.is_saved)
    return answer


def for_a_while(answer: Response, etag: str, *, by: str = "public") -> Response:
    """Let an answer be kept for five minutes; `by` is `private` for what is not for everybody."""
    answer.set_etag(etag, weak=True)
    answer.headers["Cache-Control"] = f"{by}, {CACHE}"
    answer.vary.add("Accept-Encoding")
    return answer


def disposition(route: TakeAwayRoute, form: str, *, is_saved: bool) -> str:
    """Return the header that names the file (RFC 6266, 8187): plain ASCII, then the title."""
    plain = f"{route.file_name}.{form}"
    title = f"{route.title.in_(current.lang())} {route.on:%Y-%m-%d}.{form}".replace("/", " ")
    kind = "attachment" if is_saved else "inline"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(title, safe='')}"


@kept(most=2)
def _frame() -> str:
    """The prepared page of offline maps; raises `PageMissing` before it is there."""
    document = find_document(current.connection(), DOCUMENT)
    if document is None:
        raise PageMissing(DOCUMENT)
    return gzip.decompress(document.body).decode()
