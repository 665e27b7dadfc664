"""The catalogue into the store, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from sqlalchemy import Connection

from webapp.services.content import place_rows, venue_rows
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.changes import Changes, changes_of
from webapp.services.content.programme_writing import changes_in, merge_programmes
from webapp.services.content.venue_rows import Ids
from webapp.store import tables
from webapp.store.merging import Merge, delete_surplus, merge_rows
from webapp.store.retirement import ids_by, listed_only, retire_venues


def write_catalogue(connection: Connection, catalogue: Catalogue) -> list[Changes]:
    """Make the store hold exactly `catalogue`; returns what changed, noun by noun.

    Parents are written before children and surplus rows deleted the other way round, so that
    foreign keys hold at every step. Venues are never deleted: they are retired.
    """
    places = _write_places(connection, catalogue)
    hours = merge_rows(connection, tables.hours, venue_rows.hours_rows(catalogue), ["text"])
    venues = _write_venues(connection, catalogue)
    ids = ids_by(connection, tables.venues.c.slug)
    links = _write_links(connection, catalogue, ids)
    programmes = merge_programmes(connection, catalogue, ids)
    retire_venues(connection, [key[0] for key in venues.surplus])
    written = (*places, hours, *links, *chain.from_iterable(programmes))
    for merge in reversed(written):
        delete_surplus(connection, merge)
    return [*_summary(places, venues, links, ids), *changes_in(programmes)]


def _write_places(connection: Connection, catalogue: Catalogue) -> list[Merge]:
    rows = (
        (tables.sources, place_rows.source_rows),
        (tables.districts, place_rows.district_rows),
        (tables.lines, place_rows.line_rows),
        (tables.stations, place_rows.station_rows),
        (tables.line_stops, place_rows.stop_rows),
        (tables.station_access, place_rows.station_access_rows),
        (tables.last_trains, place_rows.last_train_rows),
        (tables.areas, place_rows.area_rows),
        (tables.area_districts, place_rows.area_district_rows),
        (tables.area_stations, place_rows.area_station_rows),
    )
    return [merge_rows(connection, table, make(catalogue)) for table, make in rows]


def _write_venues(connection: Connection, catalogue: Catalogue) -> Merge:
    hours_ids = ids_by(connection, tables.hours.c.text)
    rows = venue_rows.venue_rows(catalogue, hours_ids)
    merge = merge_rows(connection, tables.venues, rows, ["slug"])
    return replace(merge, surplus=listed_only(connection, merge.surplus))


def _write_links(connection: Connection, catalogue: Catalogue, ids: Ids) -> list[Merge]:
    rows = (
        (tables.venue_facts, venue_rows.fact_rows),
        (tables.venue_access, venue_rows.access_rows),
        (tables.venue_scenarios, venue_rows.scenario_rows),
        (tables.venue_areas, venue_rows.area_link_rows),
        (tables.venue_tags, venue_rows.tag_rows),
        (tables.venue_benefits, venue_rows.benefit_rows),
        (tables.venue_sources, venue_rows.source_link_rows),
        (tables.venue_stations, venue_rows.station_link_rows),
    )
    return [merge_rows(connection, table, make(catalogue, ids)) for table, make in rows]


def _summary(
    places: Iterable[Merge], venues: Merge, links: Iterable[Merge], ids: Ids
) -> list[Changes]:
    by_table = {merge.table: merge for merge in places}
    slugs = {number: slug for slug, number in ids.items()}
    belonging = {
        tables.sources: (),
        tables.districts: (),
        tables.lines: (tables.line_stops,),
        tables.stations: (tables.station_access, tables.last_trains),
        tables.areas: (tables.area_districts, tables.area_stations),
    }
    return [
        *(
            changes_of(table.name, by_table[table], [by_table[each] for each in own], {})
            for table, own in belonging.items()
        ),
        changes_of("venues", venues, links, slugs),
    ]
