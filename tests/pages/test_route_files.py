"""Files of itineraries and plans: every sort, both languages, for the day asked for."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import gpxpy
import pytest
from icalendar import Calendar
from lxml import etree

from tests.fixtures import markup
from tests.fixtures.saved_plans import TOKEN
from tests.services.take_away.shapes import gpx_faults, kml_schema
from webapp.services.documents import LEAFLET
from webapp.store.itineraries import get_itinerary, itineraries_in

LANGUAGES = ["zh", "en"]
SLUG = "both-banks-of-the-bund"
TYPES = {
    "gpx": "application/gpx+xml",
    "kml": "application/vnd.google-earth.kml+xml",
    "geojson": "application/geo+json",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
}
MOST_BYTES = 400_000


@dataclass(frozen=True)
class Route:
    """Something that can be taken along; `kept` is how its files may be kept."""

    path: str
    query: str
    file_name: str
    kept: str
    has_end: bool = False

    def page(self, lang: str) -> str:
        return self._address(lang, "")

    def file(self, lang: str, form: str) -> str:
        return self._address(lang, f".{form}")

    def paper(self, lang: str) -> str:
        return self._address(lang, "/print")

    def __str__(self) -> str:
        return self.path.split("/")[1]

    def _address(self, lang: str, end: str) -> str:
        return f"/{lang}{self.path}{end}{'?' if self.query else ''}{self.query}"


ITINERARY = Route(
    f"/itineraries/{SLUG}",
    "on=2026-12-04&from=16:00",
    f"{SLUG}-2026-12-04",
    "public, max-age=300",
    has_end=True,
)
PLAN = Route(
    "/plan",
    "scenario=night&stops=3&at=2026-11-20T18%3A30&until=01%3A00&start=peoples-square"
    "&end=jingan-temple",
    "plan-2026-11-20",
    "private, max-age=300",
    has_end=True,
)
SAVED = Route(f"/plans/{TOKEN}", "", "plan-2026-11-20", "private, no-cache")
routes = pytest.mark.parametrize("route", [ITINERARY, PLAN, SAVED], ids=str)


@pytest.fixture
def fetch(client, monkeypatch):
    """Fetch a file; the offline map is no page of the site."""
    monkeypatch.setattr(client, "checks_pages", False)

    def fetched(path, status=200, **headers):
        answer = client.get(path, headers=headers)
        assert answer.status_code == status, path
        return answer

    return fetched


def times_of(root) -> list[tuple[str, str]]:
    rows = [li for li in root.iter("li") if li.get("data-stop")]
    return [(li.get("data-arrive"), li.get("data-leave")) for li in rows]


@pytest.fixture(scope="module")
def slugs(app):
    with app.extensions["database"].read() as connection:
        return [card.slug for card in itineraries_in(connection)]


@pytest.fixture(scope="module")
def found(app):
    with app.extensions["database"].read() as connection:
        return get_itinerary(connection, SLUG)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_itinerary_is_valid_gpx_and_kml(fetch, slugs, lang):
    schema = kml_schema()
    for slug in slugs:
        assert gpx_faults(fetch(f"/{lang}/itineraries/{slug}.gpx").data) == [], slug
        kml = fetch(f"/{lang}/itineraries/{slug}.kml").data
        assert schema.validate(etree.fromstring(kml)), (slug, schema.error_log)


@pytest.mark.parametrize("route", [PLAN, SAVED], ids=str)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_plans_are_valid_gpx_and_kml(fetch, route, lang):
    schema = kml_schema()
    assert gpx_faults(fetch(route.file(lang, "gpx")).data) == []
    kml = fetch(route.file(lang, "kml")).data
    assert schema.validate(etree.fromstring(kml)), schema.error_log


@routes
@pytest.mark.parametrize("form", TYPES)
def test_files_have_their_type_name_and_validator(fetch, route, form):
    if form == "html" and not LEAFLET.exists():
        pytest.skip("Leaflet is not set up: run `make run` once")
    path = route.file("zh", form)
    answer = fetch(path)
    assert answer.content_type == TYPES[form]
    named = answer.headers["Content-Disposition"]
    assert named.startswith("inline" if form == "txt" else "attachment")
    assert f'filename="{route.file_name}.{form}"' in named
    assert "%E8" in named.partition("filename*=UTF-8''")[2]
    assert named.isascii()
    assert answer.headers["Cache-Control"].startswith(route.kept)
    again = fetch(path, status=304, **{"If-None-Match": answer.headers["ETag"]})
    assert again.data == b""
    assert again.headers["Cache-Control"] == answer.headers["Cache-Control"]


@routes
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_file_says_the_times_of_the_page(client, fetch, route, lang):
    told = times_of(markup.tree(client.get(route.page(lang))))
    points = gpxpy.parse(fetch(route.file(lang, "gpx")).text).waypoints
    features = json.loads(fetch(route.file(lang, "geojson")).data)["features"]
    stops = [f["properties"] for f in features if f["geometry"]["type"] == "Point"]
    events = Calendar.from_ical(fetch(route.file(lang, "ics")).data).walk("VEVENT")
    text = fetch(route.file(lang, "txt")).text
    assert len(told) == len(points) == len(stops) == len(events) > 0
    for time, point, stop, event in zip(told, points, stops, events, strict=True):
        arrive, leave = (datetime.fromisoformat(stop[end]) for end in ("arrive", "leave"))
        assert (f"{arrive:%H:%M}", f"{leave:%H:%M}") == time
        assert point.time == arrive
        assert event.decoded("dtstart") == arrive
        assert event.decoded("dtend") == leave
        assert f"{arrive:%H:%M}–{leave:%H:%M}" in text
        assert point.name in text


@routes
def test_the_page_offers_every_file_of_its_day(client, route):
    page = html.unescape(client.get(route.page("en")).text)
    for form in TYPES:
        assert f'"{route.file("en", form)}"' in page
    assert f'"{route.paper("en")}"' in page


@routes
@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_has_the_drawing_the_code_and_addresses_for_a_driver(client, route, lang):
    root = markup.tree(client.get(route.paper(lang)))
    assert times_of(root) == times_of(markup.tree(client.get(route.page(lang))))
    drawings = [svg.get("class") for svg in root.iter("{http://www.w3.org/2000/svg}svg")]
    assert "base" in drawings
    assert "qr" in drawings
    driver = next(each for each in root.iter("ol") if each.get("class") == "drive")
    assert len(driver) == len(times_of(root))
    assert not [a for a in root.iter("a") if "amap.com" in a.get("href", "")]


@routes
def test_each_leg_can_be_opened_in_map_applications(client, route):
    root = markup.tree(client.get(route.page("en")))
    links = [a.get("href") for a in root.iter("a") if "uri.amap.com/nav" in a.get("href", "")]
    assert len(links) == len(times_of(root)) + route.has_end


@pytest.mark.parametrize("form", TYPES)
def test_a_plan_without_stops_leads_to_its_page(client, form):
    query = "at=2026-11-20T04:30&until=05:30&scenario=silver&start=peoples-square"
    answer = client.get(f"/en/plan.{form}?{query}")
    assert (answer.status_code, answer.location) == (302, f"/en/plan?{query}")
    assert client.get(f"/en/plan.{form}?start=nowhere-at-all").status_code == 302
    assert client.get(f"/en/plan/print?{query}").location == f"/en/plan?{query}"


def test_files_of_saved_plans_are_as_private_as_their_page(fetch):
    answer = fetch(SAVED.file("en", "gpx"))
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    fetch("/en/plans/only-for-tests-no-such-plan.gpx", status=404)
    fetch("/en/plans/only-for-tests-no-such-plan/print", status=404)


def test_an_address_too_long_for_a_code_is_said(client):
    without = ",".join(f"a-place-with-a-long-name-{n}" for n in range(20))
    root = client.get(f"{PLAN.page('en')}&without={without}").text
    assert "too long for a QR code" in root


def test_other_endings_and_itineraries_are_missing(client):
    assert client.get(f"/zh/itineraries/{SLUG}.pdf").status_code == 404
    assert client.get("/zh/itineraries/no-such-way.gpx").status_code == 404


@pytest.mark.parametrize("query", ["on=2026-13-01", "from=25:00", "on=x&from=y", "on=1999-01-01"])
def test_a_day_that_does_not_exist_is_refused(client, query):
    assert client.get(f"/en/itineraries/{SLUG}.gpx?{query}").status_code == 422
    assert client.get(f"/en/itineraries/{SLUG}?{query}").status_code == 422


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_calendar_follows_the_chosen_day(fetch, found, lang):
    path = f"/{lang}/itineraries/{SLUG}.ics?on=2026-12-04&from=16:00"
    events = Calendar.from_ical(fetch(path).data).walk("VEVENT")
    start = datetime(2026, 12, 4, 8, 0, tzinfo=UTC)
    for event, stop in zip(events, found.stops, strict=True):
        after = timedelta(minutes=stop.arrive_min - found.card.start_min)
        assert event.decoded("dtstart").astimezone(UTC) == start + after
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=stop.stay_min)
        assert stop.venue.name.in_(lang) in str(event["summary"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_offline_maps_stay_small(fetch, slugs, lang):
    if not LEAFLET.exists():
        pytest.skip("Leaflet is not set up: run `make run` once")
    sizes = {slug: len(fetch(f"/{lang}/itineraries/{slug}.html").data) for slug in slugs}
    assert {slug: size for slug, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.parametrize("route", [PLAN, SAVED], ids=str)
def test_offline_maps_of_plans_stay_small(fetch, route):
    if not LEAFLET.exists():
        pytest.skip("Leaflet is not set up: run `make run` once")
    assert len(fetch(route.file("zh", "html")).data) <= MOST_BYTES
