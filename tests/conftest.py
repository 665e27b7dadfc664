"""Fixtures live in `tests/fixtures`, one family a file."""

import os

from webapp.settings import ROOT

# Compiled once for all tests, whatever VAR_DIR each of them has.
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / "var" / "numba"))

pytest_plugins = [
    "tests.fixtures.runs",
    "tests.fixtures.databases",
    "tests.fixtures.app",
    "tests.fixtures.server",
    "tests.fixtures.browser",
]
