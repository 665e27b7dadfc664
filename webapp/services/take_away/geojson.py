"""A route as GeoJSON (RFC 7946): stops as points, walks and rides as lines."""

from __future__ import annotations

from typing import Any

import orjson

from geo.records import Bounds, LatLng
from webapp.services.take_away import wording
from webapp.services.take_away.route import RouteStop, TakeAwayRoute, WayPart

Json = dict[str, Any]


def geojson_file(route: TakeAwayRoute, lang: str) -> bytes:
    """Return a feature collection; `[lng, lat]` in WGS-84, instants with their offset."""
    stops = [_stop(number, stop, lang) for number, stop in enumerate(route.stops, 1)]
    parts = [(n, part) for n, leg in enumerate(route.legs, 1) for part in leg.parts]
    document = {
        "type": "FeatureCollection",
        "bbox": Bounds.around(point.rounded() for point in _corners(route)).as_bbox(),
        "title": route.title.in_(lang),
        "description": wording.summary(route),
        "url": route.url,
        "credits": route.credits,
        "features": [*stops, *(_way(n, part, lang) for n, part in parts)],
    }
    return orjson.dumps(document)


def _corners(route: TakeAwayRoute) -> list[LatLng]:
    drawn = [point for leg in route.legs for part in leg.parts for point in part.points]
    return [*(place.position for place in route.places), *drawn]


def _stop(number: int, stop: RouteStop, lang: str) -> Json:
    return {
        "type": "Feature",
        "id": stop.key,
        "geometry": {"type": "Point", "coordinates": stop.place.position.rounded().as_geojson()},
        "properties": {
            "number": number,
            "name": stop.place.name.in_(lang),
            "name_zh": stop.place.name.zh,
            "name_en": stop.place.name.en,
            "address": stop.address.in_(lang),
            "address_zh": stop.address.zh,
            "arrive": stop.arrive.isoformat(),
            "leave": stop.leave.isoformat(),
            "why": stop.why,
            "hours": stop.hours,
            "phone": stop.phone,
            "scenario": stop.scenario,
            "url": stop.url,
        },
    }


def _way(number: int, part: WayPart, lang: str) -> Json:
    points = [point.rounded().as_geojson() for point in part.points]
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": points},
        "properties": {
            "leg": number,
            "mode": "metro" if part.line else "walk",
            "name": f"{part.start.name.in_(lang)} → {part.end.name.in_(lang)}",
            "minutes": part.minutes,
            "line": part.line.code if part.line else None,
            "stroke": part.line.color if part.line else None,
        },
    }
