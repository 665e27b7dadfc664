"""`make bench [ARGS="--venues 100000 --rounds 3 --only search"]`: tables, one after the other."""

from __future__ import annotations

import argparse

from rich.console import Console

from tests.bench import first_view, hours, lighthouse, search, throughput

ON_REQUEST = {"lighthouse"}
"""Tables that install more and take many minutes."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--venues", type=int, default=100_000, help="how many generated venues")
    parser.add_argument("--seconds", type=float, default=4.0, help="length of one measurement")
    parser.add_argument("--rounds", type=int, default=3, help="measurements, the median counts")
    parser.add_argument(
        "--only",
        help="throughput, search, first-view, hours or lighthouse",
    )
    chosen = parser.parse_args()
    console = Console()
    tables = {
        "throughput": lambda: throughput.report(
            console, chosen.venues, chosen.seconds, chosen.rounds
        ),
        "search": lambda: search.report(console, chosen.venues),
        "first-view": lambda: first_view.report(console),
        "hours": lambda: hours.report(console),
        "lighthouse": lambda: lighthouse.report(console, chosen.rounds),
    }
    for name, table in tables.items():
        if chosen.only == name or (chosen.only is None and name not in ON_REQUEST):
            table()


main()
