"""Sixteen districts, each with an outline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from webapp.services.content.catalogue import Catalogue
from webapp.services.content.faults import ContentFault
from webapp.services.content.repeats import repeated


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield districts given twice, without an outline, and outlines without a district."""
    yield from repeated(catalogue.districts, "code", lambda entry: entry.code)
    for placed in catalogue.districts:
        if placed.entry.code not in catalogue.shapes:
            yield placed.origin.fault("has no outline in geo/districts.geojson", "code")
    named = {placed.entry.code for placed in catalogue.districts}
    for code in sorted(catalogue.shapes.keys() - named):
        reason = "has an outline but no entry that can be read"
        yield ContentFault("content/districts.yaml", 1, f"districts {code}", reason)
