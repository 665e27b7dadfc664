"""Answers made of packed bytes that are kept: prepared files and map data."""

from __future__ import annotations

from flask import Response, request

from webapp.prepared import prepared


def packed(body: bytes, content_type: str, encoding: str = "gzip") -> Response:
    """Send gzipped bytes (or those of another `encoding` the request accepts) with a validator."""
    accepts = request.headers.get("Accept-Encoding", "")
    known = request.headers.get("If-None-Match", "")
    answer = prepared(body, content_type, accepts, known, encoding)
    return Response(answer.body, answer.status, list(answer.headers))
