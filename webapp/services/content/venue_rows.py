"""Rows of venues and of what belongs to them, from the catalogue.

`ids` are the numbers the store gave: of venues by slug, of hours by text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.crossings import Barrier
from geo.records import LatLng
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.place_rows import Row, local, sorting
from webapp.services.content.polygons import Outline, polygon_of
from webapp.services.content.venue_entry import HoursEntry, VenueEntry
from webapp.services.nearest import nearest_stations

Ids = Mapping[str, int]


def hours_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield each distinct hours text once."""
    texts = {entry.hours.text for entry in _venues(catalogue) if entry.hours}
    return ({"text": text} for text in sorted(texts))


def venue_rows(catalogue: Catalogue, hours_ids: Ids) -> Iterator[Row]:
    """Yield a row for each venue."""
    for entry in _venues(catalogue):
        yield {
            "slug": entry.slug,
            "status": "listed",
            **local("name", entry.name),
            **sorting(entry.name),
            "aliases": "\n".join(entry.aliases),
            "scenario": entry.scenarios[0],
            "kind": entry.kind,
            "district_code": entry.district,
            **_position(entry),
            **local("address", entry.address),
            **local("summary", entry.summary),
            **local("description", entry.description),
            **local("directions", entry.directions),
            "hours_id": hours_ids[entry.hours.text] if entry.hours else None,
            "hours_basis": entry.hours.basis if entry.hours else None,
            "rank": entry.rank,
            "as_of": entry.as_of,
            "ends_on": entry.ends_on,
        }


def fact_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each fact that ages: hours, phone, website, price."""
    for entry in _venues(catalogue):
        if entry.hours:
            yield {"venue_id": ids[entry.slug], **_hours(entry.hours, entry)}
        for name in ("phone", "website", "price"):
            fact = getattr(entry, name)
            if fact is not None:
                yield {
                    "venue_id": ids[entry.slug],
                    "fact": name,
                    **fact.model_dump(),
                    "value": str(fact.value),
                    "basis": "source",
                    **local("note", None),
                }


def access_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each access fact."""
    for entry in _venues(catalogue):
        yield from ({"venue_id": ids[entry.slug], **each.model_dump()} for each in entry.access)


def scenario_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each scenario a venue carries, the primary one first."""
    return _numbered(catalogue, ids, "scenarios", "scenario")


def source_link_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each source of a venue, in its author's order."""
    return _numbered(catalogue, ids, "sources", "source_id")


def tag_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each tag of a venue."""
    for entry in _venues(catalogue):
        yield from ({"venue_id": ids[entry.slug], "tag": tag} for tag in entry.tags)


def benefit_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each benefit a venue takes part in."""
    for entry in _venues(catalogue):
        yield from ({"venue_id": ids[entry.slug], "benefit": each} for each in entry.benefits)


def area_link_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each area whose outline holds a venue."""
    outlines = {
        placed.entry.slug: Outline(polygon_of(placed.entry.outline)) for placed in catalogue.areas
    }
    for entry in _venues(catalogue):
        for slug, outline in outlines.items():
            if outline.contains(_point(entry)):
                yield {"venue_id": ids[entry.slug], "area_slug": slug}


def station_link_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each of the nearest stations of a venue."""
    stations = [placed.entry for placed in catalogue.stations]
    positions = [LatLng(each.position.lat, each.position.lng) for each in stations]
    venues = list(_venues(catalogue))
    points = [_point(entry) for entry in venues]
    found = nearest_stations(points, positions, Barrier(catalogue.huangpu))
    for entry, nearest in zip(venues, found, strict=True):
        for place, near in enumerate(nearest):
            yield {
                "venue_id": ids[entry.slug],
                "place": place,
                "station_slug": stations[near.index].slug,
                "distance_m": near.distance_m,
                "walk_min": near.walk_min,
            }


def _venues(catalogue: Catalogue) -> Iterator[VenueEntry]:
    return (placed.entry for placed in catalogue.venues)


def _point(entry: VenueEntry) -> LatLng:
    return LatLng(entry.position.lat, entry.position.lng)


def _position(entry: VenueEntry) -> Row:
    position = entry.position
    return {
        "lat": position.lat,
        "lng": position.lng,
        "position_source": position.source,
        "position_precision": position.precision,
    }


def _hours(hours: HoursEntry, entry: VenueEntry) -> Row:
    return {
        "fact": "hours",
        "value": hours.text,
        "basis": hours.basis,
        "source": hours.source,
        "as_of": hours.as_of or entry.as_of,
        "verified_by": hours.verified_by,
        **local("note", hours.note),
    }


def _numbered(catalogue: Catalogue, ids: Ids, field: str, column: str) -> Iterator[Row]:
    for entry in _venues(catalogue):
        for place, value in enumerate(getattr(entry, field)):
            yield {"venue_id": ids[entry.slug], column: value, "place": place}
