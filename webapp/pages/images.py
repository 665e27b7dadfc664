"""Pictures for shared links, painted when content is synchronised."""

from __future__ import annotations

from flask import Flask, Response, request, send_file

from webapp import current
from webapp.access import public
from webapp.domain.faults import PageMissing
from webapp.image_files import ImageFiles

FRESH_S = 86_400
"""How long one may be shown without asking again; afterwards its ETag tells."""


def add_to(app: Flask) -> None:
    """Register the address; it names the language at its end, as it is no page."""
    address = "/images/<kind>/<slug>.<any(zh, en):lang>.png"
    app.add_url_rule(address, "image", image)


@public
def image(kind: str, slug: str) -> Response:
    """The picture of the site, a venue, an area or an itinerary."""
    place = ImageFiles(current.settings().var_dir).find(kind, slug, current.lang())
    if place is None:
        raise PageMissing(request.path)
    answer = send_file(place, mimetype="image/png", max_age=FRESH_S)
    # Made to be shown on other sites, beside links to this one.
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
