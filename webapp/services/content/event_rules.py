"""Events: places that exist, dates in order, months that fit them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from webapp.domain.events import ALL_YEAR, Edition, Repeats
from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours import read_hours
from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.programme_entries import EventEntry
from webapp.services.content.references import Known, unknown_references
from webapp.services.content.repeats import repeated

LONGEST_DAYS = 200
"""A season such as a summer of night markets; a longer one is no event."""
EARLIEST_YEAR = 2019
YEARS_AHEAD = 3


def faults(catalogue: Catalogue, today: date) -> Iterator[ContentFault]:
    """Yield what is wrong with events."""
    yield from repeated(catalogue.events, "slug", lambda entry: entry.slug)
    known = Known.of(catalogue)
    for placed in catalogue.events:
        yield from unknown_references(placed.origin, known.venues, placed.entry.venues, "venues")
        yield from unknown_references(placed.origin, known.areas, placed.entry.areas, "areas")
        yield from _district(placed, known)
        yield from _dates(placed, today)
        yield from _months(placed)
        yield from _hours(placed)


def editions_of(entry: EventEntry) -> tuple[Edition, ...]:
    """Return the stated editions, earliest first."""
    return tuple(sorted(Edition(each.start, each.end, each.source) for each in entry.when.exact))


def _district(placed: Placed[EventEntry], known: Known) -> Iterator[ContentFault]:
    stated = placed.entry.district
    if stated is None:
        return
    if stated not in known.districts:
        yield placed.origin.fault(f"{stated} is no district", "district")
    found = (known.venues.get(slug) for slug in placed.entry.venues)
    lie_in = {code for code in found if code}
    if lie_in and stated not in lie_in:
        reason = f"none of the venues lies in {stated}: {', '.join(sorted(lie_in))}"
        yield placed.origin.fault(reason, "district", warning=True)


def _dates(placed: Placed[EventEntry], today: date) -> Iterator[ContentFault]:
    for i, each in enumerate(placed.entry.when.exact):
        reason = _absurd(Edition(each.start, each.end, each.source), today)
        if reason:
            yield placed.origin.fault(reason, "when", "exact", i)
    editions = editions_of(placed.entry)
    for earlier, later in pairwise(editions):
        if later.start <= earlier.end:
            reason = f"the edition of {later.start} begins before that of {earlier.start} ends"
            yield placed.origin.fault(reason, "when", "exact")
    once = Repeats(placed.entry.when.repeats) is Repeats.ONCE
    if once and editions and editions[-1].end < today:
        yield placed.origin.fault(f"was over on {editions[-1].end}", "when", warning=True)


def _absurd(edition: Edition, today: date) -> str | None:
    if edition.end < edition.start:
        return f"ends on {edition.end}, before it begins on {edition.start}"
    if edition.days > LONGEST_DAYS:
        return f"lasts {edition.days} days"
    if not EARLIEST_YEAR <= edition.start.year <= today.year + YEARS_AHEAD:
        return f"{edition.start} cannot be right"
    return None


def _months(placed: Placed[EventEntry]) -> Iterator[ContentFault]:
    """Yield months that contradict the dates; one edition may run over into a month unnamed."""
    when, months = placed.entry.when, set(placed.entry.when.months)
    if not months and not when.exact and when.repeats not in ALL_YEAR:
        yield placed.origin.fault("says neither months nor dates", "when")
    for i, each in enumerate(when.exact):
        touched = Edition(each.start, each.end, each.source).months
        left = ", ".join(map(str, sorted(touched - months)))
        if months and left:
            reason = f"{each.start} to {each.end} is in month {left}, which months does not name"
            yield placed.origin.fault(reason, "when", "exact", i, warning=bool(touched & months))


def _hours(placed: Placed[EventEntry]) -> Iterator[ContentFault]:
    text = placed.entry.when.hours
    if text is None:
        return
    try:
        read_hours(text)
    except HoursUnreadable as fault:
        yield placed.origin.fault(f"{text!r} cannot be read: {fault.reason}", "when", "hours")
