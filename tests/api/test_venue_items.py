"""`/api/collections/venues/items`: GeoJSON of what lists say, pages, refusals, validators."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.test_list import BAD

ITEMS = "/api/collections/venues/items"


def ask(client, status: int = 200, **query):
    answer = client.get(ITEMS, query_string=query)
    assert answer.status_code == status, answer.text
    return answer


def link(told: dict, relation: str) -> str | None:
    found = (each["href"] for each in told["links"] if each["rel"] == relation)
    return next(found, None)


def test_it_is_a_feature_collection_of_ten(client):
    answer = ask(client)
    assert answer.mimetype == "application/geo+json"
    told = answer.get_json(force=True)
    assert told["type"] == "FeatureCollection"
    assert told["numberReturned"] == len(told["features"]) == 10
    assert told["numberMatched"] > 300
    assert told["timeStamp"] == "2026-11-20T21:40:00+08:00"


def test_a_feature_is_what_the_catalogue_says(client):
    told = ask(client, q="上海博物馆", limit=50).get_json(force=True)
    (museum,) = (each for each in told["features"] if each["id"] == "shanghai-museum")
    assert museum["geometry"]["type"] == "Point"
    lng, lat = museum["geometry"]["coordinates"]
    assert (round(lng), round(lat)) == (121, 31)
    properties = museum["properties"]
    assert properties["name_zh"].startswith("上海博物馆")
    assert properties["kind"] == "museum"
    assert properties["district"] == "310101"
    assert "culture" in properties["scenarios"]
    assert properties["state"] == "closed"


def test_links_lead_through_all_of_them(client):
    seen: list[str] = []
    address: str | None = f"{ITEMS}?kind=museum&limit=25&offset=0"
    while address:
        parts = urlsplit(address)
        told = client.get(f"{parts.path}?{parts.query}").get_json(force=True)
        assert link(told, "self").endswith(parts.query)
        seen.extend(each["id"] for each in told["features"])
        address = link(told, "next")
    assert len(seen) == len(set(seen)) == told["numberMatched"] > 25
    assert parse_qs(urlsplit(link(told, "prev")).query)["kind"] == ["museum"]


def test_a_page_beyond_the_last_is_empty(client):
    told = ask(client, kind="museum", offset=5000).get_json(force=True)
    assert (told["features"], told["numberReturned"]) == ([], 0)
    assert told["numberMatched"] > 0


def test_answers_do_not_depend_on_the_readers_language(client):
    answers = {
        client.get(ITEMS, headers={"Accept-Language": each}).data for each in ("zh", "en", "fr")
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        *[each for each in BAD if each[0] != "page"],
        *[("limit", raw) for raw in ("0", "1001", "ten", "-1", "1.5")],
        *[("offset", raw) for raw in ("-1", "x", "9" * 500)],
        *[("walk", raw) for raw in ("7", "0", "ten")],
        *[("access", "ramp"), ("price", "5"), ("at", "noon"), ("sort", "relevance")],
    ],
)
def test_a_bad_value_is_a_named_problem(client, name, raw):
    answer = ask(client, 400, **{name: raw})
    assert answer.mimetype == "application/problem+json"
    told = answer.get_json(force=True)
    assert told["type"] == "/api/problems/bad-parameter"
    assert (told["status"], f"“{name}”" in told["detail"]) == (400, True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_unknown_parameter_is_a_problem(client):
    told = ask(client, 400, page="2").get_json(force=True)
    assert told["type"] == "/api/problems/unknown-parameter"


def test_an_unknown_station_is_missing(client):
    assert ask(client, 404, station="atlantis").mimetype == "application/problem+json"


def test_what_has_not_changed_is_not_sent_again(client):
    first = ask(client, kind="museum")
    assert first.headers["Cache-Control"] == "public, max-age=60"
    again = client.get(f"{ITEMS}?kind=museum", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert ask(client, kind="park").headers["ETag"] != first.headers["ETag"]


@pytest.mark.parametrize("query", [{}, {"kind": "castle"}])
def test_other_sites_may_read_it(client, query):
    headers = client.get(ITEMS, query_string=query).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/api/nothing", "/api/collections/castles", "/api"])
def test_an_unknown_address_is_a_problem(client, path):
    answer = client.get(path)
    told = answer.get_json(force=True)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert (told["type"], told["status"]) == ("/api/problems/missing", 404)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_method_that_does_not_work_is_a_problem(client):
    answer = client.post(ITEMS)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/apiary", "/en/api/nothing"])
def test_other_unknown_addresses_stay_pages(client, path):
    assert client.get(path).mimetype == "text/html"
