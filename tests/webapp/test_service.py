"""Health, readiness, robots: what machines ask that watch the site."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures.app import build, environment
from webapp.store.venues import count_venues

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
CLOSED_PORT = "postgresql://nobody@127.0.0.1:1/nothing?connect_timeout=2"


@pytest.fixture(params=["closed port", "damaged file", "no tables"])
def broken_app(request: pytest.FixtureRequest, tmp_path: Path) -> Flask:
    """A site whose database cannot answer."""
    place = tmp_path / "site.db"
    if request.param == "damaged file":
        place.write_text("this is no database" * 500)
    changes = {"DATABASE_URL": CLOSED_PORT} if request.param == "closed port" else {}
    return build(environment(tmp_path, place, **changes))


def test_a_site_with_a_catalogue_is_healthy_and_ready(client: FlaskClient, app: Flask):
    with app.extensions["database"].read() as connection:
        venues = count_venues(connection)
    health = client.get("/healthz")
    assert health.status_code == 200
    assert health.get_json()["status"] == "ok"
    assert health.get_json()["venues"] == venues > 0
    assert health.get_json()["data_version"] not in ("", "empty")
    ready = client.get("/readyz")
    assert (ready.status_code, ready.get_json()) == (200, {"status": "ready"})


def test_before_the_first_sync_it_is_healthy_but_not_ready(empty: FlaskClient):
    assert empty.get("/healthz").get_json() == {
        "status": "ok",
        "venues": 0,
        "data_version": "empty",
    }
    ready = empty.get("/readyz")
    assert (ready.status_code, ready.get_json()) == (503, {"status": "waiting"})


def test_without_a_database_it_is_alive_but_not_ready(broken_app: Flask):
    client = broken_app.test_client()
    assert (client.get("/healthz").status_code, client.get("/readyz").status_code) == (200, 503)
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_it_becomes_ready_without_a_restart(
    catalogue_file: Path, sqlite_template: Path, tmp_path: Path
):
    place = tmp_path / "site.db"
    shutil.copyfile(sqlite_template, place)
    app = build(environment(tmp_path, place))
    client = app.test_client()
    assert client.get("/readyz").status_code == 503
    app.extensions["database"].dispose()
    shutil.copyfile(catalogue_file, place)
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize(
    "path", ["/zh/", "/en/venues", "/en/about", "/tiles/venues/13/6857/3346.json"]
)
def test_without_a_database_pages_say_so(broken_app: Flask, path: str):
    broken_app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = broken_app.test_client().get(path)
    assert answer.status_code in (500, 503)
    assert answer.mimetype == "text/html"
    assert answer.headers["X-Request-Id"] in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_never_cached(empty: FlaskClient, address: str):
    assert "public" not in empty.get(address).headers.get("Cache-Control", "")
    assert "ETag" not in empty.get(address).headers


def test_robots_may_read_pages_but_not_map_data(empty: FlaskClient):
    answer = empty.get("/robots.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.text.startswith("User-agent: *\nDisallow: /tiles/\n")
    assert "Disallow: /*/desk/\n" in answer.text
    assert answer.text.endswith("Sitemap: http://localhost/sitemap.xml\n")


def test_the_sitemap_names_pages_that_are_there(client: FlaskClient):
    root = ET.fromstring(client.get("/sitemap.xml").text)
    paths = {(each.text or "").removeprefix("http://localhost") for each in root.iter(LOCATION)}
    known = {"/zh/", "/en/venues/shanghai-museum", "/zh/venues/shanghai-museum"}
    assert known | {"/en/stations/peoples-square"} <= paths
    assert len([path for path in paths if path.startswith("/zh/venues/")]) > 500
    for path in sorted(paths)[:: len(paths) // 40]:
        assert client.get(path).status_code == 200, path
