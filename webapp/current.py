"""What belongs to the running application or the request at hand, typed."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, cast

from flask import current_app, g
from sqlalchemy import Connection

from webapp.settings import SHANGHAI, Settings
from webapp.store.content_version import data_version
from webapp.store.session import Database

Language = Literal["zh", "en"]


def settings() -> Settings:
    """The settings the application was made with."""
    return cast(Settings, current_app.extensions["settings"])


def whole_address(path: str) -> str:
    """The address of a path of ours as it is given to somebody outside the site."""
    return f"{settings().base_url}{path}"


def database() -> Database:
    """The application's database."""
    return cast(Database, current_app.extensions["database"])


def now() -> datetime:
    """The present minute (or `SITE_TIME`), Asia/Shanghai."""
    frozen = settings().site_time
    return (frozen or datetime.now(SHANGHAI)).replace(second=0, microsecond=0)


def instant() -> datetime:
    """The real time to the microsecond, aware, also where `SITE_TIME` freezes what pages show.

    Sessions, links and codes end by it.
    """
    return datetime.now(SHANGHAI)


def connection() -> Connection:
    """The request's read connection, opened at first use and closed when the request ends."""
    if "reading" not in g:
        g.reading = database().read()
        g.connection = g.reading.__enter__()
    return cast(Connection, g.connection)


def version() -> str:
    """The version of the content this request answers from."""
    if "version" not in g:
        g.version = data_version(connection())
    return str(g.version)


def close_connection(_fault: BaseException | None) -> None:
    """Give the request's connection back to the pool, if it took one."""
    reading = g.pop("reading", None)
    if reading is not None:
        reading.__exit__(None, None, None)


def lang() -> Language:
    """The language of the page being made."""
    return cast(Language, g.get("lang", "zh"))
