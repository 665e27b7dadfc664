"""Map, list and open data show the same venues, whatever is asked, whenever, wherever one looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from geo.records import Bounds, LatLng
from tests.pages.map_pins import PinReader
from tests.pages.written import Entry, Written, position
from webapp import current
from webapp.pages import query
from webapp.settings import SHANGHAI
from webapp.store.venue_filter import WALKS_MIN
from webapp.store.venues import slugs_in

STATES = 1000
THROUGH_HTML = 10  # every tenth is read from the pages of the list
SEED = 20261123
PHONE_PX = (390, 560)
VENUE = re.compile(r'<li[^>]* data-venue="([^"]+)"')
NEXT = re.compile(r'<a href="([^"]+)" rel="next"')
WORDS = ["博物馆", "bar", "shitang", "museum", "外滩", "wt", "长者食堂", "cafe", "yuyaun"]
PHRASES = ["{} open now", "{} 附近", "free {}", "{} after midnight", "step-free {}", "今晚 {}"]


@dataclass(frozen=True)
class State:
    """A question, the moment it is asked for, and where the map looks."""

    asked: tuple[tuple[str, str], ...]
    at: datetime
    box: Bounds
    zoom: int

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """What the address says of it."""
        box = ",".join(f"{degrees:.5f}" for degrees in self.box.as_bbox())
        return [*self.asked, ("at", f"{self.at:%Y-%m-%dT%H:%M}"), ("bbox", box)]

    def __str__(self) -> str:
        return urlencode(self.parameters)


@pytest.fixture(scope="module")
def anybody(app: Flask) -> FlaskClient:
    """A client that reads without checking each page again."""
    client = app.test_client()
    client.checks_pages = False
    return client


def test_map_list_and_open_data_show_the_same(app: Flask, anybody, written):
    reader = PinReader(anybody)
    found, differing = 0, []
    for number, state in enumerate(states(written)):
        told = in_list(app, state)
        ways = {
            "list": sorted(told),
            "map": sorted(on_map(app, reader, state)),
            "api": sorted(in_api(anybody, state)),
        }
        if number % THROUGH_HTML == 0:
            ways["pages"] = sorted(in_pages(anybody, state))
        if any(slugs != ways["list"] for slugs in ways.values()):
            differing.append((str(state), ways))
        found += bool(told)
    assert differing == []
    assert found > STATES / 3


def states(written: Written) -> Iterator[State]:
    draw = Random(SEED)
    venues = [written.venues[slug] for slug in sorted(written.venues)]
    for _ in range(STATES):
        venue = draw.choice(venues)
        yield State(tuple(question(draw, written, venue)), moment(draw), *look(draw, venue))


def question(draw: Random, written: Written, venue: Entry) -> Iterator[tuple[str, str]]:
    """Up to three filters, mostly such that the venue fulfils them."""
    offered = list(filters(draw, written, venue))
    for pairs in draw.sample(offered, draw.choice([0, 1, 1, 2, 2, 3])):
        yield from pairs


def filters(draw: Random, written: Written, venue: Entry) -> Iterator[list[tuple[str, str]]]:
    other = draw.choice(list(written.venues.values()))
    yield [("scenario", draw.choice(venue["scenarios"]))]
    yield [("kind", venue["kind"])]
    yield [("kind", venue["kind"]), ("kind", other["kind"])]
    yield [("district", venue["district"])]
    yield [("area", draw.choice(sorted(written.areas)))]
    yield [("line", draw.choice(sorted(written.lines)))]
    yield [*near(draw, written, venue)]
    yield [(draw.choice(["state", "state", "open"]), "")]
    yield [("state", draw.choice(["open", "closed", "unknown"]))]
    yield [("open", "now")]
    yield [("q", words(draw, venue))]
    yield from ([("tag", tag)] for tag in venue.get("tags", [])[:2])
    yield from ([("access", fact["fact"])] for fact in venue.get("access", [])[:2])
    yield [("step_free", "1")]
    yield [("price", "0"), ("price", str(draw.randrange(1, 5)))]
    yield from ([("benefit", each)] for each in venue.get("benefits", [])[:1])


def near(draw: Random, written: Written, venue: Entry) -> Iterator[tuple[str, str]]:
    if draw.random() < 0.5:
        yield ("station", draw.choice(sorted(written.stations)))
    else:
        at = position(venue)
        yield ("near", f"{at.lat + draw.uniform(-0.01, 0.01):.6f},{at.lng:.6f}")
    if draw.random() < 0.7:
        walk = ("walk", str(draw.choice(WALKS_MIN)))
        yield draw.choice([walk, ("within", str(draw.randrange(100, 5000)))])


def words(draw: Random, venue: Entry) -> str:
    typed = draw.choice([*WORDS, venue["name"]["zh"], venue["name"]["zh"][:2], venue["name"]["en"]])
    return draw.choice(PHRASES).format(typed) if draw.random() < 0.3 else typed


def moment(draw: Random) -> datetime:
    start = datetime(2026, 1, 1, tzinfo=SHANGHAI)
    return start + timedelta(minutes=draw.randrange(2 * 365 * 24 * 60))


def look(draw: Random, venue: Entry) -> tuple[Bounds, int]:
    """A phone's map somewhere around the venue; boxes have five decimals, as in addresses."""
    zoom = draw.randrange(9, 18)
    degrees = 360 / (256 * 2**zoom)  # a pixel, in longitude
    wide, high = (pixels * degrees / 2 for pixels in PHONE_PX)
    centre = position(venue)
    at = LatLng(centre.lat + draw.uniform(-1, 1) * high, centre.lng + draw.uniform(-1, 1) * wide)
    sides = (at.lng - wide, at.lat - high * 0.86, at.lng + wide, at.lat + high * 0.86)
    return Bounds(*(round(side, 5) for side in sides)), zoom


def in_list(app: Flask, state: State) -> list[str]:
    with app.test_request_context(f"/zh/venues?{state}"):
        app.preprocess_request()
        return slugs_in(current.connection(), query.venue_filter())


def on_map(app: Flask, reader: PinReader, state: State) -> list[str]:
    with app.test_request_context(f"/zh/map?{state}"):
        app.preprocess_request()
        only = query.venue_filter()
    asked = [pair for pair in state.parameters if pair[0] not in ("at", "bbox")]
    return reader.shown(asked, only.state or "", only.at, (state.box, state.zoom))


def in_api(client: FlaskClient, state: State) -> list[str]:
    slugs: list[str] = []
    while True:
        address = f"/api/collections/venues/items?{state}&limit=300&offset={len(slugs)}"
        told = client.get(address).get_json(force=True)
        slugs.extend(feature["id"] for feature in told["features"])
        if len(slugs) >= told["numberMatched"]:
            return slugs


def in_pages(client: FlaskClient, state: State) -> list[str]:
    slugs: list[str] = []
    address: str | None = f"/zh/venues?{state}"
    while address:
        text = client.get(address).text
        slugs.extend(VENUE.findall(text))
        following = NEXT.search(text)
        address = following[1].replace("&amp;", "&") if following else None
    return slugs
