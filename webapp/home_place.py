"""Near my home: the one place a visitor keeps on the device, as a key such as `station:xujiahui`.

The browser holds it in a cookie of its own; nothing is stored here and nothing is passed on.
"""

from __future__ import annotations

import re

from flask import g, request

from webapp import current
from webapp.services.place_search import key_of, look_up
from webapp.services.search import Place

COOKIE = "home"
_KEY = re.compile(r"[a-z]+:[a-z0-9-]{1,80}")


def home_place() -> Place | None:
    """The place kept on this device, None without one or when it has left the catalogue."""
    if "home_place" not in g:
        g.home_place = _find(home_key())
    return g.home_place  # type: ignore[no-any-return]


def home_key() -> str:
    """What the cookie holds, empty where it is missing or damaged."""
    raw = request.cookies.get(COOKIE, "")
    return raw if _KEY.fullmatch(raw) else ""


def _find(key: str) -> Place | None:
    if not key:
        return None
    place = look_up(current.connection(), key, current.lang()).place
    return place if place and key_of(place) == key else None
