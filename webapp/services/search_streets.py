"""Streets, made from the addresses of venues: places to be near."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from webapp.domain.text import LocalText
from webapp.store.rows import AnyRow

_ZH = re.compile(
    r"(?:^|[区镇乡]|街道)((?:(?![区镇乡])[\u4e00-\u9fff]){1,7}?(?:公路|大道|路|街|马路))\s*"
    r"(?=\d|$|（|与|近)"
)
_EN = re.compile(
    r"(?<!\w)((?:[A-Z][\w'’]*\s){1,4}(?:Road|Street|Avenue|Highway|Boulevard)"
    r"(?: \((?:[EWSNM]|[EWSN]-\d)\))?)"
)


@dataclass(frozen=True, slots=True)
class Street:
    """A street and the middle of the venues known to stand on it."""

    key: str
    name: LocalText
    lat: float
    lng: float
    venues: int


def streets_of(venues: Iterable[AnyRow]) -> list[Street]:
    """Return the streets that both languages of an address name."""
    found: defaultdict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for venue in venues:
        zh, en = _ZH.search(venue.address_zh), _EN.search(venue.address_en)
        if zh and en:
            found[zh[1]].append((en[1], venue.lat, venue.lng))
    return [_street(name, places) for name, places in sorted(found.items())]


def _street(name: str, places: list[tuple[str, float, float]]) -> Street:
    english = sorted(place[0] for place in places)[len(places) // 2]
    lat, lng = median(place[1] for place in places), median(place[2] for place in places)
    key = re.sub(r"[^a-z0-9]+", "-", english.casefold()).strip("-")
    return Street(key, LocalText(name, english), lat, lng, len(places))
