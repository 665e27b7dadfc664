"""Rows of sources, districts, areas and the metro, from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from geo.records import LatLng
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.entries import Text
from webapp.services.content.place_entries import AreaEntry, StationEntry, minutes_of
from webapp.services.content.polygons import Outline, polygon_of
from webapp.services.sort_keys import chinese_key, english_key

Row = dict[str, Any]


def local(name: str, text: Text | None) -> Row:
    """Return the pair of columns of a text."""
    return {f"{name}_zh": text.zh if text else None, f"{name}_en": text.en if text else None}


def sorting(name: Text) -> Row:
    """Return the columns by which a name sorts in each language."""
    return {"sort_zh": chinese_key(name.zh), "sort_en": english_key(name.en)}


def source_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each source."""
    for source in catalogue.sources:
        yield {name: getattr(source, name) for name in type(source).__slots__}


def district_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each district."""
    for entry in (placed.entry for placed in catalogue.districts):
        shape = catalogue.shapes[entry.code]
        yield {
            "code": entry.code,
            **local("name", entry.name),
            **local("office", entry.office),
            **_outline(shape.geometry, shape.label),
        }


def area_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each area."""
    for entry in _areas(catalogue):
        yield {
            "slug": entry.slug,
            "type": entry.type,
            **local("name", entry.name),
            **local("story", entry.story),
            **local("best_hours", entry.best_hours),
            **_outline(polygon_of(entry.outline)),
            "rank": entry.rank,
            "as_of": entry.as_of,
            "sources": " ".join(entry.sources),
        }


def area_district_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each district an area touches."""
    for entry in _areas(catalogue):
        yield from ({"area_slug": entry.slug, "district_code": code} for code in entry.districts)


def area_station_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each station that serves an area."""
    for entry in _areas(catalogue):
        for place, slug in enumerate(entry.stations):
            yield {"area_slug": entry.slug, "station_slug": slug, "place": place}


def line_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each metro line."""
    for place, entry in enumerate(placed.entry for placed in catalogue.lines):
        yield {
            "code": entry.code,
            **local("name", entry.name),
            "color": entry.color,
            "kind": entry.kind,
            "is_loop": entry.loop,
            "place": place,
            "sources": " ".join(entry.sources),
            "as_of": entry.as_of,
        }


def stop_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each stop of each branch."""
    for entry in (placed.entry for placed in catalogue.lines):
        for number, branch in enumerate(entry.branches):
            for place, slug in enumerate(branch.stops):
                key = {"line_code": entry.code, "branch": number, "place": place}
                yield {**key, "station_slug": slug}


def station_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each station."""
    for entry in _stations(catalogue):
        yield {
            "slug": entry.slug,
            **local("name", entry.name),
            **sorting(entry.name),
            "district_code": entry.district,
            "lat": entry.position.lat,
            "lng": entry.position.lng,
        }


def station_access_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each access fact of a station."""
    for entry in _stations(catalogue):
        for access in entry.access:
            yield {"station_slug": entry.slug, **access.model_dump()}


def last_train_rows(catalogue: Catalogue) -> Iterator[Row]:
    """Yield a row for each station, line, direction and type of day."""
    for entry in (placed.entry for placed in catalogue.last_trains):
        for place, direction in enumerate(entry.directions):
            for day_type, text in direction.times.items():
                yield {
                    "station_slug": entry.station,
                    "line_code": direction.line,
                    "place": place,
                    "day_type": day_type,
                    **local("towards", direction.towards),
                    "terminal_slug": direction.terminal,
                    "departs_min": minutes_of(text),
                }


def _areas(catalogue: Catalogue) -> Iterator[AreaEntry]:
    return (placed.entry for placed in catalogue.areas)


def _stations(catalogue: Catalogue) -> Iterator[StationEntry]:
    return (placed.entry for placed in catalogue.stations)


def _outline(geometry: dict[str, Any], label: LatLng | None = None) -> Row:
    centre = label or Outline(geometry).centre
    return {"lat": centre.lat, "lng": centre.lng, "outline": orjson.dumps(geometry).decode()}
