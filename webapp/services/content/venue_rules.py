"""Venues: in their district, of a kind that fits, with hours that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geo.records import LatLng
from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours import read_hours
from webapp.domain.scenarios import KINDS
from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.polygons import Outline
from webapp.services.content.repeats import repeated
from webapp.services.content.venue_entry import HoursEntry, VenueEntry

DISTRICT_TOLERANCE_M = 30
"""Outlines are simplified by up to 20 m, and an exact position may be off by 30 m."""


def faults(catalogue: Catalogue, today: date) -> Iterator[ContentFault]:
    """Yield what is wrong with venues."""
    yield from repeated(catalogue.venues, "slug", lambda entry: entry.slug)
    outlines = {code: Outline(each.geometry) for code, each in catalogue.shapes.items()}
    districts = {placed.entry.code for placed in catalogue.districts} | outlines.keys()
    for placed in catalogue.venues:
        if placed.entry.district not in districts:
            yield placed.origin.fault(f"{placed.entry.district} is no district", "district")
        yield from _inside(placed, outlines)
        yield from _kind(placed)
        yield from _hours(placed)
        yield from _ended(placed, today)


def _inside(placed: Placed[VenueEntry], outlines: dict[str, Outline]) -> Iterator[ContentFault]:
    stated, position = placed.entry.district, placed.entry.position
    point = LatLng(position.lat, position.lng)
    if stated not in outlines or outlines[stated].contains(point, DISTRICT_TOLERANCE_M):
        return
    actual = next((code for code, outline in outlines.items() if outline.contains(point)), None)
    where = f"it is in {actual}" if actual else "it is in no district of Shanghai"
    yield placed.origin.fault(f"{point.lat}, {point.lng} is not in {stated}: {where}", "position")


def _kind(placed: Placed[VenueEntry]) -> Iterator[ContentFault]:
    kind, primary = placed.entry.kind, placed.entry.scenarios[0]
    if KINDS[kind].scenario != primary:
        reason = f"{kind} belongs to {KINDS[kind].scenario}, not to the primary scenario {primary}"
        yield placed.origin.fault(reason, "kind")


def _hours(placed: Placed[VenueEntry]) -> Iterator[ContentFault]:
    hours = placed.entry.hours
    if hours is None:
        return
    try:
        read_hours(hours.text)
    except HoursUnreadable as fault:
        yield placed.origin.fault(f"{hours.text!r} cannot be read: {fault.reason}", "hours", "text")
    yield from (placed.origin.fault(reason, "hours", field) for field, reason in _basis(hours))


def _basis(hours: HoursEntry) -> Iterator[tuple[str, str]]:
    if hours.basis == "usual" and hours.source is not None:
        yield "source", "usual hours have no source; with one, the basis is source"
    if hours.basis == "source" and hours.source is None:
        yield "source", "is missing: the basis says that a source gives these hours"
    if hours.basis == "source" and hours.as_of is None:
        yield "as_of", "is missing"


def _ended(placed: Placed[VenueEntry], today: date) -> Iterator[ContentFault]:
    ends_on = placed.entry.ends_on
    if ends_on is None:
        return
    if ends_on < placed.entry.as_of:
        yield placed.origin.fault(f"{ends_on} is before as_of {placed.entry.as_of}", "ends_on")
    elif ends_on < today:
        yield placed.origin.fault(f"ended on {ends_on}", "ends_on", warning=True)
