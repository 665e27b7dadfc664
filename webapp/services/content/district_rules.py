"""Sixteen districts, each with an outline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from webapp.services.content.catalogue import Catalogue
from webapp.services.content.faults import ContentFault
from webapp.services.content.repeats import repeated


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield districts given twice or without an outline."""
    yield from repeated(catalogue.districts, "code", lambda entry: entry.code)
    for placed in catalogue.districts:
        if placed.entry.code not in catalogue.shapes:
            yield placed.origin.fault("has no outline in geo/districts.geojson", "code")
