"""Districts to take along: the list, the page that shows one offline, the files."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from flask import Blueprint, Flask, Response, render_template

from webapp import current
from webapp.access import public
from webapp.current import Language
from webapp.domain.faults import PageMissing
from webapp.kept import kept
from webapp.labels import label
from webapp.pages import reference
from webapp.pages.openings import first_day, hours_from, period
from webapp.pages.prepared_files import packed
from webapp.pages.state_texts import state_shapes, state_texts
from webapp.settings import SHANGHAI
from webapp.store.content_version import synced_at
from webapp.store.districts import get_district
from webapp.store.documents import find_document
from webapp.store.packs import pack_key, pack_sizes
from webapp.store.place_records import District

HOURS_PART = 3_000
"""Packed bytes of hours and words, which join a prepared file; for the size told beforehand."""
MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class OfferedPack:
    """A district to take along; `kilobytes` is about what will be sent."""

    district: District
    kilobytes: int


def add_to(pages: Blueprint) -> None:
    """Register the pages."""
    pages.add_url_rule("/packs", "packs", packs)
    pages.add_url_rule("/packs/<code>", "pack", pack)


def add_files_to(app: Flask) -> None:
    """Register the files, whose addresses a device keeps them under."""
    app.add_url_rule("/packs/<any(zh, en):lang>/<code>.json", "pack_file", pack_file)


@public
def packs() -> str:
    """The districts one can take along, how large each is, and what this device has."""
    return render_template("pages/packs.html", packs=_offered(), made_on=_made_on())


@public
def pack(code: str) -> str:
    """A page that shows a district from the device; a script fills it."""
    district = get_district(current.connection(), code)
    return render_template("pages/pack.html", district=district, made_on=_made_on())


@public
def pack_file(code: str) -> Response:
    """A district's file with the hours of the five weeks from now."""
    body, length = _file(current.lang(), code, first_day())
    answer = packed(body, "application/json")
    answer.headers["X-Plain-Length"] = str(length)
    return answer


@kept(most=MOST_KEPT)
def _file(lang: Language, code: str, first: date) -> tuple[bytes, int]:
    """The file's packed bytes and how many they are unpacked; raises `PageMissing`."""
    document = find_document(current.connection(), pack_key(lang, code))
    if document is None:
        raise PageMissing(pack_key(lang, code))
    content = orjson.loads(gzip.decompress(document.body))
    plain = orjson.dumps(
        {**_head(first), **content, **_words(lang, content), **_hours(content, first)}
    )
    return gzip.compress(plain, mtime=0), len(plain)


def _head(first: date) -> dict[str, Any]:
    made = _made_on()
    return {
        "version": current.version(),
        "made_on": made.isoformat() if made else None,
        "licence": "ODbL-1.0",
        "credit": "© OpenStreetMap contributors and the sources named on each page",
        **period(first),
    }


def _words(lang: Language, content: dict[str, Any]) -> dict[str, Any]:
    """The words for the codes in the file, and for states."""
    used = {
        "scenario": {each["scenario"] for each in content["venues"]},
        "kind": {each["kind"] for each in content["venues"]},
        "access": {fact for each in content["venues"] for fact in each["access"]},
    }
    labels = {name: {code: label(name, code) for code in sorted(used[name])} for name in used}
    return {"labels": labels, "texts": state_texts(lang), "shapes": state_shapes()}


def _hours(content: dict[str, Any], first: date) -> dict[str, Any]:
    keys = {each["hours"]["key"] for each in content["venues"] if each["hours"]}
    return {"hours": {key: told for key, told in hours_from(first).items() if key in keys}}


def _offered() -> list[OfferedPack]:
    sizes = pack_sizes(current.connection())
    found = (
        (each, sizes.get(pack_key(current.lang(), each.code))) for each in reference.districts()
    )
    return [OfferedPack(each, -(-(size + HOURS_PART) // 1000)) for each, size in found if size]


def _made_on() -> date | None:
    """The day the content was last brought in."""
    at: datetime | None = synced_at(current.connection())
    return at.astimezone(SHANGHAI).date() if at else None
