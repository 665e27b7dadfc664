"""How much the catalogue holds, how exact and how old it is, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from statistics import median

from webapp.domain.freshness import confirm_days_of
from webapp.domain.scenarios import Scenario
from webapp.domain.venues import Precision
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.minimums import minimum_rows
from webapp.services.content.text_table import Cells, TextTable, percent
from webapp.services.content.venue_entry import VenueEntry

Question = Callable[[VenueEntry], bool]
ALL = "all"

HOURS: dict[str, Question] = {
    "hours, source": lambda venue: bool(venue.hours and venue.hours.basis == "source"),
    "hours, usual": lambda venue: bool(venue.hours and venue.hours.basis == "usual"),
    "hours unknown": lambda venue: venue.hours is None,
}
MISSING: dict[str, Question] = {
    "phone": lambda venue: venue.phone is None,
    "website": lambda venue: venue.website is None,
    "price": lambda venue: venue.price is None,
    "access": lambda venue: not venue.access,
    "directions": lambda venue: venue.directions is None,
}


def report_of(catalogue: Catalogue, today: date) -> Iterator[TextTable]:
    """Yield the tables; a venue counts under its primary scenario, ages are days up to `today`."""
    venues = [placed.entry for placed in catalogue.venues]
    yield _by_district(catalogue, venues)
    yield _shares("Opening hours: share of venues", venues, HOURS)
    yield _shares("Positions: share of venues", venues, _precisions())
    yield _shares("Facts no source gives: share of venues", venues, MISSING)
    yield _ages(venues, today)
    head = ("what", "there is", "at least", "")
    yield TextTable("Against the numbers of the design", head, tuple(minimum_rows(catalogue)))


def _by_district(catalogue: Catalogue, venues: list[VenueEntry]) -> TextTable:
    counts = Counter[tuple[str, str]]((venue.district, venue.scenarios[0]) for venue in venues)
    rows = []
    for entry in (placed.entry for placed in catalogue.districts):
        found = [counts[entry.code, scenario] for scenario in _scenarios()]
        rows.append((f"{entry.code} {entry.name.en}", *map(str, found), str(sum(found))))
    totals = Counter[str](venue.scenarios[0] for venue in venues)
    summed = (str(totals[scenario]) for scenario in _scenarios())
    rows.append((ALL, *summed, str(len(venues))))
    return TextTable("Venues by district and scenario", ("", *_scenarios(), ALL), tuple(rows))


def _shares(title: str, venues: list[VenueEntry], questions: dict[str, Question]) -> TextTable:
    rows = []
    for name, group in _groups(venues):
        found = (sum(map(ask, group)) for ask in questions.values())
        rows.append((name, str(len(group)), *(percent(part, len(group)) for part in found)))
    return TextTable(title, ("", "venues", *questions), tuple(rows))


def _ages(venues: list[VenueEntry], today: date) -> TextTable:
    rows = tuple((name, *_age_cells(group, today)) for name, group in _groups(venues))
    head = ("", "median days", "oldest", "past the limit of their kind", "confirmed hours")
    return TextTable("Age: days since a source knew the venue", head, rows)


def _age_cells(group: list[VenueEntry], today: date) -> Cells:
    ages = [(today - venue.as_of).days for venue in group]
    late = sum(age > confirm_days_of(venue.kind) for age, venue in zip(ages, group, strict=True))
    confirmed = sum(bool(venue.hours and venue.hours.verified_by) for venue in group)
    if not ages:
        return ("–", "–", "–", "–")
    return f"{median(ages):.0f}", str(max(ages)), percent(late, len(ages)), str(confirmed)


def _precisions() -> dict[str, Question]:
    return {each.value: _has_precision(each) for each in Precision}


def _has_precision(precision: Precision) -> Question:
    return lambda venue: venue.position.precision == precision.value


def _groups(venues: list[VenueEntry]) -> Iterator[tuple[str, list[VenueEntry]]]:
    for scenario in _scenarios():
        yield scenario, [venue for venue in venues if venue.scenarios[0] == scenario]
    yield ALL, venues


def _scenarios() -> Iterable[str]:
    return tuple(scenario.value for scenario in Scenario)
