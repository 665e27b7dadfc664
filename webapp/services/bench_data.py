"""Generated venues for measuring lists and tiles at sizes the city does not have yet."""

from __future__ import annotations

import csv
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from webapp.services.bench_rows import BenchVenue, links_of, read_venue, venue_rows
from webapp.services.nearest import nearest_stations
from webapp.services.search_index import build_index
from webapp.services.tiles import build_tiles
from webapp.store.bench import BenchStore
from webapp.store.content_version import set_version
from webapp.store.session import Database
from webapp.store.venue_column_file import prepare_columns


class BenchRefused(Exception):
    """Generated venues cannot be made or stored; the message says why."""


@dataclass(frozen=True, slots=True)
class BenchReport:
    """How much was stored, and how long it took in seconds."""

    venues: int
    tiles: int
    rows_s: float
    tiles_s: float
    index_s: float

    def __str__(self) -> str:
        """Return the figures in one line."""
        rate = self.venues / self.rows_s
        return (
            f"{self.venues:,} venues in {self.rows_s:.1f} s ({rate:,.0f} a second), "
            f"{self.tiles:,} tiles in {self.tiles_s:.1f} s, index of search in {self.index_s:.1f} s"
        )


def generated(count: int) -> Path:
    """Run the program BENCH_GENERATOR names to make `count` venues; returns its CSV file."""
    program = os.environ.get("BENCH_GENERATOR", "")
    if not Path(program).is_file():
        raise BenchRefused("BENCH_GENERATOR must name the program that generates venues")
    folder = tempfile.mkdtemp(prefix="bench-")
    command = [sys.executable, program, str(count), folder, "--formats", "csv"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise BenchRefused(f"{program}: {result.stderr.strip()[-500:]}")
    return next(Path(folder).glob("*.csv"))


def fill(database: Database, file: Path, folder: Path, now: datetime) -> BenchReport:
    """Put the venues of a CSV file beside the catalogue, instead of those generated before.

    The database no longer counts as synchronised; the next content sync retires them. `folder` is
    `content/`, from which the index of search takes its words.
    """
    started = time.perf_counter()
    venues = list(_read(file))
    with database.write() as connection:
        store = BenchStore(connection)
        if not store.district_codes() >= {venue.district for venue in venues}:
            raise BenchRefused("districts are missing: run `content sync` first")
        _store(store, venues, now)
        stored = time.perf_counter()
        tiles = build_tiles(connection)
        prepare_columns(connection)
        tiled = time.perf_counter()
        build_index(connection, folder)
        set_version(connection, f"bench-{_digest(file)}", now)
    finished = time.perf_counter()
    return BenchReport(len(venues), tiles, stored - started, tiled - stored, finished - tiled)


def _store(store: BenchStore, venues: list[BenchVenue], now: datetime) -> None:
    store.clear()
    store.add_source()
    hours = store.hours_ids({venue.hours for venue in venues if venue.hours})
    first = store.next_venue_id()
    store.add("venues", venue_rows(venues, first, hours, now.date()))
    for table, rows in links_of(venues, first, now.date()):
        store.add(table, rows)
    stations = store.stations()
    near = nearest_stations([venue.position for venue in venues], [each[1] for each in stations])
    store.add(
        "venue_stations",
        (
            (first + i, place, stations[each.index][0], each.distance_m, each.walk_min)
            for i, nearest in enumerate(near)
            for place, each in enumerate(nearest)
        ),
    )
    store.analyze()


def _read(file: Path) -> Iterator[BenchVenue]:
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            yield from (read_venue(row) for row in csv.DictReader(lines))
    except (OSError, KeyError, ValueError) as fault:
        raise BenchRefused(f"{file} is no list of generated venues: {fault!r}") from fault


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10]
