"""Base maps from outside: allowed in the policy only when chosen, in the right datum."""

from __future__ import annotations

import pytest

from webapp.settings import SettingsInvalid

CHOICES = [
    ("osm", {}, "https://tile.openstreetmap.org", "", "OpenStreetMap"),
    ("tianditu", {"TIANDITU_KEY": "abc123"}, "https://*.tianditu.gov.cn", "wgs84", "天地图"),
    ("amap", {"AMAP_KEY": "abc123"}, "https://*.is.autonavi.com", "gcj02", "高德地图"),
]


@pytest.mark.parametrize(("name", "keys", "host", "datum", "credit"), CHOICES)
def test_an_outside_base_map_is_allowed_credited_and_in_its_datum(
    make_app, name, keys, host, datum, credit
):
    client = make_app(BASEMAP=name, **keys).test_client()
    client.checks_pages = False  # the page names another host, as it was told to
    answer = client.get("/zh/map")
    images = next(
        part for part in answer.headers["Content-Security-Policy"].split(";") if "img-src" in part
    )
    assert host in images
    assert f'data-datum="{datum or "wgs84"}"' in answer.text
    assert credit in answer.text


def test_no_other_host_is_allowed_by_default(client):
    policy = client.get("/zh/map").headers["Content-Security-Policy"]
    assert "http" not in policy


@pytest.mark.parametrize("name", ["tianditu", "amap"])
def test_a_base_map_with_a_key_does_not_start_without_it(make_app, name):
    with pytest.raises(SettingsInvalid, match=f"{name.upper()}_KEY"):
        make_app(BASEMAP=name)
