"""Settings of one running site, read once from the environment."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from webapp.domain.accounts import SecondStep

SHANGHAI = ZoneInfo("Asia/Shanghai")
DATABASES = ("sqlite:///", "postgres://", "postgresql://", "postgresql+psycopg://")
E = TypeVar("E", bound=StrEnum)
ROOT = Path(__file__).resolve().parent.parent


class SettingsInvalid(Exception):
    """A variable has a value the site cannot start with; the message is one clear line."""


class Environment(StrEnum):
    """Where the site runs: only development and test may use generated or frozen values."""

    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


class Basemap(StrEnum):
    """What lies under the pins."""

    EMBEDDED = "embedded"
    OSM = "osm"
    TIANDITU = "tianditu"
    AMAP = "amap"


class WalkRouting(StrEnum):
    """Who knows how far it is on foot."""

    OWN = "own"
    OSRM = "osrm"
    VALHALLA = "valhalla"


class LogFormat(StrEnum):
    """How log lines are written."""

    CONSOLE = "console"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its type; `from_env` gives the defaults."""

    environment: Environment
    var_dir: Path
    content_dir: Path
    database_url: str
    secret_key: str
    base_url: str
    host: str
    port: int
    basemap: Basemap
    basemap_key: str
    trusted_proxies: int
    log_format: LogFormat
    site_time: datetime | None
    walk_router: WalkRouting
    walk_router_url: str
    mail_url: str
    mail_from: str
    second_step: SecondStep
    desk_idle_min: int

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read all variables; raises `SettingsInvalid` naming the first one that is wrong."""
        environment = _choice(env, "SITE_ENV", Environment, Environment.DEVELOPMENT)
        var_dir = Path(env.get("VAR_DIR") or ROOT / "var")
        basemap = _choice(env, "BASEMAP", Basemap, Basemap.EMBEDDED)
        port = _number(env, "PORT", 8000, 65535)
        host = env.get("HOST") or "127.0.0.1"
        walk_router = _choice(env, "WALK_ROUTER", WalkRouting, WalkRouting.OWN)
        base_url = _base_url(env, f"http://{host}:{port}")
        return cls(
            environment=environment,
            var_dir=var_dir,
            content_dir=Path(env.get("CONTENT_DIR") or ROOT / "content"),
            database_url=_database_url(env, f"sqlite:///{var_dir / 'site.db'}"),
            secret_key=_secret(env, environment, var_dir),
            base_url=base_url,
            host=host,
            port=port,
            basemap=basemap,
            basemap_key=_basemap_key(env, basemap),
            trusted_proxies=_number(env, "TRUSTED_PROXIES", 0, 10),
            log_format=_choice(env, "LOG_FORMAT", LogFormat, LogFormat.CONSOLE),
            site_time=_site_time(env, environment),
            walk_router=walk_router,
            walk_router_url=_walk_router_url(env, walk_router),
            mail_url=_mail_url(env),
            mail_from=env.get("MAIL_FROM") or f"no-reply@{urlsplit(base_url).hostname}",
            second_step=_choice(env, "SECOND_STEP", SecondStep, SecondStep.OPTIONAL),
            desk_idle_min=_idle_min(env),
        )


def _choice(env: Mapping[str, str], name: str, kind: type[E], default: E) -> E:
    raw = env.get(name, "") or default.value
    try:
        return kind(raw)
    except ValueError:
        allowed = ", ".join(member.value for member in kind)
        raise SettingsInvalid(f"{name}={raw!r} is not one of: {allowed}") from None


def _number(env: Mapping[str, str], name: str, default: int, most: int) -> int:
    raw = env.get(name, "") or str(default)
    if not raw.isascii() or not raw.isdigit() or len(raw) > 9 or int(raw) > most:
        raise SettingsInvalid(f"{name}={raw!r} is not a whole number from 0 to {most}")
    return int(raw)


def _database_url(env: Mapping[str, str], default: str) -> str:
    raw = env.get("DATABASE_URL", "") or default
    if not raw.startswith(DATABASES):
        # The value may hold a password and is not repeated.
        raise SettingsInvalid("DATABASE_URL does not begin with sqlite:/// or postgresql://")
    return raw


def _base_url(env: Mapping[str, str], default: str) -> str:
    raw = (env.get("BASE_URL", "") or default).rstrip("/")
    if not raw.startswith(("http://", "https://")):
        raise SettingsInvalid(f"BASE_URL={raw!r} does not begin with http:// or https://")
    return raw


def _basemap_key(env: Mapping[str, str], basemap: Basemap) -> str:
    if basemap not in (Basemap.TIANDITU, Basemap.AMAP):
        return ""
    name = f"{basemap.value.upper()}_KEY"
    key = env.get(name, "")
    if not key.isalnum():
        raise SettingsInvalid(f"BASEMAP={basemap.value} needs {name} (letters and digits)")
    return key


def _walk_router_url(env: Mapping[str, str], router: WalkRouting) -> str:
    if router is WalkRouting.OWN:
        return ""
    raw = env.get("WALK_ROUTER_URL", "").rstrip("/")
    if not _is_address(raw, ("http", "https")):
        # The value may hold a key and is not repeated.
        raise SettingsInvalid(f"WALK_ROUTER={router.value} needs WALK_ROUTER_URL (http or https)")
    return raw


def _mail_url(env: Mapping[str, str]) -> str:
    raw = env.get("MAIL_URL", "")
    if raw and not _is_address(raw, ("smtp", "smtps")):
        # The value may hold a password and is not repeated.
        raise SettingsInvalid("MAIL_URL is not smtp://… or smtps://… with a host")
    return raw


def _idle_min(env: Mapping[str, str]) -> int:
    minutes = _number(env, "DESK_IDLE_MINUTES", 60, 720)
    if minutes < 20:
        raise SettingsInvalid("DESK_IDLE_MINUTES is less than 20: people need time to write")
    return minutes


def _is_address(raw: str, schemes: tuple[str, ...]) -> bool:
    try:
        address = urlsplit(raw)
        _ = address.port
    except ValueError:
        return False
    return address.scheme in schemes and bool(address.hostname)


def _site_time(env: Mapping[str, str], environment: Environment) -> datetime | None:
    raw = env.get("SITE_TIME", "")
    if not raw:
        return None
    if environment is Environment.PRODUCTION:
        raise SettingsInvalid("SITE_TIME is for development and tests only")
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        raise SettingsInvalid(f"SITE_TIME={raw!r} is not an ISO date and time") from None
    return moment.replace(tzinfo=moment.tzinfo or SHANGHAI).astimezone(SHANGHAI)


def _secret(env: Mapping[str, str], environment: Environment, var_dir: Path) -> str:
    given = env.get("SECRET_KEY", "")
    if given and len(given) < 32:
        raise SettingsInvalid("SECRET_KEY has fewer than 32 characters")
    if given:
        return given
    if environment is Environment.PRODUCTION:
        raise SettingsInvalid("SECRET_KEY is required when SITE_ENV=production")
    return _development_secret(var_dir / "secret_key")


def _development_secret(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_text(encoding="ascii").strip()
