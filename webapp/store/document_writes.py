"""Storing prepared files and drawings."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from webapp.store.merging import delete_surplus, merge_rows
from webapp.store.tables import documents, sketches

PACKED_WELL = 9
PACKED_QUICKLY = 3


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file to be served under `key`, not yet packed."""

    key: str
    content_type: str
    text: bytes


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing of a place in one language; `kind`, `key` as in `venue`, `shanghai-museum`."""

    kind: str
    key: str
    lang: str
    svg: str


def replace_documents(connection: Connection, prepared: Iterable[Prepared]) -> None:
    """Store these files instead of all others."""
    merge = merge_rows(connection, documents, (_row(each) for each in prepared))
    delete_surplus(connection, merge)


def keep_document(connection: Connection, prepared: Prepared) -> None:
    """Store one file beside all others, instead of what its key named before."""
    merge_rows(connection, documents, [_row(prepared, level=PACKED_QUICKLY)])


def replace_sketches(connection: Connection, drawn: Iterable[Sketch]) -> None:
    """Store these drawings instead of all others."""
    merge = merge_rows(connection, sketches, (asdict(each) for each in drawn))
    delete_surplus(connection, merge)


def _row(each: Prepared, level: int = PACKED_WELL) -> dict[str, object]:
    return {
        "key": each.key,
        "content_type": each.content_type,
        "body": gzip.compress(each.text, compresslevel=level, mtime=0),
        "etag": hashlib.sha256(each.text).hexdigest()[:16],
    }
