"""Files prepared when content changes: the map's shell and its base."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from sqlalchemy import Connection

from geo.maps.shell import CITY, map_shell
from webapp.store.document_writes import Prepared, replace_documents

JSON = "application/json"


def prepare_documents(connection: Connection) -> None:
    """Prepare every file anew from what the store and `content/geo/` hold."""
    replace_documents(connection, _documents())


def _documents() -> Iterator[Prepared]:
    yield Prepared("shell.json", JSON, orjson.dumps(map_shell(CITY)))
