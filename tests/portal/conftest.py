"""A desk of its own for each test: people, three districts, a clock that can be moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert
from werkzeug.test import TestResponse

from tests.fixtures import staff
from tests.fixtures.app import SECRET, build, environment
from webapp import current
from webapp.services.accounts import passwords
from webapp.services.accounts.work import keyed
from webapp.settings import SHANGHAI
from webapp.store.session import Database
from webapp.store.tables import districts

PEOPLE = staff.PEOPLE
DISTRICTS = {"310101": "Huangpu", "310105": "Changning", "310106": "Jing'an"}
CHROME = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


@dataclass
class Clock:
    """What the desk takes for the real time."""

    now: datetime

    def pass_by(self, **time: float) -> None:
        """Let time pass: `pass_by(minutes=16)`."""
        self.now += timedelta(**time)


class Visitor:
    """A browser at the desk: opens pages in English and sends forms with their token."""

    def __init__(self, app: Flask, address: str = "192.0.2.7") -> None:
        """`address` is where it connects from."""
        self.client: FlaskClient = app.test_client()
        self.client.environ_base = {"REMOTE_ADDR": address, "HTTP_USER_AGENT": CHROME}

    def be(self, key: str) -> Visitor:
        """Be one of the staff, signed in all along."""
        staff.sign_in(self.client, key)
        return self

    @property
    def token(self) -> str:
        """What the browser holds."""
        cookie = self.client.get_cookie(staff.COOKIE)
        return cookie.value if cookie else ""

    def open(self, path: str, **options: Any) -> TestResponse:
        """Open a page of the desk."""
        return self.client.get(f"/en/desk/{path}", **options)

    def send(self, path: str, **fields: Any) -> TestResponse:
        """Send a form as a page of the desk would."""
        if not self.token:
            self.open("sign-in")
        form = {"form_token": keyed(SECRET, "form", self.token).hex(), **fields}
        return self.client.post(f"/en/desk/{path}", data=form)

    def sign_in(self, key: str = "editor", password: str = staff.PASSWORD) -> TestResponse:
        """Sign in with e-mail and password."""
        return self.send("sign-in", email=f"{key}@example.org", password=password)

    def is_in(self) -> bool:
        """Whether the desk's first page opens."""
        return self.open("").status_code == 200


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The real time of the desk, standing still until moved; passwords are hashed quickly."""
    moved = Clock(datetime(2026, 11, 20, 9, 0, tzinfo=SHANGHAI))
    monkeypatch.setattr(current, "instant", lambda: moved.now)
    monkeypatch.setattr(passwords, "_HASHER", staff.quick_hasher())
    return moved


@pytest.fixture
def desk(sqlite_database: Database, tmp_path: Path, clock: Clock) -> Iterator[Flask]:
    """A site with staff and districts on SQLite."""
    yield from _site(sqlite_database, tmp_path)


@pytest.fixture
def desk_on_each(database: Database, tmp_path: Path, clock: Clock) -> Iterator[Flask]:
    """The same on SQLite and on PostgreSQL."""
    yield from _site(database, tmp_path)


@pytest.fixture
def visitor(desk: Flask) -> Visitor:
    """A browser nobody is signed in at."""
    return Visitor(desk)


def _site(database: Database, folder: Path) -> Iterator[Flask]:
    prepare(database)
    url = database.url.render_as_string(hide_password=False)
    app = build(environment(folder, folder / "unused.db", DATABASE_URL=url))
    yield app
    app.extensions["database"].dispose()


def prepare(database: Database) -> None:
    """Plant districts and people."""
    with database.write() as connection:
        rows = [_district(code, name) for code, name in DISTRICTS.items()]
        connection.execute(insert(districts), rows)
    staff.plant(database)


def _district(code: str, name: str) -> dict[str, Any]:
    words = {"name_zh": f"{name}区", "name_en": name, "lat": 31.2, "lng": 121.4}
    return {"code": code, **words, "outline": "{}"}


def reconfigure(app: Flask, **changes: Any) -> None:
    """Change settings of a site under test."""
    app.extensions["settings"] = replace(app.extensions["settings"], **changes)
