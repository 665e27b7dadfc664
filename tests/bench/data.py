"""A database of generated venues for measuring, below `var/bench`; made once a size."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fixtures import postgresql
from tests.fixtures.app import environment
from webapp.settings import ROOT
from webapp.store.schema import head_revision

GENERATOR = ROOT.parent / "shared" / "bench" / "gen_venues.py"


class NoGenerator(Exception):
    """The program that makes venues is not at hand."""


def prepared(venues: int) -> dict[str, str]:
    """The variables of a site holding `venues` generated venues; filled at the first call.

    `BENCH_GENERATOR` names the program that makes them; raises `NoGenerator` when it is missing.
    """
    folder = ROOT / "var" / "bench" / str(venues)
    variables = environment(folder, folder / "site.db", LOG_FORMAT="json")
    filled = folder / f"filled-{head_revision()}"
    if not filled.exists():
        _fill(folder, variables, venues)
        filled.touch()
    return variables


@contextmanager
def on_postgresql(venues: int) -> Iterator[dict[str, str]]:
    """The variables of a site on a PostgreSQL of its own, filled anew and thrown away."""
    with tempfile.TemporaryDirectory(prefix="bench-postgresql-") as place:
        folder = Path(place)
        folder.chmod(0o755)  # PostgreSQL runs as another user and must reach its data
        cluster = postgresql.start(folder / "cluster")
        try:
            variables = environment(folder, folder, DATABASE_URL=cluster.url("postgres"))
            _fill(folder, variables, venues)
            yield variables
        finally:
            postgresql.stop(folder / "cluster")


def _fill(folder: Path, variables: dict[str, str], venues: int) -> None:
    generator = Path(os.environ.get("BENCH_GENERATOR") or GENERATOR)
    if not generator.exists():
        raise NoGenerator(f"{generator} is missing; name another one with BENCH_GENERATOR")
    folder.mkdir(parents=True, exist_ok=True)
    everything = {**os.environ, **variables, "BENCH_GENERATOR": str(generator)}
    for words in (["db", "upgrade"], ["content", "sync"], ["bench", "data", str(venues)]):
        flask = str(Path(sys.executable).with_name("flask"))
        subprocess.run([flask, "--app", "webapp", *words], cwd=ROOT, env=everything, check=True)
