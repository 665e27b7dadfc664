"""What entries may refer to, and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from webapp.services.content.catalogue import Catalogue, Origin
from webapp.services.content.faults import ContentFault

NOUNS = {"venues": "venue", "areas": "area", "benefits": "benefit"}


@dataclass(frozen=True, slots=True)
class Known:
    """Slugs and codes of the catalogue, faulty entries among them.

    Venues with the district they state, None for a faulty one.
    """

    venues: Mapping[str, str | None]
    areas: frozenset[str]
    stations: frozenset[str]
    benefits: frozenset[str]
    districts: frozenset[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Known:
        """Gather them from the catalogue."""
        unread = catalogue.unread
        venues = {placed.entry.slug: placed.entry.district for placed in catalogue.venues}
        return cls(
            venues=dict.fromkeys(unread) | venues,
            areas=unread | {placed.entry.slug for placed in catalogue.areas},
            stations=unread | {placed.entry.slug for placed in catalogue.stations},
            benefits=unread | {placed.entry.slug for placed in catalogue.benefits},
            districts=unread | {placed.entry.code for placed in catalogue.districts},
        )


def unknown_references(
    origin: Origin, known: Container[str], slugs: Iterable[str], field: str
) -> Iterator[ContentFault]:
    """Yield slugs of a list that nothing has, and those it names twice."""
    seen: set[str] = set()
    for i, slug in enumerate(slugs):
        if slug not in known:
            yield origin.fault(f"{slug} is no {NOUNS[field]}", field, i)
        elif slug in seen:
            yield origin.fault(f"{slug} is named twice", field, i)
        seen.add(slug)
