"""Sites without a catalogue, for what does not depend on one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures.app import build, environment


@pytest.fixture
def make_empty_app(sqlite_template: Path, tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Build a migrated site that holds no content yet: `make_empty_app(SITE_TIME="…")`."""
    made: list[Flask] = []

    def make(**changes: str) -> Flask:
        place = tmp_path / f"empty-{len(made)}.db"
        shutil.copyfile(sqlite_template, place)
        made.append(build(environment(tmp_path, place, **changes)))
        return made[-1]

    yield make
    for app in made:
        app.extensions["database"].dispose()


@pytest.fixture(scope="session")
def empty_app(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A migrated site before the first content sync. Shared: do not change its data."""
    folder = tmp_path_factory.mktemp("empty")
    shutil.copyfile(sqlite_template, folder / "site.db")
    app = build(environment(folder, folder / "site.db"))
    yield app
    app.extensions["database"].dispose()


@pytest.fixture
def empty(empty_app: Flask) -> FlaskClient:
    """A visitor of the empty site."""
    return empty_app.test_client()
