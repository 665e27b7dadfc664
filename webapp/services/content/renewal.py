"""Bringing changed content into the store, with everything that is prepared from it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from geo.basemap.layers import Layers
from webapp.services.content.checking import check
from webapp.services.content.reports import ContentRefused, SyncReport
from webapp.services.content.writing import write_catalogue
from webapp.services.documents import prepare_documents
from webapp.services.search_index import build_index
from webapp.services.sketches import draw_sketches
from webapp.services.tiles import build_tiles
from webapp.services.travel.facts import facts_of
from webapp.store.content_version import lock_content, set_version
from webapp.store.session import Database
from webapp.store.travel_file import prepare_travel
from webapp.store.venue_column_file import prepare_columns


def renew(database: Database, folder: Path, version: str, now: datetime) -> SyncReport:
    """Check `folder` and store it as `version` in one transaction; raises `ContentRefused`."""
    checked = check(folder, now.date())
    if checked.errors:
        raise ContentRefused(checked.errors)
    layers = Layers.load(folder / "geo")
    with database.write() as connection:
        lock_content(connection)
        changes = write_catalogue(connection, checked.catalogue)
        tiles = build_tiles(connection)
        build_index(connection, folder)
        prepare_documents(connection, checked.catalogue, layers)
        draw_sketches(connection, checked.catalogue, layers)
        prepare_travel(connection, facts_of(checked.catalogue))
        prepare_columns(connection)
        set_version(connection, version, now)
    return SyncReport(version, False, tuple(changes), tiles, checked.warnings)
