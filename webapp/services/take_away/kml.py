"""A route as KML 2.2 (OGC 07-147r2): stops and ways in two folders, lines in their own colours."""

from __future__ import annotations

from xml.etree.ElementTree import (  # nosec B405 -- writes XML, reads none
    Element,
    SubElement,
    register_namespace,
    tostring,
)

from geo.records import LatLng
from webapp.services.take_away import wording
from webapp.services.take_away.cleaning import clean
from webapp.services.take_away.route import RouteStop, TakeAwayRoute, WayPart
from webapp.words import gettext as _

KML = "http://www.opengis.net/kml/2.2"
ATOM = "http://www.w3.org/2005/Atom"
WALK_COLOR = "#26233a"
WALK_PX, RIDE_PX = 3, 5

register_namespace("", KML)
register_namespace("atom", ATOM)


def kml_file(route: TakeAwayRoute, lang: str) -> bytes:
    """Return the file in UTF-8; children stand in the order the schema wants."""
    root = Element(f"{{{KML}}}kml")
    document = _add(root, "Document")
    _add(document, "name", route.title.in_(lang))
    SubElement(document, f"{{{ATOM}}}link", href=route.url)
    _add(document, "description", _told(route))
    for number, color in enumerate(_colors(route)):
        _style(document, number, color)
    _stops(document, route, lang)
    _ways(document, route, lang)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _told(route: TakeAwayRoute) -> str:
    lines = (wording.summary(route), route.story, *route.notes, *route.credits)
    return "\n".join(lines)


def _colors(route: TakeAwayRoute) -> list[str]:
    """The colour of walks, then those of the lines in the order one takes them."""
    lines = (part.line for leg in route.legs for part in leg.parts)
    return list(dict.fromkeys((WALK_COLOR, *(line.color for line in lines if line))))


def _style(document: Element, number: int, color: str) -> None:
    style = _add(document, "Style")
    style.set("id", f"way-{number}")
    line = _add(style, "LineStyle")
    red, green, blue = color[1:3], color[3:5], color[5:7]
    _add(line, "color", f"ff{blue}{green}{red}".lower())
    _add(line, "width", str(RIDE_PX if number else WALK_PX))


def _stops(document: Element, route: TakeAwayRoute, lang: str) -> None:
    folder = _add(document, "Folder")
    _add(folder, "name", _("Stops"))
    for number, stop in enumerate(route.stops, 1):
        _stop(folder, number, stop, lang)


def _stop(folder: Element, number: int, stop: RouteStop, lang: str) -> None:
    mark = _add(folder, "Placemark")
    _add(mark, "name", f"{number} {stop.place.name.in_(lang)}")
    SubElement(mark, f"{{{ATOM}}}link", href=stop.url)
    _add(mark, "address", stop.address.in_(lang))
    if stop.phone:
        _add(mark, "phoneNumber", stop.phone)
    lines = (wording.span(stop), *wording.stop_lines(stop, lang))
    _add(mark, "description", "\n".join(lines))
    stay = _add(mark, "TimeSpan")
    _add(stay, "begin", stop.arrive.isoformat())
    _add(stay, "end", stop.leave.isoformat())
    _add(_add(mark, "Point"), "coordinates", _pair(stop.place.position))


def _ways(document: Element, route: TakeAwayRoute, lang: str) -> None:
    folder = _add(document, "Folder")
    _add(folder, "name", _("The way"))
    colors = _colors(route)
    for part in (part for leg in route.legs for part in leg.parts):
        _part(folder, part, colors.index(part.line.color if part.line else WALK_COLOR), lang)


def _part(folder: Element, part: WayPart, style: int, lang: str) -> None:
    mark = _add(folder, "Placemark")
    _add(mark, "name", f"{part.start.name.in_(lang)} → {part.end.name.in_(lang)}")
    _add(mark, "description", wording.part(part, lang))
    _add(mark, "styleUrl", f"#way-{style}")
    line = _add(mark, "LineString")
    _add(line, "tessellate", "1")
    _add(line, "coordinates", " ".join(map(_pair, part.points)))


def _pair(position: LatLng) -> str:
    return f"{position.lng:.6f},{position.lat:.6f}"


def _add(parent: Element, name: str, text: str | None = None) -> Element:
    child = SubElement(parent, f"{{{KML}}}{name}")
    child.text = None if text is None else clean(text)
    return child
