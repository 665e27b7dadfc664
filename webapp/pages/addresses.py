"""Links to the page at hand with a changed question, so that every view is a link."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from flask import Flask, request, url_for

MOMENT = ("at", "on", "hour")
FILTERS = (
    *("q", "literal", "scenario", "kind", "district", "area", "line", "station", "walk"),
    *("place", "near", "within", "step_free", "access", "price", "benefit", "tag", "state", "open"),
)
"""What the filter form asks for; the box of the map and the moment are chosen elsewhere."""
FORM = (*(name for name in FILTERS if name not in ("within", "literal")), "sort", "page", "view")


def register(app: Flask) -> None:
    """Offer the functions below to templates."""
    app.jinja_env.globals.update(
        this_address=this_address,
        same_on=same_on,
        kept_arguments=kept_arguments,
        filters_used=filters_used,
        without_filters=without_filters,
        asked_words=lambda: request.args.get("q", "").strip(),
    )


def this_address(**changes: str | None) -> str:
    """This page's address with some parameters changed, or dropped where None."""
    kept = [pair for pair in _arguments() if pair[0] not in changes]
    return _address(
        request.path, kept + [(name, value) for name, value in changes.items() if value]
    )


def address_without(*names: str, only: tuple[str, str] | None = None) -> str:
    """This page's address without these parameters, nor the one pair of name and value `only`."""
    kept = [pair for pair in _arguments() if pair[0] not in names and pair != only]
    return _address(request.path, kept)


def same_on(endpoint: str) -> str:
    """The same question on another page, from its first page of results."""
    path = urlsplit(url_for(endpoint)).path
    return _address(path, [pair for pair in _arguments() if pair[0] != "page"])


def _arguments() -> list[tuple[str, str]]:
    """What this page was asked, without the view, which a cookie carries."""
    return [pair for pair in request.args.items(multi=True) if pair[0] != "view"]


def _address(path: str, pairs: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path


def kept_arguments(
    *, except_moment: bool = False, only_moment: bool = False
) -> list[tuple[str, str]]:
    """Parameters a form must carry along as hidden fields.

    The filter form keeps what it has no field for; the time form keeps all but the moment.
    """
    dropped = (*MOMENT, "page", "view") if except_moment else FORM
    return [
        (name, value)
        for name, value in request.args.items(multi=True)
        if name not in dropped and (not only_moment or name in MOMENT)
    ]


def filters_used() -> int:
    """How many filters of the form are in use."""
    return sum(1 for name, value in request.args.items(multi=True) if name in FILTERS and value)


def without_filters() -> str:
    """This page's address with no filter at all, for the same moment and the same box."""
    return address_without(*FILTERS, "page", "sort")
