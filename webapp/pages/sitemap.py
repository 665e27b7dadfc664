"""What a search engine should know of: every page of a place, in both languages."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from html import escape

from flask import Flask, Response

from webapp import current
from webapp.access import public
from webapp.i18n import LANGUAGES
from webapp.kept import kept
from webapp.pages import reference
from webapp.pages.prepared_files import packed
from webapp.store.events import events_in
from webapp.store.itineraries import itineraries_in
from webapp.store.venue_filter import VenueFilter
from webapp.store.venues import slugs_in

SECTIONS = (
    *("", "map", "venues", "areas", "districts", "stations", "itineraries", "plan", "events"),
    *("benefits", "about", "help", "checking", "sources", "accessibility", "privacy"),
)
MOST_VENUES = 20_000
"""The best known; the protocol allows 50,000 addresses a file (sitemaps.org)."""


def add_to(app: Flask) -> None:
    """Register the address."""
    app.add_url_rule("/sitemap.xml", "sitemap", sitemap)


@public
def sitemap() -> Response:
    """The addresses as sitemaps.org has them."""
    return packed(_sitemap(current.settings().base_url), "application/xml")


@kept(most=1)
def _sitemap(base_url: str) -> bytes:
    paths = [f"{base_url}/{lang}/{path}" for path in _paths() for lang in LANGUAGES]
    urls = "".join(f"<url><loc>{escape(path)}</loc></url>\n" for path in paths)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return gzip.compress(f'{start}<urlset xmlns="{space}">\n{urls}</urlset>\n'.encode(), mtime=0)


def _paths() -> Iterator[str]:
    connection = current.connection()
    yield from SECTIONS
    yield from (f"areas/{each.slug}" for each in reference.areas())
    yield from (f"districts/{each.code}" for each in reference.districts())
    yield from (f"stations/{each.slug}" for each in reference.stations())
    yield from (f"itineraries/{each.slug}" for each in itineraries_in(connection))
    yield from (f"events/{each.slug}" for each in events_in(connection))
    slugs = slugs_in(connection, VenueFilter())[:MOST_VENUES]
    yield from (f"venues/{slug}" for slug in slugs)
