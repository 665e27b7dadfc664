"""What a sync changed, noun by noun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from webapp.store.merging import Merge


@dataclass(slots=True)
class Changes:
    """Slugs or codes of one noun that are new, changed (also in what belongs to them), retired."""

    noun: str
    new: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    retired: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        """Say whether anything changed."""
        return bool(self.new or self.changed or self.retired)

    def __str__(self) -> str:
        """Return `venues: 3 new, 1 changed, 0 retired`."""
        counts = (len(self.new), len(self.changed), len(self.retired))
        return "{}: {} new, {} changed, {} retired".format(self.noun, *counts)


def changes_of(noun: str, own: Merge, links: Iterable[Merge], names: dict[int, str]) -> Changes:
    """Sum up the merge of a noun's own table and of those that belong to it.

    `names` turns the number by which a link names its venue into the slug.
    """
    found = Changes(noun, {_name(key) for key in own.new})
    found.retired = {_name(key) for key in own.surplus}
    found.changed = {_name(key) for key in own.changed}
    for link in links:
        touched = (*link.new, *link.changed, *link.surplus)
        found.changed |= {names.get(key[0], str(key[0])) for key in touched}
    found.changed -= found.new | found.retired
    return found


def _name(key: tuple[object, ...]) -> str:
    return str(key[0])
