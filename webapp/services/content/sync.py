"""Content into the store, when it changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from webapp.services.content.reports import SyncReport
from webapp.services.content.version import version_of
from webapp.store.content_version import data_version
from webapp.store.session import Database


def sync(database: Database, folder: Path, now: datetime, *, force: bool = False) -> SyncReport:
    """Make the store hold what stands in `folder`.

    Raises `ContentRefused` when content has faults, and then changes nothing. Returns at once
    when the store already holds this version, unless `force`.
    """
    version = version_of(folder)
    with database.read() as connection:
        if data_version(connection) == version and not force:
            return SyncReport(version, was_current=True)
    # folium, shapely and pypinyin take a second to load, and most syncs end above.
    from webapp.services.content.renewal import renew  # noqa: PLC0415

    return renew(database, folder, version, now)
