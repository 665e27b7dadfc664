"""Prepared files and drawings."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from webapp.store.tables import documents, sketches

_DOCUMENT = select(documents).where(documents.c.key == bindparam("key"))
_SKETCH = select(sketches.c.svg).where(
    sketches.c.kind == bindparam("kind"),
    sketches.c.key == bindparam("key"),
    sketches.c.lang == bindparam("lang"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file ready to be served: `body` is gzipped, `etag` is unquoted."""

    content_type: str
    body: bytes
    etag: str


def find_document(connection: Connection, key: str) -> Document | None:
    """Return the prepared file of that key (`base.json` is the map's base), None if not built."""
    row = connection.execute(_DOCUMENT, {"key": key}).one_or_none()
    return Document(row.content_type, row.body, row.etag) if row else None


def find_sketch(connection: Connection, kind: str, key: str, lang: str) -> str | None:
    """Return the SVG drawn for a place (`venue`, `shanghai-museum`, `zh`), or None."""
    return connection.execute(_SKETCH, {"kind": kind, "key": key, "lang": lang}).scalar()
