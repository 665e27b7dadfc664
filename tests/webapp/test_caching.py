"""Validators: a page is sent again only when something it is made of has changed."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from geo.records import LatLng
from geo.tiles import tile_at
from tests.fixtures.app import MakeApp
from webapp.store import tables
from webapp.store.content_version import set_version

PAGES = ["/zh/", "/en/map", "/en/venues?kind=museum", "/zh/about", "/en/districts"]


def etag_of(client: FlaskClient, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return str(answer.headers["ETag"])


def again(client: FlaskClient, address: str, etag: str, **headers: str):
    return client.get(address, headers={"If-None-Match": etag, **headers})


def change_version(app: Flask) -> None:
    with app.extensions["database"].write() as connection:
        set_version(connection, "another-version", datetime.now(UTC))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_has_not_changed_is_not_sent_again(empty: FlaskClient, address: str):
    answer = again(empty, address, etag_of(empty, address))
    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == etag_of(empty, address)


@pytest.mark.parametrize("address", PAGES)
def test_a_304_leaves_the_stored_policy_alone(empty: FlaskClient, address: str):
    """The stored page keeps its nonce, so a new policy would block its scripts."""
    headers = again(empty, address, etag_of(empty, address)).headers
    assert "Content-Security-Policy" not in headers
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("coding", ["br", "gzip", "gzip, deflate, br, zstd"])
def test_a_compressed_page_is_known_again(empty: FlaskClient, coding: str):
    empty.checks_pages = False  # the checker reads plain text
    etag = etag_of(empty, "/zh/venues", **{"Accept-Encoding": coding})
    assert again(empty, "/zh/venues", etag, **{"Accept-Encoding": coding}).status_code == 304


def test_another_validator_gets_the_page(empty: FlaskClient):
    assert again(empty, "/zh/", 'W/"somebody-elses"').status_code == 200
    known = etag_of(empty, "/zh/")
    assert again(empty, "/zh/", f'W/"somebody-elses", {known}').status_code == 304


def test_each_address_has_a_validator_of_its_own(empty: FlaskClient):
    addresses = [*PAGES, "/zh/map", "/en/venues?kind=park", "/en/venues?kind=museum&page=1"]
    assert len({etag_of(empty, address) for address in addresses}) == len(addresses)


def test_browsers_ask_each_time(empty: FlaskClient):
    headers = empty.get("/zh/").headers
    assert headers["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    assert {"Cookie", "Accept-Encoding"} <= {part.strip() for part in headers["Vary"].split(",")}


def test_the_view_changes_the_validator(empty: FlaskClient):
    standard = etag_of(empty, "/zh/")
    empty.set_cookie("view", "easy")
    assert again(empty, "/zh/", standard).status_code == 200
    assert etag_of(empty, "/zh/") != standard


def test_choosing_a_view_by_link_is_never_answered_from_a_cache(empty: FlaskClient):
    answer = empty.get("/zh/?view=easy", headers={"If-None-Match": etag_of(empty, "/zh/")})
    assert answer.status_code == 200
    assert "Set-Cookie" in answer.headers
    assert "ETag" not in answer.headers
    assert "public" not in answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize("address", ["/zh/about", "/en/stations", "/zh/venues?at=2026-12-24T20:00"])
def test_caches_between_keep_what_lasts_longer(empty: FlaskClient, address: str):
    assert "max-age=0, s-maxage=600" in empty.get(address).headers["Cache-Control"]


def test_a_page_near_somebodys_home_is_theirs_alone(empty: FlaskClient):
    empty.set_cookie("home", "station:xujiahui")
    control = empty.get("/zh/").headers["Cache-Control"]
    assert control == "private, max-age=0, must-revalidate"


@pytest.mark.parametrize(("view", "sheet"), [("standard", "site.css"), ("easy", "site-easy.css")])
def test_the_style_sheet_is_announced_before_the_page(empty: FlaskClient, view: str, sheet: str):
    empty.set_cookie("view", view)
    answer = empty.get("/zh/")
    address = f"/static/source/css/{sheet}"
    assert answer.headers["Link"] == f"<{address}>; rel=preload; as=style"
    assert f'href="{address}"' in answer.text


def test_the_minute_changes_the_validator(make_empty_app):
    seen = [
        etag_of(make_empty_app(SITE_TIME=f"2026-11-20T{at}").test_client(), "/zh/")
        for at in ("21:40", "21:40:59", "21:41")
    ]
    assert seen[0] == seen[1] != seen[2]


@pytest.mark.parametrize("address", ["/zh/venues", "/en/about", "/tiles/matches.json"])
def test_new_content_changes_the_validator(make_empty_app, address: str):
    app = make_empty_app()
    client = app.test_client()
    old = client.get(address).headers.get("ETag", "")
    change_version(app)
    answer = again(client, address, old)
    assert answer.status_code == 200
    assert answer.headers.get("ETag") != old or not old


@pytest.mark.parametrize("address", ["/zh/nowhere", "/zh/venues?at=teatime", "/zh/venues/no-such"])
def test_an_error_is_not_kept(empty: FlaskClient, address: str):
    headers = empty.get(address).headers
    assert headers["Cache-Control"] == "no-store"
    assert "ETag" not in headers


BUND = tile_at(LatLng(31.2397, 121.4905), 13)
DATA = [f"/tiles/venues/{BUND.z}/{BUND.x}/{BUND.y}.json", "/tiles/hours/2026-11-20.json"]


@pytest.mark.parametrize("address", DATA)
def test_map_data_is_not_sent_again(client: FlaskClient, address: str):
    first = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    answer = again(client, address, first.headers["ETag"])
    assert (answer.status_code, answer.data) == (304, b"")
    assert "Content-Security-Policy" not in answer.headers


@pytest.mark.parametrize("address", DATA)
def test_map_data_is_readable_without_gzip(client: FlaskClient, address: str):
    packed = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    plain = client.get(address)
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert plain.get_json(force=True)
    assert "Accept-Encoding" in plain.vary


def test_a_tile_that_changes_has_another_validator(make_app: MakeApp):
    app = make_app()
    client = app.test_client()
    old = client.get(DATA[0]).headers["ETag"]
    with app.extensions["database"].write() as connection:
        connection.execute(update(tables.tiles).values(body=gzip.compress(b'{"features":[]}')))
    answer = again(client, DATA[0], old)
    assert answer.status_code == 200
    assert answer.headers["ETag"] != old


def test_hours_of_a_day_change_with_the_content(make_app: MakeApp):
    app = make_app()
    client = app.test_client()
    old = client.get(DATA[1]).headers["ETag"]
    with app.extensions["database"].write() as connection:
        never = update(tables.hours).where(tables.hours.c.id == 1).values(text="Mo-Su off")
        connection.execute(never)
    change_version(app)
    answer = again(client, DATA[1], old)
    assert answer.status_code == 200
    assert answer.get_json()["spans"]["1"] == []
