"""Structured logs, one line a request, each with the request's id."""

from __future__ import annotations

import logging
import re
import time
import uuid

import structlog
from flask import Flask, Response, g, request

from webapp.settings import LogFormat, Settings

SAFE_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
SECRETS = ("token", "key")
"""Parts of addresses that are not logged."""
log = structlog.get_logger("webapp")


def register(app: Flask) -> None:
    """Configure structlog and log every request when it ends."""
    _configure(app.extensions["settings"])
    app.before_request(_begin)
    app.after_request(_end)


def request_id() -> str:
    """The id of the request at hand, as shown on error pages and in `X-Request-Id`."""
    if "request_id" not in g:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if SAFE_ID.fullmatch(given) else uuid.uuid4().hex
    return str(g.request_id)


def logged_path() -> str:
    """The path without the names and keys of saved plans, which open them."""
    path = request.path
    for name in SECRETS:
        path = path.replace(str((request.view_args or {}).get(name) or "\0"), f"<{name}>")
    return path


def _configure(settings: Settings) -> None:
    as_json = settings.log_format is LogFormat.JSON
    # Not the renderer's own way: it prints the values of variables, and some are passwords.
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    last = structlog.processors.JSONRenderer() if as_json else plain
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info
            if as_json
            else structlog.processors.StackInfoRenderer(),
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )


def _begin() -> None:
    g.began = time.perf_counter()


def _end(answer: Response) -> Response:
    answer.headers["X-Request-Id"] = request_id()
    took_ms = (time.perf_counter() - g.get("began", time.perf_counter())) * 1000
    log.info(
        "request",
        id=request_id(),
        method=request.method,
        path=logged_path(),
        status=answer.status_code,
        ms=round(took_ms, 1),
    )
    return answer
