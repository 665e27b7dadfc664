"""The openings of the coming weeks, from which a device without network tells states."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from datetime import date
from typing import Any

import orjson
from flask import Flask, Response

from webapp import current
from webapp.access import public
from webapp.domain.hours_ahead import DAYS, HoursAhead, hours_ahead, hours_key
from webapp.domain.openings import service_day
from webapp.i18n import LANGUAGES
from webapp.kept import kept
from webapp.pages.prepared_files import packed
from webapp.pages.state_texts import state_shapes, state_texts
from webapp.store.hours import hours_in

Spans = Iterable[tuple[int, int]]


def add_to(app: Flask) -> None:
    """Register the address and the name that hours have in pages and files."""
    app.add_url_rule("/tiles/openings.json", "openings", openings)
    app.add_template_filter(hours_key, "hours_key")


@public
def openings() -> Response:
    """Five weeks of every distinct hours text, and the texts of states in both languages."""
    return packed(_file(first_day()), "application/json")


def first_day() -> date:
    """The service day of the present: the first day of what is prepared today."""
    return service_day(current.now())


@kept(most=2)
def hours_from(first: date) -> dict[str, dict[str, Any]]:
    """Every readable hours text by its key, as `told` tells it."""
    texts = [each.text for each in hours_in(current.connection())]
    found = ((text, hours_ahead(text, first)) for text in texts)
    return {hours_key(text): told(ahead) for text, ahead in found if ahead}


def told(ahead: HoursAhead) -> dict[str, Any]:
    """Return `o` open, `p` perhaps open, `u` usual days, `a` always open, what is empty left out.

    Spans are written as steps: the minutes to the first start, its length, to the next start ….
    """
    parts = {
        "o": _steps(ahead.open),
        "p": _steps(ahead.perhaps),
        "u": list(ahead.usual),
        "a": int(ahead.always_open),
    }
    return {name: part for name, part in parts.items() if part}


def period(first: date) -> dict[str, Any]:
    """Return which days the openings are told for."""
    return {"from": first.isoformat(), "days": DAYS}


@kept(most=2)
def _file(first: date) -> bytes:
    texts = {lang: state_texts(lang) for lang in LANGUAGES}
    content = {
        **period(first),
        "hours": hours_from(first),
        "texts": texts,
        "shapes": state_shapes(),
    }
    return gzip.compress(orjson.dumps(content), mtime=0)


def _steps(spans: Spans) -> list[int]:
    steps, at = list[int](), 0
    for start, end in spans:
        steps += [start - at, end - start]
        at = end
    return steps
