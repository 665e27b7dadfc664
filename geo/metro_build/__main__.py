"""`python -m geo.metro_build STATIONS.json.gz ORDER.json [CONTENT]`: write `content/metro`."""

import sys
from collections.abc import Iterable
from pathlib import Path

from geo.metro_build.departures import departures_by_station
from geo.metro_build.districts import DistrictFinder
from geo.metro_build.entries import line_entry, station_entry, trains_entry
from geo.metro_build.lines import LINES, LineFacts, sequences_of
from geo.metro_build.network import Branches
from geo.metro_build.places import Station, merge_rows
from geo.metro_build.reference import Sequence, read_sequences, read_stations

HEADS = {
    "lines": "Metro lines in the order they are listed; stops in running order, one row a branch.",
    "stations": "Metro stations by slug; WGS-84. Access facts as the operator lists them.",
    "last_trains": (
        "Last departures by station; 24:17 is 00:17 of the next morning. A type of day that is\n"
        "# missing is as on weekdays; a direction without weekday runs on the other days only.\n"
        "# first: the first departure, the same on every day."
    ),
}


def main(arguments: list[str]) -> None:
    """Build the three files and say how many entries each has."""
    rows, sequences = read_stations(Path(arguments[0])), read_sequences(Path(arguments[1]))
    content = Path(arguments[2]) if len(arguments) > 2 else Path("content")
    stations = merge_rows(rows, sequences)
    stops = _stops_by_line(stations, sequences)
    finder = DistrictFinder(content / "geo" / "districts.geojson")
    places = [station_entry(each, finder.find(each.main.position)) for each in stations]
    branches = {line.code: Branches(stops[line.code]) for line in LINES}
    trains = departures_by_station(stations, branches)
    folder = content / "metro"
    _write(folder, "lines", (_line(line, sequences, stops) for line in LINES))
    _write(folder, "stations", places)
    _write(folder, "last_trains", (trains_entry(slug, each) for slug, each in trains.items()))


def _stops_by_line(
    stations: tuple[Station, ...], sequences: tuple[Sequence, ...]
) -> dict[str, tuple[tuple[str, ...], ...]]:
    slugs = {row.code: station.slug for station in stations for row in station.rows}
    return {
        line.code: tuple(
            tuple(slugs[code] for code in branch.codes) for branch in sequences_of(line, sequences)
        )
        for line in LINES
    }


def _line(
    line: LineFacts,
    sequences: tuple[Sequence, ...],
    stops: dict[str, tuple[tuple[str, ...], ...]],
) -> str:
    first = sequences_of(line, sequences)[0]
    return line_entry(line, first.color, first.loop, stops[line.code])


def _write(folder: Path, name: str, entries: Iterable[str]) -> None:
    written = list(entries)
    folder.mkdir(parents=True, exist_ok=True)
    text = f"# {HEADS[name]}\n{''.join(written)}"
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    print(f"{folder / name}.yaml: {len(written)} entries, {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
