"""Links that open a venue in the map applications people have, each in its own datum and order.

Amap and Tencent draw GCJ-02, Baidu draws BD-09 (`coord_type=bd09ll`). Apple's and Google's street
maps of mainland China come from Amap's surveyor, so their roads lie in GCJ-02 and a WGS-84 pin
stands about 480 m from its door; both take link coordinates as map coordinates without converting
(reported for Apple in dpa99c/phonegap-launch-navigator issue 186). Both links therefore carry
GCJ-02. The price: on Google's satellite layer, which is not shifted, the pin is off; the street map
is what people walk by. All links mark the place; each application offers the route from wherever
its user is.
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
