"""Every fact has a source that exists and is listed with its entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.entries import Entry
from webapp.services.content.faults import ContentFault

Field = tuple[str | int, ...]


def faults(catalogue: Catalogue, today: date) -> Iterator[ContentFault]:
    """Yield sources that are unknown or not listed, and dates that lie ahead."""
    known = {source.id for source in catalogue.sources}
    groups: tuple[Sequence[Placed[Entry]], ...] = (
        *(catalogue.areas, catalogue.lines, catalogue.stations, catalogue.venues),
        *(catalogue.events, catalogue.benefits, catalogue.itineraries),
    )
    for placed in (each for group in groups for each in group):
        yield from _of_entry(placed, known, today)


def _of_entry(placed: Placed[Entry], known: set[str], today: date) -> Iterator[ContentFault]:
    listed = set(getattr(placed.entry, "sources", ()))
    for i, source in enumerate(getattr(placed.entry, "sources", ())):
        if source not in known:
            yield placed.origin.fault(f"{source} is not in SOURCES.md", "sources", i)
    for field, source in _used(placed.entry):
        if source not in listed:
            yield placed.origin.fault(f"{source} is not among the entry's sources", *field)
    for field, as_of in _dates(placed.entry):
        if as_of > today:
            yield placed.origin.fault(f"{as_of} is in the future", *field)


def _used(entry: Entry) -> Iterator[tuple[Field, str]]:
    for field, part in _parts(entry):
        source = getattr(part, "source", None)
        if source is not None:
            yield (*field, "source"), source


def _dates(entry: Entry) -> Iterator[tuple[Field, date]]:
    for field, part in ((), entry), *_parts(entry):
        as_of = getattr(part, "as_of", None)
        if as_of is not None:
            yield (*field, "as_of"), as_of


def _parts(entry: Entry) -> Iterator[tuple[Field, Entry]]:
    """Yield the entry's parts at any depth: position, hours, phone, each access fact."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Entry):
            yield from _part((name,), value)
        elif isinstance(value, list):
            for i, each in enumerate(value):
                if isinstance(each, Entry):
                    yield from _part((name, i), each)


def _part(field: Field, part: Entry) -> Iterator[tuple[Field, Entry]]:
    yield field, part
    yield from ((field + inner, each) for inner, each in _parts(part))
