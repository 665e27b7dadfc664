"""Base maps from outside: addresses, datum and attribution, used only by setting."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.settings import Basemap, Settings


@dataclass(frozen=True, slots=True)
class TileSource:
    """Raster tiles of another site; `datum` says how pins must be shifted to fit them."""

    template: str
    subdomains: str
    hosts: tuple[str, ...]
    datum: str
    attribution: str
    max_zoom: int


def tile_source(settings: Settings) -> TileSource | None:
    """The outside tiles chosen by `BASEMAP`, None for our own embedded map."""
    makers = {
        Basemap.OSM: _osm,
        Basemap.TIANDITU: _tianditu,
        Basemap.AMAP: _amap,
    }
    maker = makers.get(settings.basemap)
    return maker(settings.basemap_key) if maker else None


def image_hosts(settings: Settings) -> tuple[str, ...]:
    """Hosts the content-security policy must allow images from."""
    source = tile_source(settings)
    return source.hosts if source else ()


def _osm(_key: str) -> TileSource:
    return TileSource(
        template="https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        subdomains="",
        hosts=("https://tile.openstreetmap.org",),
        datum="wgs84",
        attribution="© OpenStreetMap contributors",
        max_zoom=19,
    )


def _tianditu(key: str) -> TileSource:
    return TileSource(
        template=f"https://t{{s}}.tianditu.gov.cn/DataServer?T=vec_w&x={{x}}&y={{y}}&l={{z}}&tk={key}",
        subdomains="01234567",
        hosts=("https://*.tianditu.gov.cn",),
        datum="wgs84",
        attribution="© 天地图 Tianditu",
        max_zoom=18,
    )


def _amap(key: str) -> TileSource:
    return TileSource(
        template=(
            "https://webrd0{s}.is.autonavi.com/appmaptile"
            f"?lang=zh_cn&size=1&scale=1&style=8&x={{x}}&y={{y}}&z={{z}}&key={key}"
        ),
        subdomains="1234",
        hosts=("https://*.is.autonavi.com",),
        datum="gcj02",
        attribution="© 高德地图 Amap",
        max_zoom=18,
    )
