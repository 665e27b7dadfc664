"""`make bench [ARGS="--venues 100000 --seconds 4 --rounds 3"]`: all tables, one after the other."""

from __future__ import annotations

import argparse

from rich.console import Console

from tests.bench import first_view, hours, throughput


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--venues", type=int, default=100_000, help="how many generated venues")
    parser.add_argument("--seconds", type=float, default=4.0, help="length of one measurement")
    parser.add_argument("--rounds", type=int, default=3, help="measurements, the median counts")
    chosen = parser.parse_args()
    console = Console()
    throughput.report(console, chosen.venues, chosen.seconds, chosen.rounds)
    first_view.report(console)
    hours.report(console)


main()
