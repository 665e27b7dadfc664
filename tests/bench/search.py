"""Search and suggestions over generated venues: server time on both stores."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, or_, select

from tests.bench import data
from tests.bench.search_queries import CLASSES, SEED, beginnings, drawn
from tests.fixtures import postgresql
from webapp.services.search import find, suggest
from webapp.store.session import Database
from webapp.store.tables import venues

QUERIES = 1000
WARM_UP = 30
Act = Callable[[Connection, str], object]


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of one question, and its class."""

    sort: str
    ms: float


def report(console: Console, count: int) -> None:
    """Print milliseconds by class and the ratio to a scan with LIKE, one table a store."""
    try:
        console.print(_measured("SQLite", data.prepared(count), count))
        if not postgresql.is_installed():
            console.print(f"Search on PostgreSQL is not measured: {postgresql.MISSING}")
            return
        with data.on_postgresql(count) as variables:
            console.print(_measured("PostgreSQL", variables, count))
    except data.NoGenerator as fault:
        console.print(f"Search is not measured: {fault}")


def _measured(name: str, variables: Mapping[str, str], count: int) -> Table:
    database = Database(variables["DATABASE_URL"])
    with database.read() as connection:
        table = _table(name, count, connection)
    database.dispose()
    return table


def _table(name: str, count: int, connection: Connection) -> Table:
    asked = drawn(connection, QUERIES)
    begun = beginnings([words for _, words in asked], random.Random(SEED))
    typed = [(sort, words) for (sort, _), words in zip(asked, begun, strict=True)]
    found = _timed(connection, asked, lambda c, words: find(c, words, "zh"))
    suggested = _timed(connection, typed, lambda c, words: suggest(c, words, "zh"))
    scanned = _timed(connection, asked[:: len(asked) // 50], _scan)
    scan = float(np.median([each.ms for each in scanned]))
    table = Table(
        "class",
        title=f"Search on {name}, {count:,} generated venues, ms",
        caption=f"{QUERIES} questions; LIKE: median of a scan of both names, {scan:.1f} ms",
    )
    for heading in ("p50", "p99", "LIKE = 1", "suggestions p50", "p99"):
        table.add_column(heading, justify="right")
    for sort in (*CLASSES, "all"):
        table.add_row(sort, *_cells(_of(found, sort), _of(suggested, sort), scan))
    return table


def _timed(connection: Connection, asked: Iterable[tuple[str, str]], act: Act) -> list[Timed]:
    asked = list(asked)
    for _, words in asked[:WARM_UP]:
        act(connection, words)
    timed = []
    for sort, words in asked:
        begun = time.perf_counter()
        act(connection, words)
        timed.append(Timed(sort, (time.perf_counter() - begun) * 1000))
    return timed


def _scan(connection: Connection, words: str) -> object:
    pattern = f"%{words}%"
    either = or_(venues.c.name_zh.like(pattern), venues.c.name_en.like(pattern))
    query = select(venues.c.id).where(either).order_by(venues.c.rank.desc()).limit(60)
    return connection.execute(query).all()


def _of(timed: Iterable[Timed], sort: str) -> list[float]:
    by_class = defaultdict(list)
    for each in timed:
        by_class[each.sort].append(each.ms)
        by_class["all"].append(each.ms)
    return by_class[sort]


def _cells(found: list[float], suggested: list[float], scan: float) -> Iterator[str]:
    middle, worst = np.percentile(found, (50, 99))
    yield f"{middle:.1f}"
    yield f"{worst:.1f}"
    yield f"{middle / scan:.2f}"
    yield from (f"{each:.1f}" for each in np.percentile(suggested, (50, 99)))
