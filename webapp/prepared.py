"""Answers that are kept as they are sent: packed bytes with their validator."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass

CACHE = "public, max-age=60, stale-while-revalidate=600"


@dataclass(frozen=True, slots=True)
class Prepared:
    """Status, headers and bytes of an answer, for Flask or for plain WSGI."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def prepared(
    body: bytes, content_type: str, accepts: str, known: str, encoding: str = "gzip"
) -> Prepared:
    """Send `body` packed as it is or, when it is gzip a client cannot unpack, plain.

    `accepts` and `known` are the request's Accept-Encoding and If-None-Match; a client that
    already has these bytes gets an empty 304. Another `encoding` must be one it accepts.
    """
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    shared = (("ETag", etag), ("Cache-Control", CACHE), ("Vary", "Accept-Encoding"))
    if etag in known:
        return Prepared(304, shared, b"")
    typed = (*shared, ("Content-Type", content_type))
    if encoding in accepts:
        packed = (*typed, ("Content-Encoding", encoding), ("Content-Length", str(len(body))))
        return Prepared(200, packed, body)
    plain = gzip.decompress(body)
    return Prepared(200, (*typed, ("Content-Length", str(len(plain)))), plain)
