"""The catalogue against how much the design asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from webapp.services.content.catalogue import Catalogue
from webapp.services.content.text_table import Cells

VENUES = {"night": 60, "silver": 100, "goods": 50, "culture": 110}
BETTER_THAN_STREET = {"night": 40, "silver": 90, "goods": 40, "culture": 90}
"""Per cent of a scenario's venues whose position is exact or within the building."""
AREAS = {"night": 14, "goods": 4, "historic": 6}
ALL_VENUES, PER_DISTRICT, WITH_HOURS_PERCENT = 320, 6, 60
ALL_AREAS, EVENTS, BENEFITS = 24, 30, 8
ITINERARIES, PER_SCENARIO, MIXED, EASY = 24, 5, 4, 6


@dataclass(frozen=True, slots=True)
class Minimum:
    """One number of the design and what there is of it."""

    what: str
    found: int
    least: int
    unit: str = ""

    def cells(self) -> Cells:
        """Return the row of a table."""
        short = self.least - self.found
        verdict = f"short by {short}{self.unit}" if short > 0 else "ok"
        return (self.what, f"{self.found}{self.unit}", f"{self.least}{self.unit}", verdict)


def minimum_rows(catalogue: Catalogue) -> Iterator[Cells]:
    """Yield a row for each number the design asks for."""
    for part in (_venues, _venue_shares, _areas, _programmes, _itineraries):
        yield from (each.cells() for each in part(catalogue))


def _venues(catalogue: Catalogue) -> Iterator[Minimum]:
    venues = [placed.entry for placed in catalogue.venues]
    yield Minimum("venues", len(venues), ALL_VENUES)
    scenarios = Counter[str](venue.scenarios[0] for venue in venues)
    for scenario, least in VENUES.items():
        yield Minimum(f"venues, {scenario}", scenarios[scenario], least)
    districts = Counter(venue.district for venue in venues)
    codes = [placed.entry.code for placed in catalogue.districts]
    fewest = min((districts[code] for code in codes), default=0)
    yield Minimum("venues in the district with the fewest", fewest, PER_DISTRICT)


def _venue_shares(catalogue: Catalogue) -> Iterator[Minimum]:
    venues = [placed.entry for placed in catalogue.venues]
    known = sum(venue.hours is not None for venue in venues)
    yield Minimum(
        "hours with either basis (aim)", _percent(known, len(venues)), WITH_HOURS_PERCENT, " %"
    )
    for scenario, least in BETTER_THAN_STREET.items():
        own = [venue for venue in venues if venue.scenarios[0] == scenario]
        better = sum(venue.position.precision != "street" for venue in own)
        what = f"positions better than street, {scenario}"
        yield Minimum(what, _percent(better, len(own)), least, " %")


def _areas(catalogue: Catalogue) -> Iterator[Minimum]:
    types = Counter[str](placed.entry.type for placed in catalogue.areas)
    yield Minimum("areas", len(catalogue.areas), ALL_AREAS)
    for type_, least in AREAS.items():
        yield Minimum(f"areas, {type_}", types[type_], least)


def _programmes(catalogue: Catalogue) -> Iterator[Minimum]:
    yield Minimum("events", len(catalogue.events), EVENTS)
    yield Minimum("benefits", len(catalogue.benefits), BENEFITS)


def _itineraries(catalogue: Catalogue) -> Iterator[Minimum]:
    entries = [placed.entry for placed in catalogue.itineraries]
    yield Minimum("itineraries", len(entries), ITINERARIES)
    single = Counter[str](entry.scenarios[0] for entry in entries if len(entry.scenarios) == 1)
    for scenario in VENUES:
        yield Minimum(f"itineraries, {scenario} only", single[scenario], PER_SCENARIO)
    yield Minimum("itineraries, mixed", len(entries) - single.total(), MIXED)
    easy = sum(entry.legs == "easy" for entry in entries)
    yield Minimum("itineraries for older legs", easy, EASY)


def _percent(part: int, whole: int) -> int:
    """Return whole per cent, rounded down so that a minimum is not reached by rounding."""
    return part * 100 // whole if whole else 0
