"""Merges the operator's rows into stations, and names them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.distance import distance_m
from geo.metro_build.lines import BY_SOURCE
from geo.metro_build.reference import Sequence, StationRow

SAME_PLACE_M = 100
"""Rows of one name closer than this are one station; others of one name are two."""
RESPELLED = {"Chengchun Road": "Chenchun Road"}
"""陈春路, misspelt in the operator's list."""

_HAN_BESIDE_DIGIT = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Station:
    """A place with one or more rows; `lines` are codes in listing order."""

    slug: str
    zh: str
    en: str
    rows: tuple[StationRow, ...]
    lines: tuple[str, ...]

    @property
    def main(self) -> StationRow:
        """The row whose name and position stand for the place."""
        return self.rows[0]


def merge_rows(rows: Iterable[StationRow], sequences: tuple[Sequence, ...]) -> tuple[Station, ...]:
    """Return the stations by slug; raises `ValueError` when two get the same slug."""
    places = _places(rows)
    served = _lines_by_code(sequences)
    names = Counter(place[0].name_en for place in places)
    stations = [_station(place, served, names) for place in places]
    repeated = [slug for slug, n in Counter(s.slug for s in stations).items() if n > 1]
    if repeated:
        raise ValueError(f"the same slug twice: {', '.join(repeated)}")
    return tuple(sorted(stations, key=lambda station: station.slug))


def slug_of(name_en: str) -> str:
    """Return the kebab-case slug of an English name: `People's Square` is `peoples-square`."""
    plain = name_en.lower().replace("'", "").replace("&", " and ")
    return _NOT_IN_SLUG.sub("-", plain).strip("-")


def _places(rows: Iterable[StationRow]) -> list[tuple[StationRow, ...]]:
    places: list[tuple[StationRow, ...]] = []
    for row in rows:
        same = next((i for i, place in enumerate(places) if _is_same(place[0], row)), None)
        if same is None:
            places.append((row,))
        else:
            places[same] = (*places[same], row)
    return places


def _is_same(one: StationRow, other: StationRow) -> bool:
    near = distance_m(one.position, other.position) < SAME_PLACE_M
    return one.name_zh == other.name_zh and near


def _lines_by_code(sequences: tuple[Sequence, ...]) -> dict[str, set[str]]:
    served: dict[str, set[str]] = {}
    for sequence in sequences:
        for code in sequence.codes:
            served.setdefault(code, set()).add(BY_SOURCE[sequence.line_zh].code)
    return served


def _station(
    place: tuple[StationRow, ...], served: Mapping[str, set[str]], names: Mapping[str, int]
) -> Station:
    here = set[str]().union(*(served.get(row.code, set()) for row in place))
    lines = tuple(line.code for line in BY_SOURCE.values() if line.code in here)
    row = place[0]
    english = RESPELLED.get(row.name_en, row.name_en)
    tail = f"-line-{lines[0]}" if names[row.name_en] > 1 else ""
    return Station(
        slug=slug_of(english) + tail,
        zh=_HAN_BESIDE_DIGIT.sub(" ", row.name_zh),
        en=english.replace("·", " · "),
        rows=place,
        lines=lines,
    )
