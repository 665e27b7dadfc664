"""Answers a second: stored tiles against a bare view and against a free box query."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median
from urllib.parse import urlencode

from rich.console import Console
from rich.table import Table
from sqlalchemy import select

from geo.tiles import Tile, bounds_of
from tests.bench import data, load, servers
from webapp.domain.scenarios import KINDS
from webapp.store.session import Database
from webapp.store.tables import tiles
from webapp.store.venue_filter import WALKS_MIN

SAMPLE = 500  # tiles asked for, drawn evenly over the zoom levels
SEED = 20261122
SITE = "tests.bench.sites:site()"
ITEMS = "/api/collections/venues/items"
BARE = "tests.bench.sites:bare"


@dataclass
class Contender:
    """One kind of request and the rates measured for it."""

    name: str
    url: str
    paths: Sequence[str]
    rates: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Requests per second, the median of the rounds."""
        return median(self.rates)


def report(console: Console, venues: int, seconds: float, rounds: int) -> None:
    """Measure in turns, so that a busy moment of the machine hits all alike; print the table."""
    try:
        variables = data.prepared(venues)
    except data.NoGenerator as fault:
        console.print(f"Throughput is not measured: {fault}")
        return
    chosen = _tiles(variables["DATABASE_URL"])
    with ExitStack() as stack:
        site = stack.enter_context(servers.running(SITE, "/hello", variables))
        bare = stack.enter_context(servers.running(BARE, "/hello", {}))
        contenders = _contenders(site, bare, chosen)
        for _ in range(rounds):
            for contender in contenders:
                rate = load.requests_per_second(contender.url, contender.paths, seconds)
                contender.rates.append(rate)
    console.print(_table(contenders, venues))


def _contenders(site: str, bare: str, chosen: Sequence[Tile]) -> list[Contender]:
    return [
        Contender("“hello”, a view of the site", site, ["/hello"]),
        Contender("“hello”, Flask with nothing else", bare, ["/hello"]),
        Contender("the tiles' boxes as a free query", site, [_box(tile) for tile in chosen]),
        Contender("stored tiles", site, [f"/tiles/venues/{t.z}/{t.x}/{t.y}.json" for t in chosen]),
        Contender("list page", site, ["/zh/venues", "/en/venues?scenario=night"]),
        Contender("list page, many questions", site, [f"/zh/venues?{q}" for q in _questions()]),
        Contender("open data, 10 venues", site, [f"{ITEMS}?{q}" for q in _questions()]),
    ]


def _questions() -> list[str]:
    """Questions as the filter form sends them: few are asked twice."""
    draw = random.Random(SEED)
    return [
        urlencode(
            {
                "kind": draw.choice(sorted(KINDS)),
                "district": draw.choice(["", "310101", "310104", "310115"]),
                "state": draw.choice(["", "open", "closed"]),
                "access": draw.choice(["", "step-free"]),
                "station": draw.choice(["", "peoples-square", "lujiazui", "xujiahui"]),
                "walk": draw.choice(WALKS_MIN),
            }
        )
        for _ in range(SAMPLE)
    ]


def _tiles(url: str) -> list[Tile]:
    """Tiles that hold venues, drawn evenly over zoom levels, the same ones every time."""
    database = Database(url)
    with database.read() as connection:
        rows = connection.execute(select(tiles.c.z, tiles.c.x, tiles.c.y)).all()
    database.dispose()
    by_zoom: dict[int, list[Tile]] = {}
    for z, x, y in sorted(map(tuple, rows)):
        by_zoom.setdefault(z, []).append(Tile(z, x, y))
    draw = random.Random(SEED)
    share = SAMPLE // len(by_zoom)
    chosen = [tile for group in by_zoom.values() for tile in draw.choices(group, k=share)]
    draw.shuffle(chosen)
    return chosen


def _box(tile: Tile) -> str:
    box = bounds_of(tile)
    return f"/box?w={box.west:.6f}&s={box.south:.6f}&e={box.east:.6f}&n={box.north:.6f}"


def _table(contenders: Sequence[Contender], venues: int) -> Table:
    caption = f"{load.program()}; granian, {servers.WORKERS} workers; median of the rounds"
    table = Table("request", title=f"{venues:,} generated venues", caption=caption)
    for heading in ("per second", "to the site's “hello”", "to bare Flask", "to the free query"):
        table.add_column(heading, justify="right")
    for one in contenders:
        ratios = [f"{one.rate / baseline.rate:.2f}" for baseline in contenders[:3]]
        table.add_row(one.name, f"{one.rate:,.0f}", *ratios)
    return table
