"""A validator that stays the same promises the same page; every public page has one."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.fixtures.app import MakeApp
from tests.fixtures.page_kinds import PAGE_KINDS

NONCE = re.compile(r'nonce="[^"]+"')
DAY = "2026-11-20"
CHOSEN = "at=2026-11-21T00:30"
UNKEPT = {"saved-plan", "saved-plan-print", "plan-lost", "plan-owner", "missing"}
"""Plans of one visitor, and refusals: kept by nobody."""


def pages(client: FlaskClient, query: str) -> dict[str, tuple[str | None, str]]:
    """Validator and text of each kind of page, without the nonce."""
    client.checks_pages = False
    answers = {
        kind: client.get(f"/zh{path}{'&' if '?' in path else '?'}{query}")
        for kind, path in PAGE_KINDS.items()
    }
    return {
        kind: (answer.headers.get("ETag"), NONCE.sub("", answer.text))
        for kind, answer in answers.items()
    }


@pytest.mark.parametrize(
    ("query", "moments"), [("", ("21:40", "21:41", "09:05")), (CHOSEN, ("21:40", "21:58"))]
)
def test_the_same_validator_means_the_same_page(make_app: MakeApp, query: str, moments):
    first, *others = (
        pages(make_app(SITE_TIME=f"{DAY}T{moment}").test_client(), query) for moment in moments
    )
    without = {kind for kind, (etag, _) in first.items() if etag is None}
    assert without == UNKEPT & set(PAGE_KINDS)
    for kind in set(PAGE_KINDS) - without:
        for other in others:
            if first[kind][0] == other[kind][0]:
                assert first[kind][1] == other[kind][1], kind


def test_pages_without_a_state_are_the_same_all_day(make_app: MakeApp):
    morning, evening = (
        make_app(SITE_TIME=f"{DAY}T{moment}").test_client() for moment in ("09:05", "21:40")
    )
    for path in ("/zh/about", "/en/stations", "/zh/itineraries/both-banks-of-the-bund"):
        etag = morning.get(path).headers["ETag"]
        assert evening.get(path, headers={"If-None-Match": etag}).status_code == 304
    later = make_app(SITE_TIME="2026-11-21T00:05").test_client()
    assert later.get("/zh/about", headers={"If-None-Match": etag}).status_code == 200
