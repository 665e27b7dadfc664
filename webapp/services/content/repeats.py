"""Keys that must be given once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from webapp.services.content.catalogue import Placed
from webapp.services.content.entries import Entry
from webapp.services.content.faults import ContentFault

EntryType = TypeVar("EntryType", bound=Entry)


def repeated(
    entries: Iterable[Placed[EntryType]], field: str, key_of: Callable[[EntryType], str]
) -> Iterator[ContentFault]:
    """Yield a fault for each entry whose key an earlier one has, naming that one's place."""
    first: dict[str, Placed[EntryType]] = {}
    for placed in entries:
        key = key_of(placed.entry)
        if key in first:
            origin = first[key].origin
            line = origin.marked.line_of((*origin.path, field))
            yield placed.origin.fault(f"{key} is already at {origin.file}:{line}", field)
        first.setdefault(key, placed)
