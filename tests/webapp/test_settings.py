"""Settings: every variable with its default, and one clear line for a value that is wrong."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from webapp.settings import ROOT, Settings, SettingsInvalid

SECRET = "s" * 32


def read(tmp_path: Path, **env: str) -> Settings:
    return Settings.from_env({"VAR_DIR": str(tmp_path), **env})


def test_a_site_starts_without_any_variable(tmp_path: Path):
    settings = read(tmp_path)
    assert settings.environment == "development"
    assert settings.database_url == f"sqlite:///{tmp_path}/site.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.base_url == "http://127.0.0.1:8000"
    assert settings.content_dir == ROOT / "content"
    assert (settings.basemap, settings.basemap_key) == ("embedded", "")
    assert (settings.trusted_proxies, settings.log_format) == (0, "console")
    assert settings.site_time is None


def test_var_is_below_the_project_by_default():
    assert Settings.from_env({"SECRET_KEY": SECRET}).var_dir == ROOT / "var"


@pytest.mark.parametrize(
    ("name", "raw", "field", "expected"),
    [
        ("SITE_ENV", "test", "environment", "test"),
        ("CONTENT_DIR", "/srv/content", "content_dir", Path("/srv/content")),
        ("DATABASE_URL", "postgresql://db/scenes", "database_url", "postgresql://db/scenes"),
        ("SECRET_KEY", SECRET, "secret_key", SECRET),
        ("BASE_URL", "https://scenes.example/", "base_url", "https://scenes.example"),
        ("HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("PORT", "9000", "port", 9000),
        ("BASEMAP", "osm", "basemap", "osm"),
        ("TRUSTED_PROXIES", "2", "trusted_proxies", 2),
        ("LOG_FORMAT", "json", "log_format", "json"),
    ],
)
def test_each_variable_is_read(tmp_path: Path, name: str, raw: str, field: str, expected: object):
    assert getattr(read(tmp_path, **{name: raw}), field) == expected


def test_the_base_address_follows_host_and_port(tmp_path: Path):
    assert read(tmp_path, HOST="localhost", PORT="81").base_url == "http://localhost:81"


@pytest.mark.parametrize("basemap", ["tianditu", "amap"])
def test_a_base_map_with_a_key_reads_it(tmp_path: Path, basemap: str):
    settings = read(tmp_path, BASEMAP=basemap, **{f"{basemap.upper()}_KEY": "abc123"})
    assert settings.basemap_key == "abc123"


@pytest.mark.parametrize(
    "name",
    [
        *("SITE_ENV", "CONTENT_DIR", "DATABASE_URL", "BASE_URL", "HOST", "PORT"),
        *("BASEMAP", "TRUSTED_PROXIES", "LOG_FORMAT", "SITE_TIME", "WALK_ROUTER"),
    ],
)
def test_an_empty_variable_counts_as_left_out(tmp_path: Path, name: str):
    assert read(tmp_path, SECRET_KEY=SECRET, **{name: ""}) == read(tmp_path, SECRET_KEY=SECRET)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("SITE_ENV", "staging"),
        ("DATABASE_URL", "scenes.db"),
        ("DATABASE_URL", "mysql://db/scenes"),
        ("SECRET_KEY", "short"),
        ("BASE_URL", "scenes.example"),
        ("PORT", "80a"),
        ("PORT", "70000"),
        ("PORT", "-1"),
        ("PORT", "9" * 5000),
        ("PORT", "٨٠"),
        ("BASEMAP", "google"),
        ("TRUSTED_PROXIES", "many"),
        ("TRUSTED_PROXIES", "11"),
        ("LOG_FORMAT", "xml"),
        ("WALK_ROUTER", "google"),
        ("WALK_ROUTER", "osrm"),
        ("SITE_TIME", "yesterday"),
        ("SITE_TIME", "2026-13-01"),
    ],
)
def test_a_wrong_value_is_named_in_one_line(tmp_path: Path, name: str, raw: str):
    with pytest.raises(SettingsInvalid) as refused:
        read(tmp_path, **{name: raw})
    assert str(refused.value).startswith(name)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("router", ["osrm", "valhalla"])
def test_a_router_for_walks_has_an_address(tmp_path: Path, router: str):
    assert read(tmp_path).walk_router == "own"
    url = "http://127.0.0.1:5000/"
    settings = read(tmp_path, WALK_ROUTER=router, WALK_ROUTER_URL=url)
    assert (settings.walk_router, settings.walk_router_url) == (router, url.rstrip("/"))


@pytest.mark.parametrize(
    "url", ["", "streets.example", "ftp://streets.example", "http://", "http://x:99999"]
)
def test_a_router_without_a_proper_address_is_refused(tmp_path: Path, url: str):
    with pytest.raises(SettingsInvalid, match="WALK_ROUTER_URL"):
        read(tmp_path, WALK_ROUTER="osrm", WALK_ROUTER_URL=url)


@pytest.mark.parametrize("key", ["", "a b", "x&layer=1"])
def test_a_base_map_without_a_proper_key_is_refused(tmp_path: Path, key: str):
    with pytest.raises(SettingsInvalid, match="TIANDITU_KEY"):
        read(tmp_path, BASEMAP="tianditu", TIANDITU_KEY=key)


@pytest.mark.parametrize(
    ("name", "raw"),
    [("SECRET_KEY", "hunter2-hunter2"), ("DATABASE_URL", "mysql://me:hunter2@db/x")],
)
def test_a_secret_is_never_repeated_in_a_message(tmp_path: Path, name: str, raw: str):
    with pytest.raises(SettingsInvalid) as refused:
        read(tmp_path, **{name: raw})
    assert "hunter2" not in str(refused.value)


def test_production_needs_its_own_secret(tmp_path: Path):
    with pytest.raises(SettingsInvalid, match="SECRET_KEY is required"):
        read(tmp_path, SITE_ENV="production")
    assert list(tmp_path.iterdir()) == []
    assert read(tmp_path, SITE_ENV="production", SECRET_KEY=SECRET).secret_key == SECRET


def test_production_refuses_a_frozen_clock(tmp_path: Path):
    with pytest.raises(SettingsInvalid, match="SITE_TIME"):
        read(tmp_path, SITE_ENV="production", SECRET_KEY=SECRET, SITE_TIME="2026-11-20T21:40")


def test_a_frozen_clock_without_a_zone_is_shanghai_time(tmp_path: Path):
    local = read(tmp_path, SITE_TIME="2026-11-20T21:40").site_time
    assert local is not None
    assert local.utcoffset() == timedelta(hours=8)
    assert local == datetime.fromisoformat("2026-11-20T13:40+00:00")
    assert local == read(tmp_path, SITE_TIME="2026-11-20T13:40Z").site_time


def test_the_first_development_start_makes_a_secret_for_its_owner_only(tmp_path: Path):
    place = tmp_path / "new" / "secret_key"
    old_mask = os.umask(0)
    try:
        secret = read(place.parent).secret_key
    finally:
        os.umask(old_mask)
    assert re.fullmatch(r"[0-9a-f]{64}", secret)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert read(place.parent).secret_key == secret


def test_settings_cannot_change_while_the_site_runs(tmp_path: Path):
    settings = read(tmp_path)
    for field in fields(settings):
        with pytest.raises(AttributeError):
            setattr(settings, field.name, None)


@pytest.mark.parametrize(("name", "raw"), [("PORT", "eighty"), ("DATABASE_URL", "nowhere")])
def test_the_server_stops_with_one_line(tmp_path: Path, name: str, raw: str):
    variables = {**os.environ, "VAR_DIR": str(tmp_path), name: raw}
    command = [sys.executable, "-c", "import webapp.wsgi"]
    ended = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert name in ended.stderr
