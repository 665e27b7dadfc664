"""Which place a text names: a station, an area, a street, a venue, or the address of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from sqlalchemy import Connection

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.text import LocalText
from webapp.services import search
from webapp.services.search import Context, Hit, Place
from webapp.store.search_places import addresses_of, find_entry

PLACE_TYPES = frozenset(
    {
        EntryType.STATION,
        EntryType.AREA,
        EntryType.DISTRICT,
        EntryType.STREET,
        EntryType.VENUE,
    }
)
LANGUAGES = ("zh", "en")
MOST_HITS = 24
MOST_CHOICES = 6
SAME_PLACE_M = 1000
"""A station, the area around it and a shop in it are one place to be near."""
_KEYED = re.compile(r"([a-z]+):([a-z0-9-]+)")
_NUMBER_ZH = re.compile(r"\s*\d+\s*(?:号楼|号|弄)?(?:\s*\d+\s*(?:号楼|号|室|楼)?)*$")
_NUMBER_EN = re.compile(r"^\d+\S*\s+(?=[A-Za-z])")
_TAIL = re.compile(r"站$|(?<=\w)\s*(?:metro\s+)?station$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """The place `text` names. Without one, `choices` are what it may mean, empty for unknown.

    `missing` is the house number that is in no address we know; the place is then its street.
    """

    text: str
    place: Place | None
    choices: tuple[Place, ...] = ()
    missing: str | None = None


def look_up(connection: Connection, text: str, lang: str) -> PlaceAnswer:
    """Return the place a visitor means; a text that fits several far apart names none of them."""
    keyed = _of_key(connection, text)
    if keyed:
        return PlaceAnswer(text, keyed)
    name = _folded(_TAIL.sub("", text.strip()))
    hits = _hits(connection, name, lang)
    best = search.find_place(connection, name, lang)
    whole = [_place(hit) for hit in hits if _is_whole(hit, name)]
    if best and any(_same(best, each) for each in whole):
        rivals = [each for each in whole if each.type is best.type]
        return _decided(text, best, rivals)
    if re.search(r"\d", name):
        return _address(connection, text, lang) or PlaceAnswer(text, None, _choices(hits))
    if best is None:
        return PlaceAnswer(text, None, _choices(hits))
    return _decided(text, best, _alike(best, hits))


def suggest_places(connection: Connection, typed: str, lang: str, limit: int) -> list[Hit]:
    """Return the places whose names begin like what is typed, streets last."""
    hits = search.suggest(connection, typed, lang, limit=4 * limit)
    places = [hit for hit in hits if hit.type in PLACE_TYPES and (_said(hit) or hit.also)]
    context = Context(types=frozenset({EntryType.STREET}))
    streets = search.find(connection, typed, lang, context, limit=2).hits
    named = [hit for hit in streets if hit.marks.zh or hit.marks.en]
    return [*places[: limit - len(named)], *named]


def key_of(place: Place) -> str:
    """Return the text that names this place and no other: `area:tianzifang`."""
    return f"{place.type}:{place.key}"


def _of_key(connection: Connection, text: str) -> Place | None:
    keyed = _KEYED.fullmatch(text)
    if keyed is None or keyed[1] not in PLACE_TYPES:
        return None
    row = find_entry(connection, keyed[1], keyed[2])
    if row is None or row.lat is None:
        return None
    name = LocalText(row.name_zh, row.name_en)
    return Place(EntryType(row.type), row.key, name, LatLng(row.lat, row.lng))


def _hits(connection: Connection, name: str, lang: str) -> list[Hit]:
    context = Context(types=PLACE_TYPES)
    found = search.find(connection, name, lang, context, limit=MOST_HITS)
    return [hit for hit in found.hits if hit.position]


def _place(hit: Hit) -> Place:
    if hit.position is None:
        raise ValueError(f"{hit.key} has no position")
    return Place(hit.type, hit.key, hit.name, hit.position)


def _same(one: Place, other: Place) -> bool:
    return (one.type, one.key) == (other.type, other.key)


def _is_whole(hit: Hit, name: str) -> bool:
    """Whether a whole name of the hit was said, in any spelling."""
    is_marked = any(_letters(hit.marks.in_(lang)) >= len(hit.name.in_(lang)) for lang in LANGUAGES)
    return is_marked or name in {
        _folded(each) for each in (hit.name.zh, hit.name.en, hit.also or "")
    }


def _letters(spans: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _alike(best: Place, hits: list[Hit]) -> list[Place]:
    """Places of which as much was said as of the best one."""
    mine = [hit for hit in hits if (hit.type, hit.key) == (best.type, best.key)]
    said = max((_said(hit) for hit in mine), default=1)
    return [_place(hit) for hit in hits if 0 < said <= _said(hit)]


def _said(hit: Hit) -> int:
    return _letters(hit.marks.zh) or _letters(hit.marks.en)


def _decided(text: str, best: Place, rivals: Iterable[Place]) -> PlaceAnswer:
    choices = tuple(_apart((best, *rivals)))[:MOST_CHOICES]
    return PlaceAnswer(text, best) if len(choices) == 1 else PlaceAnswer(text, None, choices)


def _choices(hits: Iterable[Hit]) -> tuple[Place, ...]:
    """What an unknown text may mean: places of whose names it has a part."""
    named = (_place(hit) for hit in hits if _said(hit) > 1)
    return tuple(_apart(named))[:MOST_CHOICES]


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """The places that lie far from all before them."""
    kept: list[Place] = []
    for place in places:
        if all(distance_m(place.position, each.position) > SAME_PLACE_M for each in kept):
            kept.append(place)
            yield place


def _address(connection: Connection, text: str, lang: str) -> PlaceAnswer | None:
    """The venue at an address, else the street of an address whose number we do not know."""
    place = _venue_at(connection, text, lang)
    if place:
        return PlaceAnswer(text, place)
    street = _NUMBER_EN.sub("", _NUMBER_ZH.sub("", text.strip()))
    if not street or street == text.strip():
        return None
    answer = look_up(connection, street, lang)
    number = text.strip().replace(street, "").strip()
    return replace(answer, text=text, missing=number if answer.place else None)


def _venue_at(connection: Connection, text: str, lang: str) -> Place | None:
    context = Context(types=frozenset({EntryType.VENUE}))
    hits = search.find(connection, text, lang, context, limit=60).hits
    known = addresses_of(connection, [hit.venue_id for hit in hits if hit.venue_id])
    there = re.compile(rf"(?<!\d){re.escape(_joined(text))}(?!\d)")
    for hit in hits:
        address = known.get(hit.venue_id or 0)
        if address and any(there.search(_joined(each)) for each in (address.zh, address.en)):
            return _place(hit)
    return None


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold().strip()


def _joined(text: str) -> str:
    """The text without spaces and punctuation, so that 288号 and 288 号 are the same."""
    return re.sub(r"[\W_]+", "", _folded(text))
