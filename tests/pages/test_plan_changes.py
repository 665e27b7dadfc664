"""What a saved plan says when its places are not as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.fixtures import markup
from tests.fixtures.page_kinds import LANGUAGES
from tests.fixtures.planned import fields_of, stops_of
from tests.fixtures.saved_plans import BODY, GONE, LOST_TOKEN
from webapp.domain.text import LocalText
from webapp.services.plans.stored import SavedStop
from webapp.services.saved_plans import save_plan
from webapp.settings import SHANGHAI


@pytest.fixture(scope="module")
def site(app):
    """The shared site: plans are added, nothing else of it changes."""
    return app


@pytest.fixture
def visitor(site):
    """A browser of its own, with its own cookies: `visitor()`."""
    return site.test_client


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_changed_since_is_said(client, lang):
    """A stop that left the catalogue is named with its old hours; later stops come earlier."""
    root = markup.tree(client.get(f"/{lang}/plans/{LOST_TOKEN}"))
    lost = next(e for e in root.iter("div") if e.get("data-lost") == "1")
    assert GONE.name.in_(lang) in markup.words(lost)
    assert "21:50–22:35" in markup.words(lost)
    assert {"zh": "名录", "en": "no longer in our catalogue"}[lang] in markup.words(lost)
    moved = next(e for e in root.iter("div") if e.get("data-moved") == "1")
    assert "21:04–21:34" in markup.words(moved)
    assert GONE.slug not in [stop[0] for stop in stops_of(root)]
    assert len(stops_of(root)) == 2


def test_a_stop_that_is_closed_on_that_day_is_said_with_its_hours(site, visitor):
    """As when a museum has begun to close on Mondays after the plan was saved."""
    monday = replace(BODY.request, begins=at("2026-11-23", 10), ends=at("2026-11-23", 16))
    museum = SavedStop(
        "shanghai-museum", LocalText("上海博物馆", "Shanghai Museum"), 630, 720, None
    )
    row = ("shanghai-museum", BODY.stops[2].slug)
    body = replace(
        BODY,
        request=replace(monday, row=row, most_stops=2),
        leave_min=610,
        stops=(museum, replace(BODY.stops[2], arrive_min=740, leave_min=770)),
    )
    with site.extensions["database"].write() as connection:
        made = save_plan(connection, body, "", at("2026-11-20", 21))
    answer = visitor().get(f"/en/plans/{made.token}")
    assert [stop[0] for stop in stops_of(markup.tree(answer))] == [row[1]]
    lost = next(e for e in markup.tree(answer).iter("div") if e.get("data-lost"))
    assert "Shanghai Museum" in markup.words(lost)
    assert "Monday" in markup.words(lost)


def test_a_plan_of_which_nothing_is_left_still_has_a_page(site, visitor):
    gone = replace(BODY, request=replace(BODY.request, row=(GONE.slug,), most_stops=1))
    with site.extensions["database"].write() as connection:
        made = save_plan(connection, replace(gone, stops=(GONE,)), "", at("2026-11-20", 21))
    root = markup.tree(visitor().get(f"/zh/plans/{made.token}"))
    assert stops_of(root) == []
    assert GONE.name.zh in markup.words(root)


def test_a_plan_that_is_over_says_so_and_proposes_the_same_weekday(site, visitor):
    past = replace(BODY.request, begins=at("2026-11-12", 18), ends=at("2026-11-12", 23))
    with site.extensions["database"].write() as connection:
        made = save_plan(connection, replace(BODY, request=past), "", at("2026-11-10", 21))
    root = markup.tree(visitor().get(f"/en/plans/{made.token}"))
    assert "This outing is over." in markup.words(root)
    copy = next(f for f in root.iter("form") if f.get("action", "").endswith("/en/plan"))
    assert dict(fields_of(copy))["on"] == "2026-11-26"


def at(day: str, hour: int) -> datetime:
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=SHANGHAI)
