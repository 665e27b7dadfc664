"""Links that open a venue in the map applications people have, each in its own datum and order.

Amap and Tencent draw GCJ-02, Baidu draws BD-09 (`coord_type=bd09ll`). Apple's and Google's street
maps of mainland China come from Amap's surveyor, so their roads lie in GCJ-02 and a WGS-84 pin
stands about 480 m from its door; both take link coordinates as map coordinates without converting
(reported for Apple in dpa99c/phonegap-launch-navigator issue 186). Both links therefore carry
GCJ-02. The price: on Google's satellite layer, which is not shifted, the pin is off; the street map
is what people walk by. `navigation_links` mark the place, and each application offers the route
from wherever its user is; `way_links` ask for the way between two places (documented by each maker:
Amap URI API "navigation", Baidu URI API "direction", Tencent URI API "routeplan", Apple Map Links,
Google Maps URLs "dir").
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlencode

from geo.crs import wgs84_to_bd09, wgs84_to_gcj02
from geo.records import LatLng

REFERER = "shanghai-scenes"
"""How we name ourselves where a map application asks for it."""


class MapApp(StrEnum):
    """The applications we link to, in the order pages list them."""

    AMAP = "amap"
    BAIDU = "baidu"
    TENCENT = "tencent"
    APPLE = "apple"
    GOOGLE = "google"


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """An https address that shows a venue in `app`."""

    app: MapApp
    url: str


def navigation_links(name: str, position: LatLng) -> tuple[NavigationLink, ...]:
    """Return one link per application for the venue `name` at a WGS-84 `position`."""
    return tuple(NavigationLink(app, write(name, position)) for app, write in _WRITERS.items())


@dataclass(frozen=True, slots=True)
class Waypoint:
    """An end of a way; WGS-84."""

    name: str
    position: LatLng


def way_links(start: Waypoint, end: Waypoint, *, transit: bool) -> tuple[NavigationLink, ...]:
    """Return one link per application for the way from place to place, on foot or by transit."""
    return tuple(NavigationLink(app, ask(start, end, transit)) for app, ask in _ASKERS.items())


def amap_url(name: str, position: LatLng) -> str:
    """Return Amap's marker link: GCJ-02, longitude first; opens the application where installed."""
    at = wgs84_to_gcj02(position)
    return _url(
        "https://uri.amap.com/marker",
        position=_pair(at.lng, at.lat),
        name=name,
        src=REFERER,
        coordinate="gaode",
        callnative="1",
    )


def baidu_url(name: str, position: LatLng) -> str:
    """Return Baidu's marker link: BD-09, latitude first; `title` and `content` are required."""
    at = wgs84_to_bd09(position)
    return _url(
        "https://api.map.baidu.com/marker",
        location=_pair(at.lat, at.lng),
        title=name,
        content=name,
        coord_type="bd09ll",
        output="html",
        src=f"webapp.{REFERER}",
    )


def tencent_url(name: str, position: LatLng) -> str:
    """Return Tencent's marker link: GCJ-02, latitude first; `;` and `:` separate its fields."""
    at = wgs84_to_gcj02(position)
    title = name.translate(str.maketrans(";:", "  "))
    marker = f"coord:{_pair(at.lat, at.lng)};title:{title};addr:{title}"
    return _url("https://apis.map.qq.com/uri/v1/marker", marker=marker, referer=REFERER)


def apple_url(name: str, position: LatLng) -> str:
    """Return Apple's link: GCJ-02 in mainland China, latitude first, `q` labels the pin."""
    at = wgs84_to_gcj02(position)
    return _url("https://maps.apple.com/", ll=_pair(at.lat, at.lng), q=name)


def google_url(_name: str, position: LatLng) -> str:
    """Return Google's link: GCJ-02 as its roads in China; it cannot label a pin, hence no name."""
    at = wgs84_to_gcj02(position)
    return _url("https://www.google.com/maps/search/", api="1", query=_pair(at.lat, at.lng))


