"""What pictures for shared links show: the site, every venue, area and itinerary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from geo.basemap.layers import Layers
from geo.preview.colours import SCENARIOS
from geo.preview.cover import draw_cover
from geo.preview.picture import SKETCH, Subject
from geo.preview.words import Words
from geo.records import LatLng
from geo.sketch.areas import draw_area
from geo.sketch.base import SketchBase
from geo.sketch.locator import draw_venue
from webapp.domain.text import LocalText
from webapp.services.content.catalogue import Catalogue
from webapp.services.itinerary_sketches import route_sketches
from webapp.services.map_places import area_places, district_names, station_places
from webapp.services.venue_sketches import pinned_venues

LANGUAGES = ("zh", "en")
DOT = "·"
"""Between the words of a note; the font sets it as wide as a Han letter, without spaces."""
FAMED = 3
"""The least rank of venues that the site's own picture may show."""
SCENARIO_OF_AREA = {"night": "night", "goods": "goods", "historic": "culture"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The interface's words: the site's name, those for a code of a table, and for stops."""

    brand: LocalText
    label: Callable[[str, str], LocalText]
    stops: Callable[[int], LocalText]


@dataclass(frozen=True, slots=True)
class Preview:
    """One picture in both languages; `kind`, `slug` as in `venue`, `shanghai-museum`."""

    kind: str
    slug: str
    subject: Subject
    words: Mapping[str, Words]


def previews_of(catalogue: Catalogue, layers: Layers, wording: Wording) -> Iterator[Preview]:
    """Yield every picture there is to be; `layers` are those of `content/geo`."""
    base = SketchBase(layers, district_names(catalogue), station_places(catalogue))
    sorts = (_site, _areas, _itineraries, _venues)
    return chain.from_iterable(each(base, catalogue, wording) for each in sorts)


def _site(base: SketchBase, catalogue: Catalogue, wording: Wording) -> Iterator[Preview]:
    entries = [placed.entry for placed in catalogue.venues if placed.entry.rank >= FAMED]
    entries.sort(key=lambda each: (-each.rank, each.slug))
    pins = ((each.scenarios[0], LatLng(each.position.lat, each.position.lng)) for each in entries)
    note = [wording.label("scenario_short", code) for code in SCENARIOS]
    words = _words(wording, wording.brand, note)
    yield Preview("site", "home", Subject(draw_cover(base, pins), None), words)


def _venues(base: SketchBase, catalogue: Catalogue, wording: Wording) -> Iterator[Preview]:
    districts = _districts(catalogue)
    for entry, venue in pinned_venues(base, catalogue):
        subject = Subject(draw_venue(base, venue, SKETCH), venue.scenario)
        note = [wording.label("kind", entry.kind), districts[entry.district]]
        yield Preview("venue", entry.slug, subject, _words(wording, entry.name.as_text(), note))


def _areas(base: SketchBase, catalogue: Catalogue, wording: Wording) -> Iterator[Preview]:
    entries = {placed.entry.slug: placed.entry for placed in catalogue.areas}
    districts = _districts(catalogue)
    for area in area_places(catalogue):
        entry = entries[area.slug]
        drawing = draw_area(base, area, entry.stations, SKETCH)
        note = [wording.label("area_type", area.type), districts[entry.districts[0]]]
        words = _words(wording, entry.name.as_text(), note)
        yield Preview("area", area.slug, Subject(drawing, SCENARIO_OF_AREA[area.type]), words)


def _itineraries(base: SketchBase, catalogue: Catalogue, wording: Wording) -> Iterator[Preview]:
    for route in route_sketches(base, catalogue):
        entry, scenario = route.entry, route.entry.scenarios[0]
        note = [wording.label("scenario", scenario), wording.stops(len(entry.stops))]
        words = _words(wording, entry.name.as_text(), note)
        subject = Subject(route.draw(base, SKETCH), scenario)
        yield Preview("itinerary", entry.slug, subject, words)


def _districts(catalogue: Catalogue) -> dict[str, LocalText]:
    return {code: LocalText(name.zh, name.en) for code, name in district_names(catalogue).items()}


def _words(wording: Wording, name: LocalText, note: list[LocalText]) -> dict[str, Words]:
    return {
        lang: Words(
            lang=lang,
            brand=wording.brand.in_(lang),
            name=name.in_(lang),
            other=name.in_("en" if lang == "zh" else "zh"),
            note=DOT.join(each.in_(lang) for each in note),
        )
        for lang in LANGUAGES
    }
