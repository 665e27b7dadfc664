"""Checking content, and bringing it into the store in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from webapp.services.content.catalogue import Catalogue
from webapp.services.content.changes import Changes
from webapp.services.content.faults import ContentFault, errors_of, warnings_of
from webapp.services.content.reader import read_catalogue
from webapp.services.content.rules import judge
from webapp.services.content.version import version_of
from webapp.services.content.writing import write_catalogue
from webapp.services.documents import prepare_documents
from webapp.services.tiles import build_tiles
from webapp.store.content_version import data_version, set_version
from webapp.store.session import Database


class ContentRefused(Exception):
    """Content has faults; nothing was changed."""

    def __init__(self, faults: tuple[ContentFault, ...]) -> None:
        super().__init__(f"{len(faults)} faults in content")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found; the catalogue is whole only when there are no errors."""

    catalogue: Catalogue
    errors: tuple[ContentFault, ...]
    warnings: tuple[ContentFault, ...]


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


def check(folder: Path, today: date) -> Check:
    """Read and judge everything below `folder` as of `today`."""
    catalogue, unread = read_catalogue(folder)
    faults = [*unread, *judge(catalogue, today)]
    return Check(catalogue, errors_of(faults), warnings_of(faults))


def sync(database: Database, folder: Path, now: datetime, *, force: bool = False) -> SyncReport:
    """Make the store hold what stands in `folder`.

    Raises `ContentRefused` when content has faults, and then changes nothing. Returns at once
    when the store already holds this version, unless `force`.
    """
    version = version_of(folder)
    with database.read() as connection:
        if data_version(connection) == version and not force:
            return SyncReport(version, was_current=True)
    checked = check(folder, now.date())
    if checked.errors:
        raise ContentRefused(checked.errors)
    with database.write() as connection:
        changes = write_catalogue(connection, checked.catalogue)
        tiles = build_tiles(connection)
        prepare_documents(connection)
        set_version(connection, version, now)
    return SyncReport(version, False, tuple(changes), tiles, checked.warnings)
