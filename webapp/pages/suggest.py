"""Suggestions while typing, as JSON."""

from __future__ import annotations

import orjson
from flask import Flask, Response, request

from webapp import current, i18n
from webapp.access import public
from webapp.domain.search_terms.entries import EntryType
from webapp.pages.found import found_row, path_of
from webapp.services import search
from webapp.services.search import Hit
from webapp.words import gettext as _
from webapp.words import ngettext

LIMIT = 8
LONGEST = 100
KEPT_S = 60
FILTERS = {
    EntryType.STATION: "station",
    EntryType.AREA: "area",
    EntryType.DISTRICT: "district",
}


def add_to(app: Flask) -> None:
    """Register the address; it is no page: nothing on it depends on a moment."""
    app.add_url_rule("/<any(zh, en):lang>/search/suggestions", "suggestions", suggestions)


@public
def suggestions() -> Response:
    """At most eight things whose names begin like what is typed, best first; the same for all."""
    typed = request.args.get("q", "").strip()[:LONGEST]
    hits = search.suggest(current.connection(), typed, current.lang(), limit=LIMIT) if typed else ()
    body = {
        "q": typed,
        "items": [_item(hit) for hit in hits],
        "label": _("Suggestions"),
        "status": status_words(len(hits)),
    }
    answer = Response(orjson.dumps(body), content_type="application/json")
    answer.headers["Cache-Control"] = f"public, max-age={KEPT_S}"
    return answer


def status_words(count: int) -> str:
    """How many there are, as a screen reader says it."""
    return (
        ngettext("%(num)d suggestion", "%(num)d suggestions", count)
        if count
        else _("No suggestions")
    )


def _item(hit: Hit) -> dict[str, object]:
    """Both names with what matched in them, as [start, end] in code points.

    `filter` is the parameter that keeps a list or map to the place.
    """
    lang = current.lang()
    other = i18n.other(lang)
    row = found_row(hit)
    return {
        "type": " · ".join(word for word in (row.sort, row.where) if word),
        "name": hit.name.in_(lang),
        "marks": hit.marks.zh if lang == "zh" else hit.marks.en,
        "alt": hit.name.other(lang),
        "alt_marks": hit.marks.en if lang == "zh" else hit.marks.zh,
        "alt_lang": i18n.TAGS[other],
        "address": path_of(hit.type, hit.key),
        "filter": [FILTERS[hit.type], hit.key] if hit.type in FILTERS else None,
    }
