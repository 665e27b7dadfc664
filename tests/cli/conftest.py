"""Commands run on the sample of content."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from webapp import create_app
from webapp.settings import Settings
from webapp.store.session import Database

SAMPLE = Path(__file__).parents[1] / "services" / "sample"
Invoke = Callable[..., Result]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sample that the test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


@pytest.fixture
def site(tmp_path: Path, content: Path, database: Database) -> Iterator[Flask]:
    """A site over an empty database and the sample."""
    variables = {
        "SITE_ENV": "test",
        "SITE_TIME": "2026-11-20T21:40+08:00",
        "SECRET_KEY": "only-for-tests-" + "0" * 32,
        "VAR_DIR": str(tmp_path),
        "CONTENT_DIR": str(content),
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
    }
    app = create_app(Settings.from_env(variables))
    yield app
    app.extensions["database"].dispose()


@pytest.fixture
def invoke(site: Flask) -> Invoke:
    """Run a command: `invoke("content", "sync")`."""
    runner = site.test_cli_runner()
    return lambda *words: runner.invoke(args=list(words))
