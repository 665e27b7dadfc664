"""Home: what is open at the moment, near the place the visitor means."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete

from geo.distance import distance_m
from geo.records import LatLng
from tests.fixtures import markup
from tests.pages.written import Written, is_across, position, state
from webapp.settings import SHANGHAI
from webapp.store import tables

SHOWN = 8
METRO = (
    "itineraries",
    "venue_stations",
    "area_stations",
    "last_trains",
    "line_stops",
    "station_access",
    "stations",
)
LATE = "2026-11-21T00:30"
WALKED_M = 30 * 75 / 1.3


def open_at(written: Written, moment: datetime) -> set[str]:
    return written.slugs(lambda venue: state(venue, moment) == "open", moment.date())


def nearest(written: Written, slugs: set[str], centre: LatLng) -> list[float]:
    """Metres to the nearest; what a walk would reach, were it not across the river, is left out."""
    places = [position(written.venues[slug]) for slug in slugs]
    gaps = [distance_m(each, centre) for each in places if not is_across(centre, each)]
    far = [distance_m(each, centre) for each in places if is_across(centre, each)]
    return sorted([*gaps, *(each for each in far if each > WALKED_M)])[:SHOWN]


def told(client: FlaskClient, address: str):
    answer = client.get(address)
    assert answer.status_code == 200
    return markup.tree(answer)


@pytest.mark.parametrize("moment", [None, LATE, "2026-11-21T04:10", "2026-11-22T12:00"])
def test_the_list_is_the_nearest_of_what_is_open(client, written, now, moment):
    asked = datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI) if moment else now
    centre = position(written.stations["peoples-square"])
    root = told(client, f"/zh/?at={moment}" if moment else "/zh/")
    found = markup.venue_ids(root)
    expected = open_at(written, asked)
    assert len(found) == min(SHOWN, len(expected))
    assert set(found) <= expected
    gaps = [distance_m(position(written.venues[slug]), centre) for slug in found]
    assert gaps == pytest.approx(nearest(written, expected, centre), abs=5)


def test_after_midnight_a_night_is_not_over(client, written):
    """Bars that opened on Friday evening are open at half past midnight."""
    late = datetime.fromisoformat(LATE).replace(tzinfo=SHANGHAI)
    still = [
        v for v in written.venues.values() if "night" in v["scenarios"] and state(v, late) == "open"
    ]
    assert any(venue["kind"] in ("bar", "live-music", "late-dining") for venue in still)
    root = told(client, f"/en/?at={LATE}")
    assert {each[0] for each in markup.states(root).values()} == {"open"}
    assert markup.words(markup.with_class(root, "dusk__clock")[0]) == "00:30"


def test_the_clock_is_the_moment(client):
    clock = markup.with_class(told(client, "/en/"), "dusk__clock")[0]
    assert (markup.words(clock), clock.get("datetime")) == ("21:40", "2026-11-20T21:40:00+08:00")
    assert markup.words(markup.with_class(told(client, "/zh/"), "dusk__note")[0]).startswith(
        "11 月 20 日 周五"
    )
    assert markup.words(markup.with_class(told(client, "/en/"), "dusk__note")[0]).startswith(
        "Fri 20 November"
    )


@pytest.mark.parametrize("station", ["lujiazui", "xujiahui", "wujiaochang"])
def test_another_station_gives_what_is_near_it(client, written, now, station):
    root = told(client, f"/en/?station={station}")
    centre = position(written.stations[station])
    gaps = [distance_m(position(written.venues[slug]), centre) for slug in markup.venue_ids(root)]
    assert gaps == pytest.approx(nearest(written, open_at(written, now), centre), abs=5)
    (chosen,) = [o for o in markup.by_id(root, "near-station") if o.get("selected") is not None]
    assert chosen.get("value") == station
    assert written.stations[station]["name"]["en"] in markup.words(
        markup.by_id(root, "open-now").find("header")
    )


def test_a_position_gives_what_is_near_it(client, written, now):
    here = LatLng(31.2101, 121.4402)
    root = told(client, f"/en/?near={here.lat},{here.lng}")
    gaps = [distance_m(position(written.venues[slug]), here) for slug in markup.venue_ids(root)]
    assert gaps == pytest.approx(nearest(written, open_at(written, now), here), abs=5)
    assert "near you" in markup.words(markup.by_id(root, "open-now").find("header"))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "station=lujiazui",
        "near=31.2101,121.4402",
        f"at={LATE}",
        f"near=31.2101,121.4402&at={LATE}",
    ],
)
def test_the_button_below_the_list_leads_to_as_many_as_it_says(client, query):
    root = told(client, f"/en/?{query}")
    button = markup.with_class(markup.by_id(root, "open-now"), "button--wide")[0]
    number = next(word for word in markup.words(button).split() if word.isdigit())
    results = markup.by_id(told(client, button.get("href")), "results")
    assert markup.words(results.find(".//h2")) == f"{number} places"


@pytest.mark.parametrize("query", ["", "station=lujiazui", "near=31.2101,121.4402"])
def test_the_list_behind_the_button_begins_with_the_same(client, query):
    root = told(client, f"/en/?{query}")
    button = markup.with_class(markup.by_id(root, "open-now"), "button--wide")[0]
    more = markup.venue_ids(told(client, button.get("href")))
    assert set(more[:SHOWN]) == set(markup.venue_ids(root))


def test_an_unknown_station_does_not_exist(client):
    assert client.get("/zh/?station=atlantis").status_code == 404


@pytest.mark.parametrize("near", ["0,0", "39.9,116.4", "121.47,31.23", "here"])
def test_a_position_outside_shanghai_is_refused(client, near):
    assert client.get(f"/zh/?near={near}").status_code == 422


def test_every_station_can_be_chosen(client, written):
    options = markup.by_id(told(client, "/zh/"), "near-station").findall("option")
    assert {option.get("value") for option in options} == set(written.stations)


def test_the_four_scenarios_lead_to_the_map(client):
    tiles = markup.with_class(told(client, f"/zh/?at={LATE}"), "tile")
    asked = [markup.query(tile.get("href")) for tile in tiles]
    assert asked == [
        {"at": LATE, "scenario": each} for each in ("night", "silver", "goods", "culture")
    ]
    assert {markup.path(tile.get("href")) for tile in tiles} == {"/zh/map"}


def test_the_easy_view_asks_what_to_find(client):
    root = told(client, "/zh/?view=easy")
    assert markup.words(root.find(".//h1")) == "您想找什么？"
    choices = markup.with_class(root, "easy")[0]
    for address in markup.addresses(choices):
        assert client.get(address).status_code == 200
    assert len(markup.addresses(choices)) == 6


def test_a_chosen_moment_is_said_as_such(client):
    headings = [
        markup.words(markup.by_id(told(client, a), "open-now").find(".//h2"))
        for a in ("/en/", f"/en/?at={LATE}")
    ]
    assert headings == ["Still open", "Open then"]


def test_the_search_of_a_chosen_moment_keeps_it(client):
    form = markup.with_class(told(client, f"/en/?at={LATE}"), "search")[0]
    assert {f.get("name"): f.get("value") for f in form.iter("input")}.get("at") == LATE


def test_the_time_form_keeps_the_place(client):
    root = told(client, "/en/?station=lujiazui&at=2026-11-21T00:30")
    form = markup.by_id(root, "clock").find(".//form")
    sent = {f.get("name"): f.get("value") for f in form.iter("input")}
    assert sent == {"station": "lujiazui", "on": "2026-11-21", "hour": "00:30"}
    presets = markup.with_class(markup.by_id(root, "clock"), "chips")[0]
    chips = [markup.query(a) for a in markup.addresses(presets)]
    assert chips[0] == {"station": "lujiazui"}
    assert chips[1:] == [
        {"station": "lujiazui", "at": at}
        for at in ("2026-11-20T20:00", "2026-11-21T00:30", "2026-11-21T15:00")
    ]


def test_before_the_metro_is_known_home_still_answers(make_app):
    app = make_app()
    with app.extensions["database"].write() as connection:
        for name in METRO:
            connection.execute(delete(getattr(tables, name)))
    root = told(app.test_client(), "/en/")
    assert len(markup.venue_ids(root)) == SHOWN


def test_two_sites_with_the_same_content_keep_their_own_lists(make_app):
    """What one site keeps for a version of content is never shown by another in the process."""
    bare, whole = make_app(), make_app()
    with bare.extensions["database"].write() as connection:
        for name in METRO:
            connection.execute(delete(getattr(tables, name)))
    assert not markup.addresses(markup.by_id(told(bare.test_client(), "/en/stations"), "main"))
    stations = markup.addresses(markup.by_id(told(whole.test_client(), "/en/stations"), "main"))
    assert any("/en/stations/" in each for each in stations)
