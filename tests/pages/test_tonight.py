"""The itinerary for the evening on the first page: one that can still be begun, or none."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.fixtures import markup
from webapp.domain.holidays import holiday_on
from webapp.pages.phrases import WEEKDAYS
from webapp.settings import SHANGHAI
from webapp.store.itineraries import itineraries_in

HOURS = ("06:00", "10:00", "15:30", "16:30", "17:30", "18:15", "18:30", "18:31", "23:00")


@pytest.fixture(scope="module")
def cards(app):
    with app.extensions["database"].read() as connection:
        return {card.slug: card for card in itineraries_in(connection)}


def offered(client, at: str, lang: str = "en"):
    """The block, None without one."""
    answer = client.get(f"/{lang}/?at={at}")
    assert answer.status_code == 200
    found = [node for node in markup.tree(answer).iter("section") if node.get("id") == "tonight"]
    return found[0] if found else None


def slug_of(block) -> str:
    (link,) = block.findall(".//h3/a")
    return markup.path(link.get("href")).rsplit("/", 1)[-1]


@pytest.mark.parametrize("day", range(7))
def test_what_is_offered_fits_the_evening(client, cards, day):
    on = datetime(2026, 11, 16, tzinfo=SHANGHAI) + timedelta(days=day)
    for hour in HOURS:
        block = offered(client, f"{on:%Y-%m-%d}T{hour}")
        if block is None:
            assert not [card for card in cards.values() if fits(card, on, hour)], hour
            continue
        card = cards[slug_of(block)]
        fitting = [each for each in cards.values() if fits(each, on, hour)]
        assert card in fitting
        assert card.rank == max(each.rank for each in fitting)


def fits(card, on: datetime, hour: str) -> bool:
    minutes = int(hour[:2]) * 60 + int(hour[3:])
    is_evening = card.start_min >= 15 * 60 and card.end_min >= 20 * 60
    return is_evening and WEEKDAYS[on.weekday()] in card.weekdays and card.start_min >= minutes


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_says_when_and_where_one_begins(client, cards, lang):
    block = offered(client, "2026-11-20T16:00", lang)
    card = cards[slug_of(block)]
    words = markup.words(block)
    assert card.name.in_(lang) in words
    assert card.start.name.in_(lang) in words
    assert f"{card.start_min // 60:02d}:{card.start_min % 60:02d}" in words


@pytest.mark.parametrize("at", ["2026-11-20T21:40", "2026-11-21T00:30", "2026-11-21T05:59"])
def test_a_night_that_has_begun_is_too_late(client, at):
    assert offered(client, at) is None


def test_nothing_is_promised_for_a_public_holiday(client):
    on = datetime(2026, 10, 1, tzinfo=SHANGHAI)
    assert holiday_on(on.date())
    assert offered(client, f"{on:%Y-%m-%d}T12:00") is None


def test_the_easy_view_keeps_to_its_six_choices(client):
    root = markup.tree(client.get("/zh/?at=2026-11-20T16:00&view=easy"))
    assert not [node for node in root.iter("section") if node.get("id") == "tonight"]
