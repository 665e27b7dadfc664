"""What may stand where in the XML files: GPX 1.1 by its content models, KML 2.2 by its schema."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

GPX = "{http://www.topografix.com/GPX/1/1}"
_POINT = (
    r"(ele )?(time )?(magvar )?(geoidheight )?(name )?(cmt )?(desc )?(src )?(link )*(sym )?(type )?"
    r"(fix )?(sat )?(hdop )?(vdop )?(pdop )?(ageofdgpsdata )?(dgpsid )?(extensions )?"
)
# Content models of the types our files use, in the order that the GPX 1.1 schema gives children.
GPX_CHILDREN = {
    "gpx": r"(metadata )?(wpt )*(rte )*(trk )*(extensions )?",
    "metadata": (
        r"(name )?(desc )?(author )?(copyright )?(link )*(time )?(keywords )?(bounds )?"
        r"(extensions )?"
    ),
    "copyright": r"(year )?(license )?",
    "link": r"(text )?(type )?",
    "wpt": _POINT,
    "rtept": _POINT,
    "trkpt": _POINT,
    "trk": r"(name )?(cmt )?(desc )?(src )?(link )*(number )?(type )?(extensions )?(trkseg )*",
    "trkseg": r"(trkpt )*(extensions )?",
    "rte": (r"(name )?(cmt )?(desc )?(src )?(link )*(number )?(type )?(extensions )?(rtept )*"),
    **dict.fromkeys(("name", "desc", "cmt", "text", "time", "sym", "type"), ""),
}
GPX_ATTRIBUTES = {
    "gpx": {"version", "creator"},
    "link": {"href"},
    "copyright": {"author"},
    "wpt": {"lat", "lon"},
    "rtept": {"lat", "lon"},
    "trkpt": {"lat", "lon"},
}
UTC_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def gpx_faults(body: bytes) -> list[str]:
    """What the schema of GPX 1.1 would refuse."""
    root = etree.fromstring(body)
    assert root.get("version") == "1.1"
    return [fault for element in root.iter() for fault in _faults(element)]


def kml_schema() -> etree.XMLSchema:
    """The OGC's schema of KML 2.2, as the fastkml package carries it."""
    spec = find_spec("fastkml")
    assert spec is not None
    assert spec.origin is not None
    return etree.XMLSchema(etree.parse(Path(spec.origin).parent / "schema" / "ogckml22.xsd"))


def _faults(element: etree._Element) -> list[str]:
    name = str(element.tag).removeprefix(GPX)
    children = "".join(f"{str(child.tag).removeprefix(GPX)} " for child in element)
    faults = []
    if name not in GPX_CHILDREN or not re.fullmatch(GPX_CHILDREN[name], children):
        faults.append(f"{name}: {children}")
    own = {attribute for attribute in element.attrib if not attribute.startswith("{")}
    if own != GPX_ATTRIBUTES.get(name, set()):
        faults.append(f"{name}: attributes {own}")
    if name == "time" and not UTC_TIME.fullmatch(element.text or ""):
        faults.append(f"time: {element.text}")
    if name in ("wpt", "rtept", "trkpt"):
        lat, lon = float(element.attrib["lat"]), float(element.attrib["lon"])
        if not (-90 <= lat <= 90 and -180 <= lon < 180):
            faults.append(f"{name}: {lat} {lon}")
    return faults
