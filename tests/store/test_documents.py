"""Prepared files and drawings come back as stored."""

from __future__ import annotations

import gzip

from webapp.store.document_writes import Prepared, Sketch, replace_documents, replace_sketches
from webapp.store.documents import find_document, find_sketch
from webapp.store.session import Database


def test_a_file_comes_back_packed(database: Database):
    with database.write() as connection:
        replace_documents(connection, [Prepared("a.json", "application/json", b"{}")])
        found = find_document(connection, "a.json")
        assert find_document(connection, "b.json") is None
    assert found is not None
    assert (gzip.decompress(found.body), found.content_type) == (b"{}", "application/json")


def test_the_etag_follows_the_content(database: Database):
    tags = []
    with database.write() as connection:
        for text in (b"one", b"two", b"one"):
            replace_documents(connection, [Prepared("a", "text/plain", text)])
            found = find_document(connection, "a")
            assert found is not None
            tags.append(found.etag)
    assert tags[0] == tags[2] != tags[1]


def test_drawings_are_replaced_together(database: Database):
    with database.write() as connection:
        replace_sketches(connection, [sketch("old", "zh"), sketch("kept", "zh")])
        replace_sketches(connection, [sketch("kept", "zh"), sketch("kept", "en")])
        assert find_sketch(connection, "venue", "old", "zh") is None
        assert find_sketch(connection, "venue", "kept", "en") == "<svg>kept en</svg>"


def sketch(key: str, lang: str) -> Sketch:
    return Sketch("venue", key, lang, f"<svg>{key} {lang}</svg>")
