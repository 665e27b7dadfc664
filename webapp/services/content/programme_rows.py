"""Rows of events and benefits, and of what belongs to them, from the catalogue.

`ids` are the numbers the store gave venues, by slug.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from webapp.domain.events import Repeats, months_of
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.event_rules import editions_of
from webapp.services.content.place_rows import Row, local
from webapp.services.content.programme_entries import BenefitEntry, EventEntry

Ids = Mapping[str, int]


def event_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each event."""
    for entry in _events(catalogue):
        yield {
            "slug": entry.slug,
            **local("name", entry.name),
            "kind": entry.kind,
            **local("when", entry.when.text),
            "repeats": entry.when.repeats,
            "hours": entry.when.hours,
            "district_code": entry.district,
            **local("place", entry.place),
            **local("summary", entry.summary),
            **local("description", entry.description),
            "rank": entry.rank,
            "sources": " ".join(entry.sources),
            "as_of": entry.as_of,
        }


def event_date_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each edition with stated dates."""
    for entry in _events(catalogue):
        for each in entry.when.exact:
            key = {"event_slug": entry.slug, "start_on": each.start}
            yield {**key, "end_on": each.end, "source": each.source}


def event_month_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each month an event is listed under."""
    for entry in _events(catalogue):
        repeats = Repeats(entry.when.repeats)
        for month in months_of(entry.when.months, repeats, editions_of(entry)):
            yield {"event_slug": entry.slug, "month": month}


def event_scenario_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each scenario of an event, the primary one first."""
    for entry in _events(catalogue):
        yield from scenario_rows("event", entry.slug, entry.scenarios)


def event_venue_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each venue of an event."""
    for entry in _events(catalogue):
        for place, slug in enumerate(entry.venues):
            yield {"event_slug": entry.slug, "venue_id": ids[slug], "place": place}


def event_area_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each area of an event."""
    for entry in _events(catalogue):
        for place, slug in enumerate(entry.areas):
            yield {"event_slug": entry.slug, "area_slug": slug, "place": place}


def event_fact_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for the website and the price of an event."""
    for entry in _events(catalogue):
        yield from _facts("event", entry, ("website", "price"))


def benefit_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each benefit, in the order of content."""
    for place, entry in enumerate(_benefits(catalogue)):
        texts = ("name", "who", "what", "when", "where", "how", "authority")
        row: Row = {"slug": entry.slug, "place": place, "kind": entry.kind}
        for name in texts:
            row |= local(name, getattr(entry, name))
        yield {
            **row,
            "valid_from": entry.valid.from_,
            "valid_until": entry.valid.until,
            "sources": " ".join(entry.sources),
            "as_of": entry.as_of,
        }


def benefit_scenario_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each scenario of a benefit, the primary one first."""
    for entry in _benefits(catalogue):
        yield from scenario_rows("benefit", entry.slug, entry.scenarios)


def benefit_fact_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for the website and the telephone of a benefit."""
    for entry in _benefits(catalogue):
        yield from _facts("benefit", entry, ("website", "phone"))


def scenario_rows(noun: str, slug: str, scenarios: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each scenario of one entry, the primary one first."""
    for place, scenario in enumerate(scenarios):
        yield {f"{noun}_slug": slug, "scenario": scenario, "place": place}


def _events(catalogue: Catalogue) -> Iterator[EventEntry]:
    return (placed.entry for placed in catalogue.events)


def _benefits(catalogue: Catalogue) -> Iterator[BenefitEntry]:
    return (placed.entry for placed in catalogue.benefits)


def _facts(noun: str, entry: EventEntry | BenefitEntry, names: tuple[str, ...]) -> Iterator[Row]:
    for name in names:
        fact = getattr(entry, name)
        if fact is not None:
            key = {f"{noun}_slug": entry.slug, "fact": name}
            yield {**key, **fact.model_dump(), "value": str(fact.value)}
