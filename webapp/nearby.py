"""Near what: the place a visitor names in `place`, and what every distance is counted from.

`place` holds what was typed (a station, a street, an address, a sight) or a key such as
`area:tianzifang`. It stands for `near` at the place's position and wins over `near` and `station`.
"""

from __future__ import annotations

from flask import g, request

from webapp import current
from webapp.services.place_search import PlaceAnswer, look_up

LONGEST = 100


def answer() -> PlaceAnswer | None:
    """What `place` of the request was understood to mean, None where nothing was asked."""
    if "place_answer" not in g:
        text = request.args.get("place", "").strip()[:LONGEST]
        g.place_answer = look_up(current.connection(), text, current.lang()) if text else None
    return g.place_answer  # type: ignore[no-any-return]


def point() -> str | None:
    """The position of the place asked for as `near` has it, None without one."""
    asked = answer()
    if asked is None or asked.place is None:
        return None
    position = asked.place.position
    return f"{position.lat:.6f},{position.lng:.6f}"
