"""The same place must not be listed twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations

from geo.distance import distance_m
from geo.records import LatLng
from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.venue_entry import VenueEntry

SAME_PLACE_M = 60
SIMILAR = 0.8
"""Share of characters in common from which two names count as one (`difflib` ratio)."""
LAT_WINDOW_DEG = 0.0006
"""More than 60 m of latitude, so that only neighbours in a sorted list are compared."""


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield venues within 60 m of another with a similar name."""
    for first, second in _neighbours(catalogue.venues):
        metres = distance_m(_point(first), _point(second))
        if metres <= SAME_PLACE_M and _is_similar(first.entry, second.entry):
            reason = f"looks like {first.entry.slug} ({first.origin.file}), {metres:.0f} m away"
            yield second.origin.fault(reason, "name")


def _neighbours(
    venues: tuple[Placed[VenueEntry], ...],
) -> Iterator[tuple[Placed[VenueEntry], Placed[VenueEntry]]]:
    bands: dict[int, list[Placed[VenueEntry]]] = {}
    for placed in venues:
        bands.setdefault(int(placed.entry.position.lat / LAT_WINDOW_DEG), []).append(placed)
    for band, members in bands.items():
        yield from combinations(members, 2)
        yield from ((a, b) for a in members for b in bands.get(band + 1, ()))


def _point(placed: Placed[VenueEntry]) -> LatLng:
    return LatLng(placed.entry.position.lat, placed.entry.position.lng)


def _is_similar(first: VenueEntry, second: VenueEntry) -> bool:
    if first.slug == second.slug:
        return False  # told elsewhere
    pairs = ((first.name.zh, second.name.zh), (first.name.en, second.name.en))
    return any(_ratio(a, b) >= SIMILAR for a, b in pairs)


def _ratio(first: str, second: str) -> float:
    return SequenceMatcher(None, _letters(first), _letters(second), autojunk=False).ratio()


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
