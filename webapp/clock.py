"""The one clock: the moment every page answers for, in Asia/Shanghai."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from flask import g

from webapp import asked, current
from webapp.domain.faults import BadParameter
from webapp.settings import SHANGHAI

EARLIEST = datetime(2020, 1, 1, tzinfo=SHANGHAI)
LATEST = datetime(2100, 1, 1, tzinfo=SHANGHAI)
AFTERNOON = timedelta(hours=3)
HOUR = re.compile(r"\d\d:\d\d")


def now() -> datetime:
    """The present minute (or `SITE_TIME`), Asia/Shanghai."""
    return current.now()


def moment() -> datetime:
    """What `?at=` asks for, else now; raises `BadParameter` for anything that is no moment.

    `at` is local time in Shanghai, `2026-02-17T23:30`; the form without scripts sends
    `on=2026-02-17` and `hour=23:30` instead, that of the planner `on` and `at=23:30`.
    """
    if "moment" not in g:
        g.moment = _asked() or now()
    return g.moment  # type: ignore[no-any-return]


def is_chosen() -> bool:
    """Whether the visitor asked for a moment of their own."""
    return _raw() not in ("", "now")


def _asked() -> datetime | None:
    raw = _raw()
    return None if raw in ("", "now") else read_moment(raw)


def _raw() -> str:
    given = asked.arguments()
    day, at = given.get("on", ""), given.get("at", "").strip()
    hour = given.get("hour", "") or (at if HOUR.fullmatch(at) else "")
    return f"{day}T{hour}" if day and hour else at


def read_moment(raw: str) -> datetime:
    """Parse a local date and time to an aware one; raises `BadParameter`."""
    try:
        asked = datetime.fromisoformat(raw)
    except ValueError:
        raise BadParameter("at", raw) from None
    asked = asked.replace(tzinfo=asked.tzinfo or SHANGHAI)
    if not EARLIEST <= asked < LATEST:
        raise BadParameter("at", raw)
    return asked.astimezone(SHANGHAI).replace(second=0, microsecond=0)


def presets() -> dict[str, datetime]:
    """Moments people often mean, by name: this evening, the next 00:30, Saturday afternoon."""
    today = now().replace(hour=0, minute=0)
    late, saturday = today.replace(minute=30), today.replace(hour=15)
    return {
        "tonight": today.replace(hour=20),
        "late": late if now() < late else late + timedelta(days=1),
        "saturday": saturday + timedelta(days=_days_to_saturday(saturday)),
    }


def _days_to_saturday(afternoon: datetime) -> int:
    """Days from an afternoon to that of Saturday; a Saturday's own counts until it is over."""
    days = (5 - afternoon.weekday()) % 7
    return days if days or now() < afternoon + AFTERNOON else 7
