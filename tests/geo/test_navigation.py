"""Links to map applications, decoded again by a reader that knows each application's rules only."""

import random
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from geo.crs import bd09_to_wgs84, gcj02_to_wgs84
from geo.distance import distance_m
from geo.navigation import MapApp, Waypoint, navigation_links, way_links
from geo.records import LatLng

NAME = "外滩 & 18号; the “Bund”?"
Query = dict[str, str]


def pair(text: str) -> tuple[float, float]:
    first, second = text.split(",")
    return float(first), float(second)


def decode_amap(query: Query) -> LatLng:
    assert query["coordinate"] == "gaode"
    lng, lat = pair(query["position"])
    return gcj02_to_wgs84(LatLng(lat, lng))


def decode_baidu(query: Query) -> LatLng:
    assert query["coord_type"] == "bd09ll"
    assert query["output"] == "html"
    return bd09_to_wgs84(LatLng(*pair(query["location"])))


def decode_tencent(query: Query) -> LatLng:
    fields = dict(field.split(":") for field in query["marker"].split(";"))
    return gcj02_to_wgs84(LatLng(*pair(fields["coord"])))


def decode_apple(query: Query) -> LatLng:
    return gcj02_to_wgs84(LatLng(*pair(query["ll"])))


def decode_google(query: Query) -> LatLng:
    return gcj02_to_wgs84(LatLng(*pair(query["query"])))


DECODERS: dict[MapApp, tuple[str, Callable[[Query], LatLng]]] = {
    MapApp.AMAP: ("uri.amap.com", decode_amap),
    MapApp.BAIDU: ("api.map.baidu.com", decode_baidu),
    MapApp.TENCENT: ("apis.map.qq.com", decode_tencent),
    MapApp.APPLE: ("maps.apple.com", decode_apple),
    MapApp.GOOGLE: ("www.google.com", decode_google),
}


def some_points(count: int) -> list[LatLng]:
    dice = random.Random(20261120)
    return [LatLng(dice.uniform(30.7, 31.85), dice.uniform(120.9, 121.95)) for _ in range(count)]


@pytest.mark.parametrize("point", some_points(100))
def test_every_link_lands_within_5_m(point: LatLng) -> None:
    for link in navigation_links(NAME, point):
        host, decode = DECODERS[link.app]
        parts = urlsplit(link.url)
        query = {
            key: values[0] for key, values in parse_qs(parts.query, strict_parsing=True).items()
        }
        assert (parts.scheme, parts.hostname) == ("https", host)
        assert distance_m(decode(query), point) <= 5


def test_all_applications_are_linked_and_names_are_encoded() -> None:
    links = navigation_links(NAME, LatLng(31.2397, 121.4905))
    assert [link.app for link in links] == list(MapApp)
    assert all(link.url.isascii() and " " not in link.url and '"' not in link.url for link in links)


def test_the_name_arrives_whole() -> None:
    urls = {link.app: link.url for link in navigation_links(NAME, LatLng(31.2397, 121.4905))}
    assert parse_qs(urlsplit(urls[MapApp.AMAP]).query)["name"] == [NAME]
    assert parse_qs(urlsplit(urls[MapApp.APPLE]).query)["q"] == [NAME]
    assert parse_qs(urlsplit(urls[MapApp.BAIDU]).query)["title"] == [NAME]


def amap_ends(query: Query) -> list[LatLng]:
    assert query["coordinate"] == "gaode"
    ends = []
    for end in ("from", "to"):
        lng, lat, name = query[end].split(",")
        assert name
        ends.append(gcj02_to_wgs84(LatLng(float(lat), float(lng))))
    return ends


def baidu_ends(query: Query) -> list[LatLng]:
    assert query["coord_type"] == "bd09ll"
    assert query["region"]
    ends = []
    for end in ("origin", "destination"):
        fields = dict(field.split(":", 1) for field in query[end].split("|"))
        assert fields["name"]
        ends.append(bd09_to_wgs84(LatLng(*pair(fields["latlng"]))))
    return ends


def plain_ends(*names: str) -> Callable[[Query], list[LatLng]]:
    return lambda query: [gcj02_to_wgs84(LatLng(*pair(query[name]))) for name in names]


WAYS = {
    MapApp.AMAP: ("uri.amap.com/navigation", amap_ends, "mode", ("walk", "bus")),
    MapApp.BAIDU: ("api.map.baidu.com/direction", baidu_ends, "mode", ("walking", "transit")),
    MapApp.TENCENT: (
        "apis.map.qq.com/uri/v1/routeplan",
        plain_ends("fromcoord", "tocoord"),
        "type",
        ("walk", "bus"),
    ),
    MapApp.APPLE: ("maps.apple.com/", plain_ends("saddr", "daddr"), "dirflg", ("w", "r")),
    MapApp.GOOGLE: (
        "www.google.com/maps/dir/",
        plain_ends("origin", "destination"),
        "travelmode",
        ("walking", "transit"),
    ),
}


@pytest.mark.parametrize("transit", [False, True])
def test_ways_lead_from_the_one_place_to_the_other(transit):
    points = some_points(40)
    for start, end in zip(points[::2], points[1::2], strict=True):
        for link in way_links(Waypoint(NAME, start), Waypoint("A|b:c,d", end), transit=transit):
            address, ends_of, mode, words = WAYS[link.app]
            parts = urlsplit(link.url)
            assert parts.scheme == "https"
            assert f"{parts.netloc}{parts.path}" == address
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            assert query[mode] == words[transit]
            first, last = ends_of(query)
            assert distance_m(first, start) < 1
            assert distance_m(last, end) < 1
