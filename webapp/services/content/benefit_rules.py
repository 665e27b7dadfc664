"""Benefits: in force in the right order, and known where a venue names them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.programme_entries import BenefitEntry
from webapp.services.content.references import Known, unknown_references
from webapp.services.content.repeats import repeated


def faults(catalogue: Catalogue, today: date) -> Iterator[ContentFault]:
    """Yield what is wrong with benefits, and venues that name one nobody knows."""
    yield from repeated(catalogue.benefits, "slug", lambda entry: entry.slug)
    for placed in catalogue.benefits:
        yield from _valid(placed, today)
    known = Known.of(catalogue).benefits
    for venue in catalogue.venues:
        yield from unknown_references(venue.origin, known, venue.entry.benefits, "benefits")


def _valid(placed: Placed[BenefitEntry], today: date) -> Iterator[ContentFault]:
    start, end = placed.entry.valid.from_, placed.entry.valid.until
    if end is None:
        return
    if start and end < start:
        yield placed.origin.fault(f"ends on {end}, before {start}", "valid", "until")
    elif end < today:
        yield placed.origin.fault(f"ended on {end}", "valid", "until", warning=True)
