"""The one clock: now, a frozen now, and the moment a visitor asks for."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures import markup
from webapp import clock
from webapp.domain.faults import BadParameter
from webapp.settings import SHANGHAI

FROZEN = "2026-11-20T21:40"


def shown(client: FlaskClient, query: str) -> str:
    """The moment a list answers for, from the fields of its time form."""
    answer = client.get(f"/en/venues?{query}")
    assert answer.status_code == 200, answer.text
    root = markup.tree(answer)
    return f"{markup.by_id(root, 'on').get('value')}T{markup.by_id(root, 'hour').get('value')}"


@pytest.mark.parametrize("query", ["", "at=", "at=now", "at=%20now%20", "on=2026-12-01", "hour=9"])
def test_without_a_moment_a_page_answers_for_now(empty: FlaskClient, query: str):
    assert shown(empty, query) == FROZEN


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("at=2026-02-17T23:30", "2026-02-17T23:30"),
        ("at=2026-02-17T23:30:59", "2026-02-17T23:30"),
        ("at=2026-02-17", "2026-02-17T00:00"),
        ("at=2026-02-17T15:30Z", "2026-02-17T23:30"),
        ("at=2026-02-17T23:30%2B08:00", "2026-02-17T23:30"),
        ("on=2026-02-17&hour=23:30", "2026-02-17T23:30"),
        ("at=2026-01-01T00:00&on=2026-02-17&hour=23:30", "2026-02-17T23:30"),
        ("at=2020-01-01T00:00", "2020-01-01T00:00"),
        ("at=2099-12-31T23:59", "2099-12-31T23:59"),
    ],
)
def test_a_moment_is_local_time_in_shanghai(empty: FlaskClient, query: str, expected: str):
    assert shown(empty, query) == expected


BAD = [
    "at=tomorrow",
    "at=2026-02-30",
    "at=2026-02-17T25:00",
    "at=2019-12-31T23:59",
    "at=2100-01-01T00:00",
    "at=0001-01-01T00:00%2B23:59",
    "at=9999-12-31T23:59-23:59",
    "at=1" + "0" * 5000,
    "on=2026-02-17&hour=99:99",
    "on=17.02.2026&hour=12:00",
]


@pytest.mark.parametrize("query", BAD)
@pytest.mark.parametrize(
    ("path", "title"), [("/zh/venues", "没能读懂这个值"), ("/en/", "We could not read that")]
)
def test_what_is_no_moment_is_refused_in_the_readers_language(
    empty: FlaskClient, path: str, title: str, query: str
):
    answer = empty.get(f"{path}?{query}")
    assert answer.status_code == 422
    root = markup.tree(answer)
    assert root.find("body//h1").text == title
    assert "at" in markup.words(markup.with_class(root, "notice--bad")[0])


@pytest.mark.parametrize(
    "path", ["", "map", "areas", "districts", "stations", "about", "sources", "venues"]
)
def test_every_page_refuses_a_bad_moment(empty: FlaskClient, path: str):
    assert empty.get(f"/en/{path}?at=teatime").status_code == 422


def test_presets_are_moments_to_come(make_empty_app):
    friday = presets_of(make_empty_app(SITE_TIME="2026-11-20T21:40"))
    assert friday["late"] == datetime(2026, 11, 21, 0, 30, tzinfo=SHANGHAI)
    assert friday["saturday"] == datetime(2026, 11, 21, 15, 0, tzinfo=SHANGHAI)
    assert friday["tonight"] == datetime(2026, 11, 20, 20, 0, tzinfo=SHANGHAI)
    saturday = presets_of(make_empty_app(SITE_TIME="2026-11-21T09:00"))
    assert saturday["saturday"] == datetime(2026, 11, 21, 15, 0, tzinfo=SHANGHAI)


def test_a_clock_that_is_not_frozen_runs_in_shanghai(make_empty_app):
    app = make_empty_app(SITE_TIME="")
    with app.test_request_context("/en/"):
        first = clock.now()
    assert abs((datetime.now(SHANGHAI) - first).total_seconds()) < 120
    assert (first.second, first.microsecond, first.tzinfo) == (0, 0, SHANGHAI)


def test_a_moment_stays_the_same_within_one_request(empty_app: Flask):
    with empty_app.test_request_context("/en/?at=2026-02-17T23:30"):
        assert clock.moment() is clock.moment()
        assert clock.is_chosen()


def test_seconds_do_not_count():
    assert clock.read_moment("2026-02-17T23:30:59") == clock.read_moment("2026-02-17T23:30")


def test_a_refusal_names_parameter_and_value():
    with pytest.raises(BadParameter) as refused:
        clock.read_moment("teatime")
    assert (refused.value.name, refused.value.value) == ("at", "teatime")


def presets_of(app: Flask) -> dict[str, datetime]:
    with app.test_request_context("/en/"):
        return clock.presets()
