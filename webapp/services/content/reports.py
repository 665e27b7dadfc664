"""What a sync says: what it changed, or why it refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.services.content.changes import Changes
from webapp.services.content.faults import ContentFault


class ContentRefused(Exception):
    """Content has faults; nothing was changed."""

    def __init__(self, faults: tuple[ContentFault, ...]) -> None:
        super().__init__(f"{len(faults)} faults in content")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did; no changes and no tiles when the store already held this version."""

    version: str
    was_current: bool
    changes: tuple[Changes, ...] = ()
    tiles: int = 0
    warnings: tuple[ContentFault, ...] = ()

    def lines(self) -> Iterator[str]:
        """Yield what to print."""
        if self.was_current:
            yield f"content {self.version} is already there; nothing was changed"
            return
        yield from (str(each) for each in self.changes)
        yield f"content {self.version}: {self.tiles} tiles, {len(self.warnings)} warnings"
