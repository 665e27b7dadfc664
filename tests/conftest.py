"""Fixtures live in `tests/fixtures`, one family a file."""

pytest_plugins = [
    "tests.fixtures.runs",
    "tests.fixtures.databases",
    "tests.fixtures.app",
    "tests.fixtures.server",
    "tests.fixtures.browser",
]
