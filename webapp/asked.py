"""What the request asks for: its parameters, and what its words were understood to mean.

The address keeps what was typed: "bar near 静安寺 open now" stays in `q`, and every list, map and
count answers as if `q=bar&station=jingan-temple&open=now` had been asked. A parameter asked
outright wins over words, and `literal=1` takes the words as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from flask import g, request
from werkzeug.datastructures import MultiDict

from webapp import current, nearby
from webapp.domain.search_near import NearWords
from webapp.domain.search_phrases import Meaning, Phrase, Reading, read_phrases, rest_of
from webapp.domain.search_terms.entries import EntryType
from webapp.named_places import is_name, near_place
from webapp.services.search import Place

AREA_WITHIN_M, NEAR_WITHIN_M = 1200, 1000
DEAD_OF_NIGHT = time(4)
LONGEST_QUERY = 100
ONE_OF: dict[str, tuple[str, ...]] = {
    "at": ("at", "on"),
    "open": ("open", "state"),
    **dict.fromkeys(
        ("station", "district", "near"), ("station", "district", "near", "area", "place")
    ),
    **dict.fromkeys(("walk", "within"), ("walk", "within")),
}
"""For a parameter that words can mean, the ones that say the same when asked outright."""

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A phrase and what it does: `without` is the query without its words.

    `place` is set for Meaning.NEAR, `moment` (aware) for a time; `parameters` are what it adds.
    """

    meaning: Meaning
    words: str
    without: str
    parameters: Parameters
    place: Place | None = None
    moment: datetime | None = None
    near: NearWords | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, the words left of it, and what the others mean."""

    typed: str
    rest: str
    understood: tuple[Understood, ...] = ()

    @property
    def is_near_me(self) -> bool:
        """Whether the visitor means where they are, which only their device knows."""
        return any(one.meaning is Meaning.NEAR_ME for one in self.understood)

    @property
    def place(self) -> Place | None:
        """The place the visitor means to be near."""
        return next((one.place for one in self.understood if one.place), None)


def arguments() -> MultiDict[str, str]:
    """The request's parameters, with those its words mean; `q` holds the words that are left."""
    if "arguments" not in g:
        g.arguments = _merged()
    return g.arguments  # type: ignore[no-any-return]


def query() -> Query:
    """The words of the request, understood."""
    if "query" not in g:
        g.query = _understand(request.args.get("q", "").strip()[:LONGEST_QUERY])
    return g.query  # type: ignore[no-any-return]


def is_literal() -> bool:
    """Whether the words are to be taken as they are."""
    return request.args.get("literal") == "1"


def _merged() -> MultiDict[str, str]:
    point = nearby.point()
    if not (point or request.args.get("q")):
        return request.args
    merged = MultiDict(request.args)
    merged.setlist("q", [query().rest] if query().rest else [])
    for one in query().understood:
        for name, value in one.parameters:
            merged.setdefault(name, value)
    if point:
        merged["near"] = point
        merged.poplist("station")
    return merged


def _understand(typed: str) -> Query:
    reading = read_phrases(typed)
    if is_literal() or not (reading.phrases or reading.places) or is_name(typed):
        return Query(typed, typed)
    meant = list(_meanings(reading))
    rest = rest_of(typed, [phrase for phrase, _ in meant])
    return Query(
        typed,
        rest if any(char.isalnum() for char in rest) else "",
        tuple(one for _, one in meant),
    )


def _meanings(reading: Reading) -> list[tuple[Phrase, Understood]]:
    """Each phrase with what it adds, in the order typed; a moment or place is taken once."""
    phrases = list(reading.phrases)
    near = near_place(reading)
    if near:
        phrases.append(near[0])
    taken: set[str] = {name for name, value in request.args.items() if value}
    meant: list[tuple[Phrase, Understood]] = []
    for phrase in sorted(phrases, key=lambda one: one.start):
        place = near[1] if near and phrase is near[0] else None
        one = _meaning(reading.query, phrase, place)
        kept = tuple((name, value) for name, value in one.parameters if not _is_taken(name, taken))
        taken.update(name for name, _ in kept)
        meant.append((phrase, _with(one, kept)))
    return meant


def _with(one: Understood, parameters: Parameters) -> Understood:
    return Understood(
        one.meaning, one.words, one.without, parameters, one.place, one.moment, one.near
    )


def _is_taken(name: str, taken: set[str]) -> bool:
    return any(other in taken for other in ONE_OF.get(name, (name,)))


def _meaning(typed: str, phrase: Phrase, place: Place | None) -> Understood:
    moment = _moment(phrase)
    return Understood(
        phrase.meaning,
        phrase.words(typed),
        rest_of(typed, [phrase]),
        tuple(_parameters(phrase, place, moment).items()),
        place,
        moment,
        phrase.place,
    )


def _moment(phrase: Phrase) -> datetime | None:
    now = current.now()
    if phrase.time:
        return phrase.time.moment(now)
    if phrase.meaning is Meaning.ALL_NIGHT:
        night = datetime.combine(now.date(), DEAD_OF_NIGHT, now.tzinfo)
        return night if night >= now else night + timedelta(days=1)
    return None


def _parameters(phrase: Phrase, place: Place | None, moment: datetime | None) -> dict[str, str]:
    if moment:
        return {"at": f"{moment:%Y-%m-%dT%H:%M}", "open": "now"}
    if place and phrase.place:
        return _near(phrase.place, place)
    plain = {
        Meaning.OPEN_NOW: {"open": "now"},
        Meaning.FREE: {"price": "0"},
        Meaning.STEP_FREE: {"step_free": "1"},
    }
    return plain.get(phrase.meaning, {})


def _near(near: NearWords, place: Place) -> dict[str, str]:
    """The place as a parameter, and how far from it."""
    if place.type is EntryType.DISTRICT:
        return {"district": place.key}
    reach = _reach(near)
    if place.type is EntryType.STATION:
        return {"station": place.key, **reach}
    point = f"{place.position.lat:.6f},{place.position.lng:.6f}"
    within = AREA_WITHIN_M if place.type is EntryType.AREA else NEAR_WITHIN_M
    return {"near": point, **(reach or {"within": str(within)})}


def _reach(near: NearWords) -> dict[str, str]:
    if near.walk_min:
        return {"walk": str(near.walk_min)}
    return {"within": str(near.within_m)} if near.within_m else {}
