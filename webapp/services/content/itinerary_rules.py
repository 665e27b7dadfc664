"""Itineraries: stops and stations that exist, a day it is written for, rests where promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.itinerary_entry import WEEKDAYS, ItineraryEntry
from webapp.services.content.references import Known
from webapp.services.content.repeats import repeated


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield what is wrong with itineraries but for their feasibility."""
    yield from repeated(catalogue.itineraries, "slug", lambda entry: entry.slug)
    known = Known.of(catalogue)
    for placed in catalogue.itineraries:
        yield from _ends(placed, known)
        yield from _stops(placed, known)
        yield from _day(placed)
        yield from _rests(placed)


def _ends(placed: Placed[ItineraryEntry], known: Known) -> Iterator[ContentFault]:
    ends = (("start", placed.entry.start.station), ("end", placed.entry.end.station))
    for field, slug in ends:
        if slug not in known.stations:
            yield placed.origin.fault(f"{slug} is no metro station", field, "station")


def _stops(placed: Placed[ItineraryEntry], known: Known) -> Iterator[ContentFault]:
    seen: set[str] = set()
    for i, stop in enumerate(placed.entry.stops):
        if stop.venue not in known.venues:
            yield placed.origin.fault(f"{stop.venue} is no venue", "stops", i, "venue")
        if stop.venue in seen:
            yield placed.origin.fault(f"{stop.venue} is a stop twice", "stops", i, "venue")
        seen.add(stop.venue)


def _day(placed: Placed[ItineraryEntry]) -> Iterator[ContentFault]:
    day = placed.entry.day
    weekday = WEEKDAYS[day.example.weekday()]
    if weekday not in day.weekdays:
        reason = f"{day.example} is a {weekday}, which is not among the weekdays"
        yield placed.origin.fault(reason, "day", "example")


def _rests(placed: Placed[ItineraryEntry]) -> Iterator[ContentFault]:
    stops = len(placed.entry.stops)
    for i, rest in enumerate(placed.entry.rests):
        if rest.after_stop > stops:
            reason = f"there is no stop {rest.after_stop}, only {stops}"
            yield placed.origin.fault(reason, "rests", i, "after_stop")
