"""Districts to take along: a file for each of them and language, prepared when content changes.

A file holds what does not change by the day: places, itineraries through the district and a small
map. The hours of the next weeks join it when it is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import orjson
import shapely
from sqlalchemy import Connection

from geo.basemap.layers import DistrictShape, Layers
from geo.basemap.places import MapName
from geo.sketch.base import SketchBase
from geo.sketch.districts import draw_district
from geo.sketch.drawing import Drawing
from webapp.domain.hours_ahead import hours_key
from webapp.domain.text import LocalText
from webapp.services.content.catalogue import Catalogue
from webapp.services.map_places import district_names, station_places
from webapp.store.document_writes import Prepared
from webapp.store.itineraries import get_itinerary
from webapp.store.itinerary_records import Itinerary, ItineraryStop
from webapp.store.packs import (
    PackVenues,
    itineraries_through,
    pack_key,
    pack_venues,
)
from webapp.store.venue_records import NearStation, VenueCard

JSON = "application/json"
LANGUAGES = ("zh", "en")
MOST_VENUES = 1500
"""The best known places go along; more would pass a megabyte."""
SIZE = (390, 390)
OUTLINE_DEG = 1e-4
"""11 m at most between the outline and the district's border."""

Json = dict[str, Any]


def pack_documents(
    connection: Connection, catalogue: Catalogue, layers: Layers
) -> Iterator[Prepared]:
    """Yield the file of every district in both languages, from what the store now holds."""
    names = district_names(catalogue)
    base = SketchBase(layers, names, station_places(catalogue))
    find_itinerary = lru_cache(lambda slug: get_itinerary(connection, slug))
    for district in layers.districts:
        drawing = draw_district(base, district, SIZE)
        found = pack_venues(connection, district.code, MOST_VENUES)
        through = [find_itinerary(s) for s in itineraries_through(connection, district.code)]
        name = names[district.code]
        for lang in LANGUAGES:
            spoken = f"{name.zh}的地图" if lang == "zh" else f"Map of {name.en}"
            content = {
                "lang": lang,
                "district": {"code": district.code, "name": _both(name)},
                "total": found.total,
                "venues": list(_venues(found, drawing, lang)),
                "itineraries": [_itinerary(each, lang) for each in through],
                "outline": _outline(district),
                "map": drawing.svg(lang, spoken),
            }
            yield Prepared(pack_key(lang, district.code), JSON, orjson.dumps(content))


def _venues(found: PackVenues, drawing: Drawing, lang: str) -> Iterator[Json]:
    for card in found.cards:
        told = _venue(card, lang)
        told["px"] = [round(each, 1) for each in drawing.frame.px(card.position)]
        told["access"] = found.access.get(card.id, ())
        if card.id in found.ends_on:
            told["ends_on"] = found.ends_on[card.id]
        yield told


def _venue(card: VenueCard, lang: str) -> Json:
    hours = card.hours_text and {
        "text": card.hours_text,
        "key": hours_key(card.hours_text),
        "basis": card.hours_basis,
    }
    return {
        "slug": card.slug,
        "name": _both(card.name),
        "scenario": card.scenario,
        "kind": card.kind,
        "summary": card.summary.in_(lang),
        "address": _both(card.address),
        "phone": card.phone,
        "hours": hours,
        "station": card.station and _station(card.station),
        "lat": card.position.lat,
        "lng": card.position.lng,
        "as_of": card.as_of,
    }


def _station(station: NearStation) -> Json:
    lines = [line.code for line in station.lines]
    return {"name": _both(station.name), "lines": lines, "walk_min": station.walk_min}


def _itinerary(found: Itinerary, lang: str) -> Json:
    card = found.card
    return {
        "slug": card.slug,
        "name": _both(card.name),
        "story": card.story.in_(lang),
        "start": _both(card.start.name),
        "end": _both(card.end.name),
        "starts_min": card.start_min,
        "ends_min": card.end_min,
        "walk_m": card.walk_m,
        "stops": [_stop(each, lang) for each in found.stops],
    }


def _stop(stop: ItineraryStop, lang: str) -> Json:
    return {
        "slug": stop.venue.slug,
        "name": _both(stop.venue.name),
        "why": stop.why.in_(lang),
        "arrive_min": stop.arrive_min,
        "leave_min": stop.leave_min,
    }


def _outline(district: DistrictShape) -> Json:
    """The district's shape as GeoJSON, as fine as the drawing needs."""
    shape: Json = orjson.loads(shapely.to_geojson(district.shape.simplify(OUTLINE_DEG)))
    return shape


def _both(name: LocalText | MapName) -> dict[str, str]:
    return {"zh": name.zh, "en": name.en}
