"""`python -m tests.bench.travel`: what travel times cost, on the city's own metro and venues."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.table import Table

from geo.records import LatLng
from webapp.domain.openings import midnight
from webapp.domain.paces import PACES, PaceName
from webapp.services.content.reader import read_catalogue
from webapp.services.travel import Travel
from webapp.services.travel.facts import facts_of
from webapp.store.travel_file import pack, unpack

POINTS, ROUNDS = 200, 15
FRIDAY = date(2026, 11, 20)
PACE = PACES[PaceName.NORMAL]


def report(console: Console) -> None:
    """Measure and print; milliseconds, the median of several rounds."""
    catalogue = read_catalogue(Path("content"))[0]
    prepared_ms, facts = _timed(lambda: facts_of(catalogue))
    file = pack(facts)
    positions = (placed.entry.position for placed in catalogue.venues)
    venues = [LatLng(each.lat, each.lng) for each in positions]
    chance = random.Random(1)
    samples = [chance.sample(venues, POINTS) for _ in range(ROUNDS)]
    table = Table("what", "ms")
    table.add_row("prepare at sync, once", f"{prepared_ms:.0f}")
    table.add_row("load in a process, once", f"{_timed(lambda: unpack(file))[0]:.0f}")
    travel = Travel(facts)
    for name, hours in (("by day", (600, 1080)), ("18:00 to 01:00", (1080, 1500))):
        spent = [
            _timed(lambda p=points, h=hours: travel.tables(p, PACE, FRIDAY, *h))[0]  # type: ignore[misc]
            for points in samples
        ]
        table.add_row(f"tables of {POINTS} points, {name}", f"{median(spent):.0f}")
    at = midnight(FRIDAY).replace(hour=20)
    pairs = list(zip(samples[0], samples[1], strict=True))
    legs_ms, _ = _timed(lambda: [travel.leg(*ends, PACE, at) for ends in pairs])
    table.add_row("a leg", f"{legs_ms / len(pairs):.2f}")
    console.print(table)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = perf_counter()
    answer = work()
    return (perf_counter() - start) * 1000, answer


if __name__ == "__main__":
    report(Console())
