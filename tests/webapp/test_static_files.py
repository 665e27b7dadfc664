"""Static files: prepared, compressed, immutable; the sources before a release is made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures import markup
from tests.fixtures.app import build, environment


@pytest.fixture(scope="session")
def released(
    static_release: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Flask:
    """A site with a prepared release."""
    database = tmp_path_factory.mktemp("released") / "site.db"
    shutil.copyfile(sqlite_template, database)
    return build(environment(static_release, database))


@pytest.fixture
def visitor(released: Flask) -> FlaskClient:
    return released.test_client()


def address(app: Flask, path: str) -> str:
    return str(app.jinja_env.globals["static_url"](path))


def test_every_file_is_served_for_good(released: Flask, visitor: FlaskClient, static_release: Path):
    folder = static_release / "static" / released.extensions["release"]
    files = [path for path in folder.rglob("*") if path.suffix not in (".br", ".gz", "")]
    assert len(files) > 15
    for path in files:
        answer = visitor.get(address(released, path.relative_to(folder).as_posix()))
        assert answer.status_code == 200, path
        assert answer.data == path.read_bytes()
        assert "immutable" in answer.headers["Cache-Control"]
        assert "max-age=315360000" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("path", "mimetype"),
    [
        ("css/tokens.css", "text/css"),
        ("js/main.js", "text/javascript"),
        ("img/icon.svg", "image/svg+xml"),
    ],
)
def test_files_say_what_they_are(released: Flask, visitor: FlaskClient, path: str, mimetype: str):
    assert visitor.get(address(released, path)).mimetype == mimetype


@pytest.mark.parametrize("coding", ["br", "gzip"])
@pytest.mark.parametrize("path", ["css/components.css", "js/city-map.js"])
def test_text_is_prepared_compressed(released: Flask, visitor: FlaskClient, path: str, coding: str):
    packed = visitor.get(address(released, path), headers={"Accept-Encoding": coding})
    assert packed.headers["Content-Encoding"] == coding
    assert "Accept-Encoding" in packed.headers["Vary"]
    plain = visitor.get(address(released, path), headers={"Accept-Encoding": "identity"})
    assert len(packed.data) < len(plain.data) / 1.5


def test_the_name_of_the_release_is_in_every_address(released: Flask, visitor: FlaskClient):
    release = released.extensions["release"]
    assert len(release) == 12
    root = markup.tree(visitor.get("/zh/map"))
    loaded = [link.get("href") for link in root.findall("head/link[@rel='stylesheet']")]
    loaded += [script.get("src") for script in root.iter("script") if script.get("src")]
    assert len(loaded) >= 4
    assert [each for each in loaded if not each.startswith(f"/static/{release}/")] == []


def test_before_a_release_the_sources_are_served_and_not_kept(empty_app: Flask, empty: FlaskClient):
    answer = empty.get("/static/source/css/tokens.css")
    assert answer.status_code == 200
    assert "immutable" not in answer.headers.get("Cache-Control", "")
    assert address(empty_app, "css/tokens.css") == "/static/source/css/tokens.css"


@pytest.mark.parametrize(
    "path", ["../settings.py", "..%2fsettings.py", "css/../../settings.py", ".stamp", "nothing.css"]
)
def test_nothing_but_static_files_is_served(released: Flask, visitor: FlaskClient, path: str):
    visitor.checks_pages = False
    answer = visitor.get(address(released, path))
    assert answer.status_code == 404
    assert b"SettingsInvalid" not in answer.data
