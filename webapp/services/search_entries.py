"""Everything that can be found, read from the store's tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from webapp.domain.search_terms.entries import EntryType
from webapp.services.search_help import HelpPage
from webapp.services.search_streets import streets_of
from webapp.services.search_words import SearchWords
from webapp.store import search_sources as sources
from webapp.store import tables as t
from webapp.store.rows import AnyRow

MOST_FAME = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """One thing that can be found.

    `spoken` are other ways to say a name, not worth showing; `words` say what and where it is;
    `prose` is running text. `fame` runs from 0 to 50.
    """

    type: EntryType
    key: str
    name: tuple[str, str]
    fame: int
    aliases: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    words: Sequence[str] = ()
    prose: Sequence[str] = ()
    position: tuple[float | None, float | None] = (None, None)
    venue_id: int | None = None
    kind: str | None = None
    district: str | None = None
    hours_id: int | None = None


class Reader:
    """Reads one noun after the other over one connection."""

    def __init__(self, connection: Connection, words: SearchWords) -> None:
        """Read the names that other nouns' words are made of."""
        self._connection = connection
        self._words = words
        self._districts = _names(sources.rows_of(connection, sources.DISTRICTS), "code")
        self._areas = _names(sources.rows_of(connection, sources.AREAS), "slug")
        self._stations = _names(sources.rows_of(connection, sources.STATIONS), "slug")
        self._venues: Sequence[AnyRow] = sources.rows_of(connection, sources.VENUES)

    def all(self, pages: Sequence[HelpPage]) -> Iterator[Findable]:
        """Yield everything."""
        yield from self._venue_entries()
        yield from self._area_entries()
        yield from self._district_entries()
        yield from self._station_entries()
        yield from self._itinerary_entries()
        yield from self._event_entries()
        yield from self._benefit_entries()
        yield from self._street_entries()
        yield from self._help_entries(pages)

    def _venue_entries(self) -> Iterator[Findable]:
        areas = self._links(t.venue_areas.c.venue_id, t.venue_areas.c.area_slug)
        stations = sources.grouped(self._connection, sources.VENUE_STATIONS)
        scenarios = self._links(t.venue_scenarios.c.venue_id, t.venue_scenarios.c.scenario)
        tags = self._links(t.venue_tags.c.venue_id, t.venue_tags.c.tag)
        access = self._links(t.venue_access.c.venue_id, t.venue_access.c.fact)
        for row in self._venues:
            words = [
                *self._words.of("kinds", row.kind),
                *self._coded("scenarios", scenarios.get(row.id, ())),
                *self._coded("tags", tags.get(row.id, ())),
                *self._coded("access", access.get(row.id, ())),
                *self._districts.get(row.district_code, ()),
                *_named(self._areas, areas.get(row.id, ())),
                *_named(self._stations, stations.get(row.id, ())),
                row.address_zh,
                row.address_en,
            ]
            yield Findable(
                type=EntryType.VENUE,
                key=row.slug,
                name=(row.name_zh, row.name_en),
                fame=row.rank * 10,
                aliases=tuple(row.aliases.split("\n")) if row.aliases else (),
                words=words,
                prose=(row.summary_zh, row.summary_en),
                position=(row.lat, row.lng),
                venue_id=row.id,
                kind=row.kind,
                district=row.district_code,
                hours_id=row.hours_id,
            )

    def _area_entries(self) -> Iterator[Findable]:
        districts = self._links(t.area_districts.c.area_slug, t.area_districts.c.district_code)
        stations = self._links(t.area_stations.c.area_slug, t.area_stations.c.station_slug)
        for row in sources.rows_of(self._connection, sources.AREAS):
            within = districts.get(row.slug, [])
            yield Findable(
                type=EntryType.AREA,
                key=row.slug,
                name=(row.name_zh, row.name_en),
                fame=min(MOST_FAME, row.rank * 10 + 3),
                words=[
                    *self._words.of("types", "area"),
                    *self._words.of("area_types", row.type),
                    *_named(self._districts, within),
                    *_named(self._stations, stations.get(row.slug, ())),
                ],
                position=(row.lat, row.lng),
                kind=row.type,
                district=within[0] if within else None,
            )

    def _district_entries(self) -> Iterator[Findable]:
        for row in sources.rows_of(self._connection, sources.DISTRICTS):
            short_zh = row.name_zh.removesuffix("区").removesuffix("新")
            short_en = row.name_en.removesuffix(" New Area").removesuffix(" District")
            yield Findable(
                type=EntryType.DISTRICT,
                key=row.code,
                name=(row.name_zh, row.name_en),
                fame=44,
                spoken=(short_zh, short_en, f"{short_en} District", f"{short_zh}区"),
                words=self._words.of("types", "district"),
                position=(row.lat, row.lng),
                district=row.code,
            )

    def _station_entries(self) -> Iterator[Findable]:
        lines = self._links(t.line_stops.c.station_slug, t.line_stops.c.line_code)
        line_names = _names(sources.rows_of(self._connection, sources.LINES), "code")
        for row in sources.rows_of(self._connection, sources.STATIONS):
            serving = sorted(set(lines.get(row.slug, ())))
            spoken = (f"{row.name_zh}站", f"{row.name_zh}地铁站", f"{row.name_en} Station")
            yield Findable(
                type=EntryType.STATION,
                key=row.slug,
                name=(row.name_zh, row.name_en),
                fame=min(MOST_FAME, 18 + 6 * len(serving)),
                spoken=(*spoken, f"{row.name_en} Metro Station"),
                words=[
                    *self._words.of("types", "station"),
                    *self._districts.get(row.district_code, ()),
                    *_named(line_names, serving),
                ],
                position=(row.lat, row.lng),
                district=row.district_code,
            )

    def _itinerary_entries(self) -> Iterator[Findable]:
        stops = self._links(t.itinerary_stops.c.itinerary_slug, t.itinerary_stops.c.venue_id)
        scenarios = self._links(
            t.itinerary_scenarios.c.itinerary_slug, t.itinerary_scenarios.c.scenario
        )
        names = _names(self._venues, "id")
        for row in sources.rows_of(self._connection, sources.ITINERARIES):
            yield Findable(
                type=EntryType.ITINERARY,
                key=row.slug,
                name=(row.name_zh, row.name_en),
                fame=row.rank * 10 - 8,
                words=[
                    *self._words.of("types", "itinerary"),
                    *self._coded("scenarios", scenarios.get(row.slug, ())),
                    *_named(names, stops.get(row.slug, ())),
                ],
            )

    def _event_entries(self) -> Iterator[Findable]:
        venues = self._links(t.event_venues.c.event_slug, t.event_venues.c.venue_id)
        areas = self._links(t.event_areas.c.event_slug, t.event_areas.c.area_slug)
        scenarios = self._links(t.event_scenarios.c.event_slug, t.event_scenarios.c.scenario)
        names = _names(self._venues, "id")
        for row in sources.rows_of(self._connection, sources.EVENTS):
            yield Findable(
                type=EntryType.EVENT,
                key=row.slug,
                name=(row.name_zh, row.name_en),
                fame=row.rank * 10 - 4,
                words=[
                    *self._words.of("types", "event"),
                    *self._words.of("event_kinds", row.kind),
                    *self._coded("scenarios", scenarios.get(row.slug, ())),
                    *self._districts.get(row.district_code, ()),
                    *_named(self._areas, areas.get(row.slug, ())),
                    *_named(names, venues.get(row.slug, ())),
                ],
                prose=(row.place_zh, row.place_en, row.summary_zh, row.summary_en),
                kind=row.kind,
                district=row.district_code,
            )

    def _benefit_entries(self) -> Iterator[Findable]:
        scenarios = self._links(t.benefit_scenarios.c.benefit_slug, t.benefit_scenarios.c.scenario)
        for row in sources.rows_of(self._connection, sources.BENEFITS):
            yield Findable(
                type=EntryType.BENEFIT,
                key=row.slug,
                name=(row.name_zh, row.name_en),
                fame=24,
                words=[
                    *self._words.of("types", "benefit"),
                    *self._words.of("benefit_kinds", row.kind),
                    *self._coded("scenarios", scenarios.get(row.slug, ())),
                ],
                prose=(row.what_zh, row.what_en),
                kind=row.kind,
            )

    def _street_entries(self) -> Iterator[Findable]:
        for street in streets_of(self._venues):
            yield Findable(
                type=EntryType.STREET,
                key=street.key,
                name=(street.name.zh, street.name.en),
                fame=min(10, street.venues),
                position=(street.lat, street.lng),
            )

    def _help_entries(self, pages: Sequence[HelpPage]) -> Iterator[Findable]:
        for page in pages:
            yield Findable(
                type=EntryType.HELP,
                key=page.name,
                name=(page.title.zh, page.title.en),
                fame=12,
                words=self._words.of("types", "help"),
                prose=(page.text.zh, page.text.en),
            )

    def _coded(self, table: str, codes: Sequence[str]) -> Iterator[str]:
        for code in codes:
            yield from self._words.of(table, code)

    def _links(self, owner: Any, target: Any) -> Mapping[Any, list[Any]]:
        return sources.links(self._connection, owner, target)


def _names(rows: Sequence[AnyRow], key: str) -> dict[Any, tuple[str, str]]:
    return {getattr(row, key): (row.name_zh, row.name_en) for row in rows}


def _named(names: Mapping[Any, tuple[str, str]], keys: Sequence[Any]) -> Iterator[str]:
    for key in keys:
        yield from names.get(key, ())
