"""The base map as one small JSON document, which the browser decodes and draws.

    origin      [lng, lat] in steps of 1 / `steps` degrees; every line begins from here
    steps       100000
    arcs        borders: a line each (see `geo.basemap.deltas`); shared ones are there once
    districts   {code, zh, en, tint, label, rings}: `label` is a line of one point; a ring is a list
                of arc numbers, `~i` for arc `i` backwards; all rings of a district fill even-odd
    centre      {zh, en, codes, label}: one name for the central districts, for when they are small
    sea         rings, each a line that is closed implicitly
    rivers      {name, zh, en, width, line}: `width` in metres; the two names may be null
    rails       {line, paths}: `line` is the code of the metro line, `paths` are lines
    stations    {slugs, zh, en, at, lines}: lists side by side; `at` is one line through them all;
                `lines` are codes joined by a space; a slug is null when it is the English name in
                lower case with hyphens
    areas       {slug, type, zh, en, rank, ring}

All positions are WGS-84.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.basemap.arcs import Arcs
from geo.basemap.deltas import ORIGIN, STEPS, Step, encode, to_steps
from geo.basemap.layers import DistrictShape, Layers, Rail, River
from geo.basemap.places import AreaPlace, MapName, StationPlace, river_name, slug_of
from geo.basemap.tints import tints_of

CENTRE = MapName("中心城", "Central city")
CENTRE_CODES = ("310101", "310104", "310105", "310106", "310107", "310109", "310110")
"""The seven districts on the left bank that the inner and middle ring roads run through."""
RAIL_TOLERANCE_DEG = 4e-5
"""4 m; half the width of a rail at the closest zoom."""

Json = dict[str, Any]


def embedded_base(
    layers: Layers,
    names: Mapping[str, MapName],
    stations: Sequence[StationPlace],
    areas: Iterable[AreaPlace],
) -> Json:
    """Return the document for these layers and places; `names` are those of districts, by code."""
    arcs = Arcs([ring for district in layers.districts for ring in _rings(district.shape)])
    tints = tints_of(layers.districts)
    districts = [_district(each, arcs, names, tints) for each in layers.districts]
    return {
        "origin": ORIGIN,
        "steps": STEPS,
        "arcs": [encode(line) for line in arcs.lines],
        "districts": districts,
        "centre": _centre(layers.districts),
        "sea": [encode(ring[:-1]) for ring in _rings(layers.sea)],
        "rivers": [_river(each) for each in layers.rivers],
        "rails": [_rail(each) for each in layers.rails],
        "stations": _stations(stations),
        "areas": [_area(each) for each in areas],
    }


def embedded_bytes(document: Json) -> bytes:
    """Return the document as UTF-8 JSON without spaces."""
    return orjson.dumps(document)


def _district(
    district: DistrictShape, arcs: Arcs, names: Mapping[str, MapName], tints: Mapping[str, int]
) -> Json:
    name = names[district.code].without_district()
    return {
        "code": district.code,
        "zh": name.zh,
        "en": name.en,
        "tint": tints[district.code],
        "label": encode(to_steps([district.label.as_geojson()])),
        "rings": [arcs.ring(ring) for ring in _rings(district.shape)],
    }


def _centre(districts: Sequence[DistrictShape]) -> Json | None:
    labels = [each.label for each in districts if each.code in CENTRE_CODES]
    if len(labels) < len(CENTRE_CODES):
        return None
    lat = sum(label.lat for label in labels) / len(labels)
    lng = sum(label.lng for label in labels) / len(labels)
    return {
        "zh": CENTRE.zh,
        "en": CENTRE.en,
        "codes": CENTRE_CODES,
        "label": encode(to_steps([(lng, lat)])),
    }


def _river(river: River) -> Json:
    name = river_name(river.name)
    return {
        "name": river.name,
        "zh": name.zh if name else None,
        "en": name.en if name else None,
        "width": river.width_m,
        "line": encode(to_steps(river.shape.coords)),
    }


def _rail(rail: Rail) -> Json:
    paths = shapely.get_parts(rail.shape.simplify(RAIL_TOLERANCE_DEG))
    lines = [path for path in paths if isinstance(path, LineString)]
    return {"line": rail.line, "paths": [encode(to_steps(path.coords)) for path in lines]}


def _stations(stations: Sequence[StationPlace]) -> Json:
    places = [each.position.as_geojson() for each in stations]
    steps = [(round(lng * STEPS), round(lat * STEPS)) for lng, lat in places]
    return {
        "slugs": [None if each.slug == slug_of(each.name.en) else each.slug for each in stations],
        "zh": [each.name.zh for each in stations],
        "en": [each.name.en for each in stations],
        "at": encode(steps),
        "lines": [" ".join(each.lines) for each in stations],
    }


def _area(area: AreaPlace) -> Json:
    return {
        "slug": area.slug,
        "type": area.type,
        "zh": area.name.zh,
        "en": area.name.en,
        "rank": area.rank,
        "ring": encode(to_steps(area.outline)),
    }


def _rings(shape: BaseGeometry) -> list[list[Step]]:
    """All rings of a polygon or several, outer and inner, closed."""
    polygons = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    rings = [ring for each in polygons for ring in (each.exterior, *each.interiors)]
    return [to_steps(ring.coords) for ring in rings]