def amap_way_url(start: Waypoint, end: Waypoint, transit: bool) -> str:
    """Return Amap's way: GCJ-02, `lng,lat,name` at both ends, hence no commas in names."""
    ends = []
    for each in (start, end):
        at = wgs84_to_gcj02(each.position)
        ends.append(f"{_pair(at.lng, at.lat)},{_without(each.name, ',')}")
    return _url(
        "https://uri.amap.com/navigation",
        **{"from": ends[0]},
        to=ends[1],
        mode="bus" if transit else "walk",
        src=REFERER,
        coordinate="gaode",
        callnative="1",
    )


def baidu_way_url(start: Waypoint, end: Waypoint, transit: bool) -> str:
    """Return Baidu's way: BD-09, `latlng:lat,lng|name:…`; the city is asked for with transit."""
    ends = []
    for each in (start, end):
        at = wgs84_to_bd09(each.position)
        ends.append(f"latlng:{_pair(at.lat, at.lng)}|name:{_without(each.name, '|:')}")
    return _url(
        "https://api.map.baidu.com/direction",
        origin=ends[0],
        destination=ends[1],
        mode="transit" if transit else "walking",
        region="上海",
        coord_type="bd09ll",
        output="html",
        src=f"webapp.{REFERER}",
    )


def tencent_way_url(start: Waypoint, end: Waypoint, transit: bool) -> str:
    """Return Tencent's way: GCJ-02, latitude first."""
    first, last = wgs84_to_gcj02(start.position), wgs84_to_gcj02(end.position)
    return _url(
        "https://apis.map.qq.com/uri/v1/routeplan",
        type="bus" if transit else "walk",
        **{"from": start.name},
        fromcoord=_pair(first.lat, first.lng),
        to=end.name,
        tocoord=_pair(last.lat, last.lng),
        referer=REFERER,
    )


def apple_way_url(start: Waypoint, end: Waypoint, transit: bool) -> str:
    """Return Apple's way: GCJ-02 in mainland China; `r` is transit, `w` on foot."""
    first, last = wgs84_to_gcj02(start.position), wgs84_to_gcj02(end.position)
    return _url(
        "https://maps.apple.com/",
        saddr=_pair(first.lat, first.lng),
        daddr=_pair(last.lat, last.lng),
        dirflg="r" if transit else "w",
    )


def google_way_url(start: Waypoint, end: Waypoint, transit: bool) -> str:
    """Return Google's way: GCJ-02 as its roads in China."""
    first, last = wgs84_to_gcj02(start.position), wgs84_to_gcj02(end.position)
    return _url(
        "https://www.google.com/maps/dir/",
        api="1",
        origin=_pair(first.lat, first.lng),
        destination=_pair(last.lat, last.lng),
        travelmode="transit" if transit else "walking",
    )


def _without(name: str, separators: str) -> str:
    """The name with what separates fields of a link as spaces."""
    return name.translate(str.maketrans(separators, " " * len(separators)))


def _pair(first: float, second: float) -> str:
    return f"{first:.6f},{second:.6f}"


def _url(base: str, **query: str) -> str:
    return f"{base}?{urlencode(query, quote_via=quote)}"


_WRITERS: dict[MapApp, Callable[[str, LatLng], str]] = {
    MapApp.AMAP: amap_url,
    MapApp.BAIDU: baidu_url,
    MapApp.TENCENT: tencent_url,
    MapApp.APPLE: apple_url,
    MapApp.GOOGLE: google_url,
}

_ASKERS: dict[MapApp, Callable[[Waypoint, Waypoint, bool], str]] = {
    MapApp.AMAP: amap_way_url,
    MapApp.BAIDU: baidu_way_url,
    MapApp.TENCENT: tencent_way_url,
    MapApp.APPLE: apple_way_url,
    MapApp.GOOGLE: google_way_url,
}
