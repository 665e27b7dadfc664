"""Generated venues as rows of the store's tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.records import LatLng
from webapp.store.bench import SOURCE_ID

# The generator's categories, by the kind of venue each stands for.
KINDS = {
    "bar": "bar",
    "night_market": "night-market",
    "live_music": "live-music",
    "late_food": "late-dining",
    "cinema": "late-theatre",
    "night_cruise": "cruise",
    "canteen": "canteen",
    "senior_centre": "elder-centre",
    "rehab": "community-health",
    "park": "activity-centre",
    "teahouse": "old-brand",
    "senior_college": "senior-university",
    "heritage_shop": "merchandise",
    "gift_shop": "merchandise",
    "department_store": "themed-mall",
    "craft": "second-hand",
    "pastry": "themed-cafe",
    "bookshop": "comics-bookshop",
    "art_museum": "gallery",
    "museum": "museum",
    "theatre": "theatre",
    "former_residence": "heritage",
    "library": "library",
    "culture_centre": "landmark",
}
ACCESS = {"yes": "step-free", "limited": "step-free-partial", "no": "no-step-free"}
SUMMARY = ("用于测量的生成数据。", "Generated for measuring.")


@dataclass(frozen=True, slots=True)
class BenchVenue:
    """One generated venue; `score` runs from 0 to 100."""

    number: int
    name_zh: str
    name_en: str
    pinyin: str
    scenario: str
    kind: str
    district: str
    hours: str | None
    wheelchair: str | None
    score: float
    position: LatLng


def read_venue(row: Mapping[str, str]) -> BenchVenue:
    """Return the venue of a CSV row; raises `KeyError` or `ValueError` for another format."""
    return BenchVenue(
        number=int(row["id"]),
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        pinyin=row["pinyin"],
        scenario=row["scenario"],
        kind=KINDS[row["category"]],
        district=row["district"],
        hours=row["opening_hours"] or None,
        wheelchair=row["wheelchair"] or None,
        score=float(row["score"]),
        position=LatLng(float(row["lat"]), float(row["lon"])),
    )


def venue_rows(
    venues: Iterable[BenchVenue], first: int, hours: Mapping[str, int], today: date
) -> Iterator[Sequence[Any]]:
    """Yield rows of `venues` in `BenchStore.COLUMNS`' order, ids counting from `first`."""
    day = today.isoformat()
    for number, venue in enumerate(venues, start=first):
        address = (
            f"{venue.district} 第 {venue.number} 号",
            f"No. {venue.number}, {venue.district}",
        )
        yield (
            number,
            f"bench-{venue.number}",
            "listed",
            *(venue.name_zh, venue.name_en, venue.pinyin, venue.name_en.casefold(), ""),
            *(venue.scenario, venue.kind, venue.district),
            *(venue.position.lat, venue.position.lng, SOURCE_ID, "street"),
            *address,
            *SUMMARY,
            *SUMMARY,
            hours[venue.hours] if venue.hours else None,
            "source" if venue.hours else None,
            min(5, 1 + int(venue.score / 20)),
            day,
        )


def links_of(
    venues: Sequence[BenchVenue], first: int, today: date
) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    """Yield the rows of each table that belongs to venues, by the table's name."""
    numbered = list(enumerate(venues, start=first))
    day = today.isoformat()
    yield "venue_scenarios", ((number, venue.scenario, 0) for number, venue in numbered)
    yield "venue_sources", ((number, SOURCE_ID, 0) for number, _ in numbered)
    yield (
        "venue_facts",
        (
            (number, "hours", venue.hours, "source", SOURCE_ID, day)
            for number, venue in numbered
            if venue.hours
        ),
    )
    yield (
        "venue_access",
        (
            (number, ACCESS[venue.wheelchair], SOURCE_ID, day)
            for number, venue in numbered
            if venue.wheelchair
        ),
    )
