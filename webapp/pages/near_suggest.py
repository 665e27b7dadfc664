"""Places to be near, suggested while one types, as JSON."""

from __future__ import annotations

import orjson
from flask import Flask, Response, request

from webapp import current, i18n
from webapp.access import public
from webapp.domain.search_terms.entries import EntryType
from webapp.pages.found import sort_word
from webapp.pages.suggest import KEPT_S, LIMIT, LONGEST, status_words
from webapp.services.place_search import suggest_places
from webapp.services.search import Hit
from webapp.words import gettext as _


def add_to(app: Flask) -> None:
    """Register the address; it is no page: nothing on it depends on a moment."""
    app.add_url_rule("/<any(zh, en):lang>/places/suggestions", "near_suggestions", near_suggestions)


@public
def near_suggestions() -> Response:
    """At most eight stations, areas, districts, streets and venues; the same for all."""
    typed = request.args.get("q", "").strip()[:LONGEST]
    lang = current.lang()
    hits = suggest_places(current.connection(), typed, lang, LIMIT) if typed else []
    body = {
        "q": typed,
        "items": [_item(hit) for hit in hits],
        "label": _("Places to be near"),
        "status": status_words(len(hits)),
    }
    answer = Response(orjson.dumps(body), content_type="application/json")
    answer.headers["Cache-Control"] = f"public, max-age={KEPT_S}"
    return answer


def _item(hit: Hit) -> dict[str, object]:
    """Both names with what matched in them, as [start, end] in code points, and its `place`."""
    lang = current.lang()
    other = i18n.other(lang)
    return {
        "type": _("Street") if hit.type is EntryType.STREET else sort_word(hit.type),
        "name": hit.name.in_(lang),
        "marks": hit.marks.in_(lang),
        "alt": hit.name.other(lang),
        "alt_marks": hit.marks.in_(other),
        "alt_lang": i18n.TAGS[other],
        "place": f"{hit.type}:{hit.key}",
    }
