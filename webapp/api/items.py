"""The features of a collection, a page at a time (OGC API – Features, part 1: Core)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Blueprint, Response, request

from geo.distance import WALKING_M_PER_MIN
from webapp import clock, current, http, nearby
from webapp.access import public
from webapp.api.features import feature_of
from webapp.api.problems import UnknownParameter
from webapp.domain.faults import BadParameter
from webapp.pages import query
from webapp.store.venues import cards_in, select_venues

TYPE = "application/geo+json"
DEFAULT_LIMIT = 10
MAX_LIMIT = 1000
MAX_OFFSET = 10_000_000
PARAMETERS = frozenset({*query.PARAMETERS, "limit", "offset"})


def add_to(api: Blueprint) -> None:
    """Register the address."""
    api.add_url_rule("/collections/venues/items", "venue_items", venue_items)


@public
def venue_items() -> Response:
    """The venues that answer a question, found as lists find them."""
    _refuse_unknown_parameters()
    etag = http.etag_of(current.version(), request.full_path, clock.now().isoformat())
    answer = http.unchanged(etag) or _items()
    answer.set_etag(etag, weak=True)
    answer.headers["Cache-Control"] = "public, max-age=60"
    return answer


def _items() -> Response:
    limit = query.whole_number("limit", 1, MAX_LIMIT) or DEFAULT_LIMIT
    offset = query.whole_number("offset", 0, MAX_OFFSET) or 0
    # Names sort as in English, walks are at the usual pace: no answer depends on its reader.
    selection = select_venues(
        current.connection(),
        replace(query.venue_filter(), lang="en", pace_m_per_min=WALKING_M_PER_MIN),
    )
    cards = cards_in(current.connection(), selection, offset, limit)
    total = selection.count()
    body = {
        "type": "FeatureCollection",
        "features": [feature_of(card, clock.moment()) for card in cards],
        "numberMatched": total,
        "numberReturned": len(cards),
        "timeStamp": clock.now().isoformat(),
        "links": _links(offset, limit, total),
    }
    return Response(orjson.dumps(body), content_type=TYPE)


def _refuse_unknown_parameters() -> None:
    for name, value in request.args.items():
        if name not in PARAMETERS:
            raise UnknownParameter(name, value)
    asked = nearby.answer()
    if asked and asked.place is None:
        raise BadParameter("place", asked.text)


def _links(offset: int, limit: int, total: int) -> list[dict[str, Any]]:
    links = [_link("self", request.full_path.rstrip("?"))]
    if offset + limit < total:
        links.append(_link("next", _address(offset + limit)))
    if offset > 0:
        links.append(_link("prev", _address(max(0, offset - limit))))
    return links


def _link(relation: str, address: str) -> dict[str, str]:
    return {"rel": relation, "type": TYPE, "href": current.settings().base_url + address}


def _address(offset: int) -> str:
    kept = [pair for pair in request.args.items(multi=True) if pair[0] != "offset"]
    return f"{request.path}?{urlencode([*kept, ('offset', str(offset))])}"
