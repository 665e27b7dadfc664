"""The openings of the coming weeks as a device gets them, and the vectors both sides keep to."""

from __future__ import annotations

import gzip

import orjson
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures import hours_vectors
from webapp.domain.hours_ahead import DAYS, hours_key
from webapp.store.hours import hours_in

ADDRESS = "/tiles/openings.json"


@pytest.fixture(scope="module")
def vectors() -> dict:
    return orjson.loads(hours_vectors.FILE.read_bytes())


def test_the_vectors_are_what_the_domain_says(app: Flask):
    assert hours_vectors.FILE.read_bytes() == hours_vectors.written(hours_vectors.vectors(app))


def test_the_vectors_hold_what_is_hard(vectors):
    cases = vectors["cases"]
    assert len(cases) >= 200
    assert {case["state"] for case in cases} == {"open", "closed", "unknown"}
    assert {case["nuance"] for case in cases} == {None, "soon", "usual"}
    assert sum(case.get("beyond", False) for case in cases) >= 3
    assert all(case["state"] == "unknown" for case in cases if case.get("beyond"))
    assert {case["name"] for case in cases} == set(hours_vectors.TEXTS)
    days = {case["at"][:10] for case in cases}
    assert {"2026-02-14", "2026-02-17", "2026-10-01", "2026-10-10"} <= days


def test_every_readable_text_is_there_by_its_key(app: Flask, client: FlaskClient):
    told = client.get(ADDRESS).get_json()
    with app.extensions["database"].read() as connection:
        texts = {hours_key(each.text) for each in hours_in(connection)}
    assert (told["from"], told["days"]) == ("2026-11-20", DAYS)
    assert set(told["hours"]) == texts
    assert set(told["texts"]) == {"zh", "en"}


def test_the_file_is_small_and_validated(client: FlaskClient):
    answer = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert len(answer.data) < 8_000
    assert orjson.loads(gzip.decompress(answer.data))["shapes"]["open"].startswith("<circle")
    known = {"If-None-Match": answer.headers["ETag"]}
    assert client.get(ADDRESS, headers=known).status_code == 304


def test_before_six_the_file_begins_with_the_evening_before(make_app):
    client = make_app(SITE_TIME="2026-11-21T02:00+08:00").test_client()
    assert client.get(ADDRESS).get_json()["from"] == "2026-11-20"


def test_lists_and_pages_name_hours_by_their_key(client: FlaskClient, written):
    hours = written.venues["shanghai-museum"]["hours"]
    page = client.get("/zh/venues/shanghai-museum").text
    assert f'data-venue="shanghai-museum" data-hours="{hours_key(hours["text"])}"' in page
    assert "data-hours" in client.get("/en/venues").text


def test_a_page_says_for_when_it_answers_unless_a_moment_was_chosen(client: FlaskClient):
    assert 'data-now="2026-11-20T21:40+08:00"' in client.get("/zh/venues").text
    assert "data-now" not in client.get("/zh/venues?at=2026-11-21T00:40").text
