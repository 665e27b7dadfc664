"""Headers: a strict policy with a nonce of its own for each answer, and the usual protections."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.fixtures import markup

ADDRESSES = ["/zh/", "/en/map", "/zh/nowhere", "/healthz", "/robots.txt", "/tiles/matches.json"]
TILE = "/tiles/venues/10/1/1.json"
NONCE = re.compile(r"'nonce-([A-Za-z0-9_-]{20,})'")


def policy_of(answer) -> dict[str, list[str]]:
    parts = answer.headers["Content-Security-Policy"].split(";")
    return {name: values for name, *values in (part.split() for part in parts)}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_allows_nothing_that_is_not_named(empty: FlaskClient, address: str):
    policy = policy_of(empty.get(address))
    assert policy["default-src"] == ["'none'"]
    assert policy["style-src"] == policy["connect-src"] == policy["font-src"] == ["'self'"]
    assert policy["img-src"] == ["'self'", "data:"]
    assert policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    assert policy["form-action"] == ["'self'"]
    assert policy["script-src"][0] == "'self'"
    assert len(policy["script-src"]) == 2


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_allows_nothing_unsafe(empty: FlaskClient, address: str):
    text = empty.get(address).headers["Content-Security-Policy"]
    assert not re.search(r"unsafe|\*|http:|https:|blob:", text)


def test_a_nonce_is_used_once_and_stands_on_every_script(empty: FlaskClient):
    seen = set()
    for _ in range(3):
        answer = empty.get("/zh/map")
        (nonce,) = NONCE.findall(answer.headers["Content-Security-Policy"])
        scripts = list(markup.tree(answer).iter("script"))
        assert scripts
        assert {script.get("nonce") for script in scripts} == {nonce}
        seen.add(nonce)
    assert len(seen) == 3


def test_only_the_hosts_of_the_chosen_base_map_may_send_pictures(make_empty_app):
    hosts = {
        "osm": ["https://tile.openstreetmap.org"],
        "tianditu": ["https://*.tianditu.gov.cn"],
        "amap": ["https://*.is.autonavi.com"],
    }
    for basemap, expected in hosts.items():
        keys = {"TIANDITU_KEY": "abc", "AMAP_KEY": "abc"}
        client = make_empty_app(BASEMAP=basemap, **keys).test_client()
        policy = policy_of(client.get("/en/map"))
        assert policy["img-src"] == ["'self'", "data:", *expected]
        assert policy["connect-src"] == ["'self'"]


@pytest.mark.parametrize("address", [*ADDRESSES, TILE])
def test_every_answer_carries_the_protections(empty: FlaskClient, address: str):
    headers = empty.get(address).headers
    assert headers.getlist("X-Content-Type-Options") == ["nosniff"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=(self)" in headers["Permissions-Policy"]


def test_only_an_encrypted_site_asks_to_stay_encrypted(empty: FlaskClient):
    assert "Strict-Transport-Security" not in empty.get("/zh/").headers
    secure = empty.get("/zh/", base_url="https://localhost")
    assert secure.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_a_proxy_is_believed_only_when_it_is_trusted(make_empty_app):
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
    direct = make_empty_app().test_client().get("/zh/", headers=forwarded)
    behind = make_empty_app(TRUSTED_PROXIES="1").test_client().get("/zh/", headers=forwarded)
    assert "Strict-Transport-Security" not in direct.headers
    assert "Strict-Transport-Security" in behind.headers


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_pages_travel_compressed(empty: FlaskClient, coding: str):
    empty.checks_pages = False  # the checker reads plain text
    packed = empty.get("/zh/venues", headers={"Accept-Encoding": coding})
    plain = empty.get("/zh/venues")
    assert packed.headers["Content-Encoding"] == coding
    assert "Accept-Encoding" in packed.vary
    assert "Content-Encoding" not in plain.headers
    assert len(packed.data) < len(plain.data) / 2


def test_what_is_too_large_is_refused(empty: FlaskClient):
    answer = empty.post("/en/preferences", data={"view": "easy", "back": "x" * 70_000})
    assert answer.status_code == 413
    assert markup.words(markup.tree(answer).find(".//h1")) == "That is too large"
