"""Files of curated itineraries: every sort, both languages, for the day asked for."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import gpxpy
import pytest
from icalendar import Calendar
from lxml import etree

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


@pytest.fixture
def fetch(client, monkeypatch):
    """Fetch a file; the offline map is no page of the site."""
    monkeypatch.setattr(client, "checks_pages", False)

    def fetched(path, status=200, **headers):
        answer = client.get(path, headers=headers)
        assert answer.status_code == status, path
        return answer

    return fetched


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


@pytest.mark.parametrize("form", TYPES)
def test_files_have_their_type_name_and_validator(fetch, form):
    if form == "html" and not LEAFLET.exists():
        pytest.skip("Leaflet is not set up: run `make run` once")
    path = f"/zh/itineraries/{SLUG}.{form}"
    answer = fetch(path)
    assert answer.content_type == TYPES[form]
    named = answer.headers["Content-Disposition"]
    assert named.startswith("inline" if form == "txt" else "attachment")
    assert f'filename="{SLUG}-2026-11-27.{form}"' in named
    assert "filename*=UTF-8''%E5%A4%96" in named
    assert named.isascii()
    assert "max-age=300" in answer.headers["Cache-Control"]
    again = fetch(path, status=304, **{"If-None-Match": answer.headers["ETag"]})
    assert again.data == b""
    assert fetch(f"{path}?on=2026-11-28").headers["ETag"] != answer.headers["ETag"]


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


def test_files_of_one_day_say_the_same_times(fetch, found):
    query = "on=2026-12-04&from=16:00"
    points = gpxpy.parse(fetch(f"/en/itineraries/{SLUG}.gpx?{query}").text).waypoints
    features = json.loads(fetch(f"/en/itineraries/{SLUG}.geojson?{query}").data)["features"]
    stops = [f["properties"] for f in features if f["geometry"]["type"] == "Point"]
    text = fetch(f"/en/itineraries/{SLUG}.txt?{query}").text
    for point, stop in zip(points, stops, strict=True):
        arrive = datetime.fromisoformat(stop["arrive"])
        assert point.time == arrive
        assert f"{arrive:%H:%M}–" in text
    assert datetime.fromisoformat(stops[0]["arrive"]).date() == date(2026, 12, 4)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_offline_maps_stay_small(fetch, slugs, lang):
    if not LEAFLET.exists():
        pytest.skip("Leaflet is not set up: run `make run` once")
    sizes = {slug: len(fetch(f"/{lang}/itineraries/{slug}.html").data) for slug in slugs}
    assert {slug: size for slug, size in sizes.items() if size > MOST_BYTES} == {}


def test_the_page_offers_every_file_for_its_day(client):
    page = client.get(f"/en/itineraries/{SLUG}?on=2026-12-04&from=16:00").text
    for form in TYPES:
        assert f"/en/itineraries/{SLUG}.{form}?on=2026-12-04&amp;from=16:00" in page
    assert f"/en/itineraries/{SLUG}/print?on=2026-12-04&amp;from=16:00" in page
