"""What the pages should say: the catalogue as written, and lists read to their last page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures import markup
from tests.fixtures.app import SITE_TIME
from tests.pages import written as reading
from tests.pages.written import Written

ListAll = Callable[..., list[str]]


@pytest.fixture(scope="session")
def content_dir(app: Flask) -> Path:
    """The folder the site under test was filled from."""
    return Path(app.extensions["settings"].content_dir)


@pytest.fixture(scope="session")
def written(content_dir: Path) -> Written:
    """`content/` as its authors wrote it."""
    return reading.read(content_dir)


@pytest.fixture
def list_all(client: FlaskClient) -> ListAll:
    """The slugs of a list with all its pages: `list_all({"kind": "museum"}, lang="en")`."""

    def read(query: dict[str, object], lang: str = "zh", page: str = "venues") -> list[str]:
        slugs: list[str] = []
        address: str | None = f"/{lang}/{page}?{urlencode(query, doseq=True)}"
        while address:
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
            root = markup.tree(answer)
            slugs.extend(markup.venue_ids(root))
            following = root.find(".//a[@rel='next']")
            address = None if following is None else str(following.get("href"))
        return slugs

    return read


@pytest.fixture(scope="session")
def now() -> datetime:
    """The frozen present of the site under test."""
    return datetime.fromisoformat(SITE_TIME)
