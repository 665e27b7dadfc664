"""Fixtures live in `tests/fixtures`, one family a file."""

import os

from hypothesis import settings

from webapp.settings import ROOT

# The same examples in every run, so that a change is judged by what it changes. Looking for new
# ones is a run of its own: make test ARGS="--hypothesis-profile=search --randomly-seed=1".
settings.register_profile("same", derandomize=True)
settings.register_profile("search", print_blob=True)
settings.load_profile("same")

# Compiled once for all tests, whatever VAR_DIR each of them has.
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / "var" / "numba"))

pytest_plugins = [
    "tests.fixtures.runs",
    "tests.fixtures.databases",
    "tests.fixtures.app",
    "tests.fixtures.server",
    "tests.fixtures.browser",
    "tests.fixtures.gateway",
]
