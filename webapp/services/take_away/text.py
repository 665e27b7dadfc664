"""A route as plain text, to paste into a chat."""

from __future__ import annotations

from webapp.services.take_away import wording
from webapp.services.take_away.route import RouteStop, TakeAwayRoute


def text_file(route: TakeAwayRoute, lang: str) -> bytes:
    """Return UTF-8 lines: the title, each stop by the clock, the ways between them, the address."""
    titles = [route.title.in_(lang), wording.other_title(route, lang)]
    lines = [*filter(None, titles), wording.summary(route), ""]
    lines.append(f"{wording.clock(route.begins)} {route.start.name.in_(lang)}")
    for number, stop in enumerate(route.stops, 1):
        lines.append(f"  ↓ {wording.leg(route.legs[number - 1], lang)}")
        lines += _stop(number, stop, lang)
    last = wording.last_leg(route)
    if last:
        lines.append(f"  ↓ {wording.leg(last, lang)}")
    lines.append(f"{wording.clock(route.ends)} {wording.end(route, lang)}")
    lines += ["", *route.notes, route.url]
    return ("\n".join(_one_line(line) for line in lines) + "\n").encode()


def _stop(number: int, stop: RouteStop, lang: str) -> list[str]:
    return [
        f"{wording.span(stop)} {number}. {stop.place.name.in_(lang)}",
        f"  {stop.place.name.other(lang)}",
        f"  {stop.address.zh}",
    ]


def _one_line(text: str) -> str:
    """Nothing in a name may begin a line of its own."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    return indent + " ".join(text.split())
