"""Open data under `/api/`: the same venues, answered as GeoJSON."""

from __future__ import annotations

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException

from webapp import errors
from webapp.api import items, problems

PREFIX = "/api"
UNROUTED = (404, 405)
"""What routing itself answers, before it is known whose address it would have been."""


def register(app: Flask) -> None:
    """Add the addresses, the answers to faults and the headers that let other sites read them."""
    api = Blueprint("api", __name__, url_prefix=PREFIX)
    items.add_to(api)
    problems.add_to(api)
    api.after_request(_open_to_other_sites)
    app.register_blueprint(api)
    for status in UNROUTED:
        app.register_error_handler(status, _on_unrouted)


def _on_unrouted(fault: HTTPException) -> Response:
    """A problem for addresses below ours, a page for all others."""
    if f"{request.path}/".startswith(f"{PREFIX}/"):
        return _open_to_other_sites(problems.on_http(fault))
    return errors.on_http(fault)


def _open_to_other_sites(answer: Response) -> Response:
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
