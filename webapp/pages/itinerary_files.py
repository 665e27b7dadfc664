"""Files of an itinerary to take along."""

from __future__ import annotations

from flask import Response

from webapp import current, http
from webapp.access import public
from webapp.pages.itinerary_day import chosen_day, dated
from webapp.pages.itinerary_page import notes_of
from webapp.pages.itinerary_route import route_of
from webapp.pages.route_files import file_answer, file_etag, for_a_while
from webapp.store.itineraries import get_itinerary


@public
def itinerary_file(slug: str, form: str) -> Response:
    """One itinerary, on the day asked for, as a file."""
    written = get_itinerary(current.connection(), slug)
    day, etag = chosen_day(written), file_etag()
    known = http.unchanged(etag)
    if known is not None:
        return for_a_while(known, etag)
    found = dated(written, day.start)
    route = route_of(found, day, notes_of(written, found))
    return for_a_while(file_answer(route, form), etag)
