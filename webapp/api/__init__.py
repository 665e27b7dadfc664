"""Open data under `/api/`: the same venues, answered as GeoJSON."""

from __future__ import annotations

from flask import Blueprint, Flask, Response

from webapp.api import items, problems


def register(app: Flask) -> None:
    """Add the addresses, the answers to faults and the headers that let other sites read them."""
    api = Blueprint("api", __name__, url_prefix="/api")
    items.add_to(api)
    problems.add_to(api)
    api.after_request(_open_to_other_sites)
    app.register_blueprint(api)


def _open_to_other_sites(answer: Response) -> Response:
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
