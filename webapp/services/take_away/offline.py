"""A route as one HTML file with a map that needs no network."""

from __future__ import annotations

import re
from collections.abc import Iterator

import orjson
from markupsafe import Markup, escape

from webapp.services.take_away import wording
from webapp.services.take_away.route import Place, RouteStop, TakeAwayRoute, WayPart
from webapp.words import gettext as _

DOCUMENT = "offline-frame.html"
"""The key of the prepared page that every route's file is made from."""
TAGS = {"zh": "zh-Hans", "en": "en"}
_PLACE = re.compile("%%([a-z]+)%%")


def offline_file(route: TakeAwayRoute, lang: str, frame: str, *, is_large: bool = False) -> bytes:
    """Return the page in UTF-8: the prepared `frame` (`geo.maps.offline`) with this route in it.

    The list of stops is there without scripts; the map needs them and draws what the list says.
    `is_large` sets the type as large as the easy view does.
    """
    told = {
        "lang": TAGS[lang],
        "title": str(escape(route.title.in_(lang))),
        "size": "large" if is_large else "normal",
        "before": str(_head(route, lang)),
        "after": str(_list(route, lang)),
        "route": orjson.dumps(_drawn(route, lang)).decode().replace("<", "\\u003c"),
    }
    pieces = _PLACE.split(frame)  # texts and names of places by turns
    filled = (told[piece] if i % 2 else piece for i, piece in enumerate(pieces))
    return "".join(filled).encode()


def _drawn(route: TakeAwayRoute, lang: str) -> dict[str, object]:
    """What the script draws: `[lat, lng]` in WGS-84."""
    stops = [_named(stop.place, lang) for stop in route.stops]
    ends = [_named(end, lang) for end in (route.start, route.end) if end]
    ways = [_way(part) for leg in route.legs for part in leg.parts]
    words = {"zoomIn": _("Zoom in"), "zoomOut": _("Zoom out")}
    words["map"] = _("Map of the way; the list below says the same")
    return {"stops": stops, "ends": ends, "ways": ways, "words": words}


def _named(place: Place, lang: str) -> dict[str, object]:
    return {"at": [place.position.lat, place.position.lng], "name": place.name.in_(lang)}


def _way(part: WayPart) -> dict[str, object]:
    points = [[point.lat, point.lng] for point in part.points]
    return {"points": points, "color": part.line.color if part.line else None}


def _head(route: TakeAwayRoute, lang: str) -> Markup:
    title = wording.other_title(route, lang)
    other = Markup('<p class="other" lang="{}">{}</p>').format(_other(lang), title)
    return Markup("<header><h1>{}</h1>{}<p>{}</p></header>").format(
        route.title.in_(lang), other if title else "", wording.summary(route)
    )


def _list(route: TakeAwayRoute, lang: str) -> Markup:
    rows = Markup().join(_rows(route, lang))
    notes = Markup().join(Markup('<p class="note">{}</p>').format(note) for note in route.notes)
    credit = Markup().join(Markup("<p>{}</p>").format(each) for each in route.credits)
    page = Markup('<p><a href="{}">{}</a></p>').format(route.url, route.url)
    return Markup('<main>{}<ol class="route">{}</ol></main><footer>{}{}{}</footer>').format(
        notes, rows, Markup("<p>{}</p>").format(route.story), page, credit
    )


def _rows(route: TakeAwayRoute, lang: str) -> Iterator[Markup]:
    yield _end(wording.clock(route.begins), route.start.name.in_(lang))
    for number, stop in enumerate(route.stops, 1):
        yield _leg(wording.leg(route.legs[number - 1], lang))
        yield _stop(number, stop, lang)
    last = wording.last_leg(route)
    if last:
        yield _leg(wording.leg(last, lang))
    yield _end(wording.clock(route.ends), wording.end(route, lang))


def _end(hour: str, name: str) -> Markup:
    return Markup("<li><time>{}</time><div><h2>{}</h2></div></li>").format(hour, name)


def _leg(words: str) -> Markup:
    return Markup('<li class="way"><span>{}</span></li>').format(words)


def _stop(number: int, stop: RouteStop, lang: str) -> Markup:
    own = stop.place.name.in_(lang)
    head = Markup('<h2><span class="number">{}</span>{}</h2>').format(number, own)
    name, *others = wording.stop_lines(stop, lang)
    other = Markup('<p class="other" lang="{}">{}</p>').format(_other(lang), name)
    lines = Markup().join(Markup("<p>{}</p>").format(line) for line in others)
    return Markup(
        '<li id="stop-{}" data-stop="{}" data-arrive="{}" data-leave="{}"><time>{}</time>'
        "<div>{}{}<p>{}</p>{}</div></li>"
    ).format(
        number,
        stop.key,
        wording.clock(stop.arrive),
        wording.clock(stop.leave),
        wording.clock(stop.arrive),
        head,
        other,
        wording.span(stop),
        lines,
    )


def _other(lang: str) -> str:
    return TAGS["en" if lang == "zh" else "zh"]
