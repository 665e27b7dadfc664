"""Each sort of file, read back by somebody else's rules; hostile names stay names."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import gpxpy
import pytest
from icalendar import Calendar
from lxml import etree

from tests.services.take_away.routes import BANK, HOSTILE, RAILS, sample, without_end
from tests.services.take_away.shapes import gpx_faults, kml_schema
from webapp.services.take_away.calendar import calendar_file
from webapp.services.take_away.geojson import geojson_file
from webapp.services.take_away.gpx import gpx_file
from webapp.services.take_away.kml import kml_file
from webapp.services.take_away.qr import qr_svg
from webapp.services.take_away.text import text_file

LANGUAGES = ["zh", "en"]
NAMES = ["外滩 The Bund", HOSTILE]
PRINTED = HOSTILE.replace("\u0007", "")
both = pytest.mark.parametrize("lang", LANGUAGES)
named = pytest.mark.parametrize("name", NAMES)


@both
@named
def test_gpx_keeps_to_its_schema(write, lang, name):
    body = write(gpx_file, sample(name, name), lang)
    assert gpx_faults(body) == []


@both
def test_gpx_has_every_stop_and_the_route_through_stations(write, lang):
    route = sample()
    read = gpxpy.parse(write(gpx_file, route, lang).decode())
    assert [point.name for point in read.waypoints] == [s.place.name.in_(lang) for s in route.stops]
    assert read.waypoints[0].time == datetime(2026, 11, 27, 14, 12, tzinfo=UTC)
    assert read.waypoints[1].time == datetime(2026, 11, 27, 15, 50, tzinfo=UTC)
    places = [(point.latitude, point.longitude) for point in read.routes[0].points]
    ends = [part.end for leg in route.legs for part in leg.parts]
    wanted = [route.start, *ends]
    assert places == [(each.position.lat, each.position.lng) for each in wanted]


@both
def test_rides_follow_their_rails_in_every_map_file(write, lang):
    rails = [(point.lat, point.lng) for point in RAILS]
    read = gpxpy.parse(write(gpx_file, sample(), lang).decode())
    segments = [[(p.latitude, p.longitude) for p in s.points] for s in read.tracks[0].segments]
    assert (len(segments), segments[2]) == (5, rails)
    root = etree.fromstring(write(kml_file, sample(), lang))
    lines = [e.text.split() for e in root.iter("{*}coordinates")][2:]
    assert lines[2] == [f"{lng:.6f},{lat:.6f}" for lat, lng in rails]
    features = json.loads(write(geojson_file, sample(), lang))["features"]
    ways = [f for f in features if f["geometry"]["type"] == "LineString"]
    assert ways[2]["geometry"]["coordinates"] == [[lng, lat] for lat, lng in rails]


@both
def test_a_route_may_end_at_its_last_stop(write, lang):
    route = without_end()
    assert gpx_faults(write(gpx_file, route, lang)) == []
    assert kml_schema().validate(etree.fromstring(write(kml_file, route, lang)))
    lines = write(text_file, route, lang).decode().splitlines()
    assert any(line.startswith("01:20 ") for line in lines)
    assert sum("↓" in line for line in lines) == 2
    last = Calendar.from_ical(write(calendar_file, route, lang)).walk("VEVENT")[-1]
    assert BANK.name.in_(lang) not in str(last["description"]).splitlines()[-3]
    assert len(json.loads(write(geojson_file, route, lang))["features"]) == 2 + 4


@both
def test_gpx_names_are_read_back_as_they_were(write, lang):
    read = gpxpy.parse(write(gpx_file, sample(HOSTILE, HOSTILE), lang).decode())
    assert read.waypoints[0].name.strip() == PRINTED.strip()


@both
@named
def test_kml_is_valid_by_its_schema(write, lang, name):
    body = write(kml_file, sample(name, name), lang)
    schema = kml_schema()
    assert schema.validate(etree.fromstring(body)), schema.error_log


@both
def test_kml_has_stops_ways_and_the_colours_of_lines(write, lang):
    root = etree.fromstring(write(kml_file, sample(HOSTILE, HOSTILE), lang))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    assert len(root.findall(".//k:Point", space)) == 2
    assert len(root.findall(".//k:LineString", space)) == 5
    assert [e.text for e in root.findall(".//k:LineStyle/k:color", space)][1] == "ff1cb886"
    assert root.findtext(".//k:Placemark/k:name", namespaces=space) == f"1 {PRINTED}"
    assert root.findtext(".//k:Point/k:coordinates", namespaces=space) == "121.490000,31.240000"


@both
@named
def test_geojson_keeps_to_rfc_7946(write, lang, name):
    route = sample(name, name)
    found = json.loads(write(geojson_file, route, lang))
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    west, south, east, north = found["bbox"]
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        assert not {"coordinates", "geometries", "features"} & set(feature)
        positions = feature["geometry"]["coordinates"]
        kinds = {"Point": [positions], "LineString": positions}
        points = kinds[feature["geometry"]["type"]]
        assert feature["geometry"]["type"] == "Point" or len(points) >= 2
        assert all(west <= lng <= east and south <= lat <= north for lng, lat in points)
    ids = [feature["id"] for feature in found["features"] if "id" in feature]
    assert ids == [stop.key for stop in route.stops]
    assert found["features"][0]["properties"]["name"] == name
    assert found["features"][0]["properties"]["arrive"] == "2026-11-27T22:12:00+08:00"


@both
@named
def test_the_calendar_has_the_right_instants(write, lang, name):
    body = write(calendar_file, sample(name, name), lang)
    calendar = Calendar.from_ical(body)
    events = calendar.walk("VEVENT")
    ends = ("dtstart", "dtend")
    told = [tuple(event.decoded(end).astimezone(UTC) for end in ends) for event in events]
    assert told == [
        (datetime(2026, 11, 27, 14, 12, tzinfo=UTC), datetime(2026, 11, 27, 15, 30, tzinfo=UTC)),
        (datetime(2026, 11, 27, 15, 50, tzinfo=UTC), datetime(2026, 11, 27, 17, 20, tzinfo=UTC)),
    ]
    zones = calendar.walk("VTIMEZONE")
    assert [str(zone["tzid"]) for zone in zones] == ["Asia/Shanghai"]
    assert {e["dtstart"].params["TZID"] for e in events} == {"Asia/Shanghai"}
    assert calendar.walk("VALARM") == []
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))


def test_calendar_uids_are_stable_and_apart(write):
    def uids(lang):
        events = Calendar.from_ical(write(calendar_file, sample(), lang)).walk("VEVENT")
        return [str(event["uid"]) for event in events]

    assert uids("zh") == uids("en")
    assert len(set(uids("zh"))) == 2


def test_a_stop_visited_twice_has_two_uids(write):
    route = sample()
    twice = replace(
        route,
        stops=(*route.stops, replace(route.stops[0])),
        legs=(*route.legs[:2], route.legs[0], route.legs[2]),
    )
    events = Calendar.from_ical(write(calendar_file, twice, "en")).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == 3


@both
@named
def test_the_text_names_every_stop_with_its_time_a_line_each(write, lang, name):
    lines = write(text_file, sample(name, name), lang).decode().splitlines()
    starts = [line for line in lines if line[:5] in ("22:12", "23:50")]
    assert len(starts) == 2
    assert starts[0].startswith("22:12–23:30 1. ")
    assert lines[-1].startswith("https://example.org/")


def test_the_code_is_inline_svg_without_styles():
    svg = qr_svg("https://example.org/zh/itineraries/x?on=2026-11-27&from=16:00", "<code>")
    root = etree.fromstring(svg)
    assert root.get("viewBox")
    assert all("style" not in element.attrib for element in root.iter())
    assert root.findtext("{*}title") == "<code>"
