"""Which characters of a name a question matches, to be shown marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from webapp.domain.search_terms.english import stem
from webapp.domain.search_terms.folding import APOSTROPHES, fold
from webapp.domain.search_terms.forms import Form
from webapp.domain.search_terms.questions import Question
from webapp.domain.search_terms.units import is_han, pairs_of

Span = tuple[int, int]
SHORTEST_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of a name and where it stands, in code points."""

    unit: str
    sound: str
    start: int
    end: int


def marks_in(name: str, question: Question, forms: Sequence[Form]) -> tuple[Span, ...]:
    """Return the spans of `name` that match; `forms` are those stored with its entry."""
    places = _places(name, forms)
    marked = [False] * len(places)
    for matched in (_by_text(places, question), _by_words(places, question)):
        for i in matched:
            marked[i] = True
    if not any(marked):
        for i in _by_initials(places, question):
            marked[i] = True
    spans = [(p.start, p.end) for p, is_marked in zip(places, marked, strict=True) if is_marked]
    return _merged([*spans, *_beginnings(places, marked, question)])


def _places(name: str, forms: Sequence[Form]) -> list[Place]:
    units = _units(name)
    texts = tuple(unit for unit, _, _ in units)
    sounds = next((form.sounds for form in forms if form.units == texts), texts)
    return [Place(u, s, a, b) for (u, a, b), s in zip(units, sounds, strict=True)]


def _units(name: str) -> list[tuple[str, int, int]]:
    units: list[tuple[str, int, int]] = []
    is_open = False
    for i, character in enumerate(name):
        folded = fold(character)
        if not folded:
            is_open = is_open and character in APOSTROPHES
        elif is_han(folded):
            units.append((folded, i, i + 1))
            is_open = False
        elif is_open:
            text, start, _ = units[-1]
            units[-1] = (text + folded, start, i + 1)
        else:
            units.append((folded, i, i + 1))
            is_open = True
    return units


def _by_text(places: Sequence[Place], question: Question) -> Iterator[int]:
    """Yield units whose joined text, or joined reading, holds the whole question."""
    if question.is_latin:
        yield from _holding([p.sound for p in places], question.sound)
        return
    yield from _holding([p.unit for p in places], question.compact)
    units = [p.unit for p in places]
    for run in question.runs:
        if run.is_han:
            for piece in pairs_of(run.text) if len(run.text) > 1 else (run.text,):
                yield from _holding(units, piece)


def _by_words(places: Sequence[Place], question: Question) -> Iterator[int]:
    sounds = [p.sound for p in places]
    for run in question.runs:
        if run.is_han:
            continue
        yield from (i for i, p in enumerate(places) if stem(p.unit) == stem(run.text))
        if len(question.runs) > 1:
            yield from _holding(sounds, run.text)


def _by_initials(places: Sequence[Place], question: Question) -> Iterator[int]:
    initials = "".join(p.sound[0] for p in places)
    start = initials.find(question.sound) if question.is_latin else -1
    if start >= 0 and len(question.sound) > 1:
        yield from range(start, start + len(question.sound))


def _holding(parts: Sequence[str], asked: str) -> Iterator[int]:
    """Yield the places of neighbouring parts that, joined, are `asked`, wherever that happens."""
    for start, first in enumerate(parts):
        if not asked.startswith(first):
            continue
        joined = ""
        for end in range(start, len(parts)):
            joined += parts[end]
            if joined == asked:
                yield from range(start, end + 1)
            if not asked.startswith(joined):
                break


def _beginnings(
    places: Sequence[Place], marked: Sequence[bool], question: Question
) -> Iterator[Span]:
    """Yield the first letters of words the last run begins."""
    last = question.runs[-1] if question.runs else None
    if last is None or last.is_han or len(last.text) < SHORTEST_BEGINNING:
        return
    for place, is_marked in zip(places, marked, strict=True):
        if not is_marked and not is_han(place.unit) and place.unit.startswith(last.text):
            yield place.start, place.start + len(last.text)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
