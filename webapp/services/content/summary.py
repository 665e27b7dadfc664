"""How much the catalogue holds, for its authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from webapp.services.content.catalogue import Catalogue


def summary_of(catalogue: Catalogue) -> Iterator[str]:
    """Yield lines: what there is, venues per scenario, and what is known about their hours."""
    entries = [placed.entry for placed in catalogue.venues]
    yield _line(
        "content",
        {
            "venues": len(entries),
            "areas": len(catalogue.areas),
            "events": len(catalogue.events),
            "benefits": len(catalogue.benefits),
            "itineraries": len(catalogue.itineraries),
            "stations": len(catalogue.stations),
            "sources": len(catalogue.sources),
        },
    )
    yield _line("venues", Counter(entry.scenarios[0] for entry in entries))
    yield _line(
        "hours", Counter(entry.hours.basis if entry.hours else "unknown" for entry in entries)
    )
    districts = Counter(entry.district for entry in entries)
    yield _line("districts", dict(sorted(districts.items())))


def _line(noun: str, counts: dict[str, int]) -> str:
    return f"{noun}: {', '.join(f'{name} {count}' for name, count in counts.items())}"
