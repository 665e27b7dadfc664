"""The targets of the Makefile."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bootstrap import checks, console, environment, server, site_data, vendor
from bootstrap.environment import DEVELOPMENT
from bootstrap.places import PYTHON, VAR


def run(arguments: list[str]) -> int:
    """Run the target named by the first argument; return its exit code."""
    target = TARGETS.get(arguments[0] if arguments else "")
    if target is None:
        print(f"Targets: {' '.join(TARGETS)}", file=sys.stderr)
        return 2
    return target(arguments[1:])


def start(_arguments: list[str]) -> int:
    """Set everything up, then serve."""
    server.check_port()
    server.workers()
    prepare([])
    return server.serve()


def prepare(_arguments: list[str]) -> int:
    """Set everything up; finished steps are skipped."""
    with _alone():
        environment.ensure()
        server.check_settings()
        vendor.ensure()
        site_data.ensure_translations()
        site_data.ensure_static_release()
        site_data.ensure_machine_code()
        site_data.ensure_database()
    return 0


def test(arguments: list[str]) -> int:
    """Install what the tests need, then run every check and all tests."""
    with _alone():
        checks.prepare()
    return checks.run_all(arguments)


def lint(_arguments: list[str]) -> int:
    """Run the checks that read the code, without the tests."""
    with _alone():
        environment.ensure(DEVELOPMENT)
    return checks.run_linters()


def bench(arguments: list[str]) -> int:
    """Measure; prints tables, never fails on a time."""
    with _alone():
        checks.prepare()
    return checks.call([PYTHON, "-m", "tests.bench", *arguments])


def translations(_arguments: list[str]) -> int:
    """Extract messages and bring the catalogs up to date."""
    with _alone():
        environment.ensure()
    return checks.call([PYTHON, "-m", "bootstrap.catalogs", "update"])


@contextmanager
def _alone() -> Iterator[None]:
    """Let one set-up run at a time in a work tree; the others wait."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            console.say("等待另一个安装过程", "Waiting for another set-up in this folder")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


TARGETS = {
    "run": start,
    "prepare": prepare,
    "test": test,
    "lint": lint,
    "bench": bench,
    "translations": translations,
}
