"""Tiles of pins answered before the application's router: a map asks for a dozen at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from geo.tiles import MAX_ZOOM
from webapp.http import FIXED_HEADERS
from webapp.prepared import prepared
from webapp.store.session import DatabaseDown
from webapp.store.tiles import TILE_TYPE, TileReader

ADDRESS = re.compile(r"/tiles/venues/(\d{1,2})/(\d{1,7})/(\d{1,7})\.json")
HEADERS = tuple(FIXED_HEADERS.items())
STATUS = {200: "200 OK", 304: "304 Not Modified"}


class TileShortcut:
    """Answers GET for a tile that can exist; everything else goes on to the application.

    So does a tile while the database is silent: the application has a page for that.
    """

    def __init__(self, application: WSGIApplication, reader: TileReader) -> None:
        """Stand before `application`, reading tiles from `reader`."""
        self.application = application
        self.reader = reader

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request (PEP 3333)."""
        address = ADDRESS.fullmatch(environ["PATH_INFO"])
        if address is None or environ["REQUEST_METHOD"] != "GET":
            return self.application(environ, start_response)
        z, x, y = (int(part) for part in address.groups())
        if z > MAX_ZOOM or max(x, y) >= 1 << z:
            return self.application(environ, start_response)
        try:
            body = self.reader.find(z, x, y)
        except DatabaseDown:
            return self.application(environ, start_response)
        return _send(body, environ, start_response)


def _send(body: bytes, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    accepts = environ.get("HTTP_ACCEPT_ENCODING", "")
    answer = prepared(body, TILE_TYPE, accepts, environ.get("HTTP_IF_NONE_MATCH", ""))
    start_response(STATUS[answer.status], [*HEADERS, *answer.headers])
    return [answer.body]
