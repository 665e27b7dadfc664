"""How well an entry's names fit a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.domain.search_terms.english import stem
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.search_terms.forms import Form, Role
from webapp.domain.search_terms.questions import Question
from webapp.domain.search_terms.units import Run, is_han, pairs_of

EXACT = 100.0
SAME_WORDS = 97.0
ACRONYM = 92.0
PREFIX = 74.0
CONTIGUOUS = 62.0
ALL_WORDS = 52.0
MIXED = 26.0
MIXED_RANGE = 20.0
WORDS_ONLY = 24.0
COVERAGE = 8.0
WHOLE_UNITS = 4.0
ROLE_POINTS = {Role.NAME: 0.0, Role.ALIAS: -1.0, Role.SPOKEN: -2.0, Role.PART: -12.0}
FAME_POINT = 0.4
# Which of equally fitting things people more often mean.
TYPE_POINTS = {
    EntryType.AREA: 1.0,
    EntryType.DISTRICT: 1.0,
    EntryType.ITINERARY: -4.0,
    EntryType.EVENT: -3.0,
    EntryType.BENEFIT: -4.0,
    EntryType.HELP: -6.0,
    EntryType.STREET: -8.0,
}
# A bar in Xintiandi answers "xintiandi bar" better than Xintiandi itself.
KIND_POINTS = 30.0
MOST_BY_KIND = 66.0
JUST_KIND = 0.05
OTHER_KIND = 14.0
SHORTEST_GAPPED = 3
NEAR_POINTS = 12.0
NEAR_M = 1500.0
OPEN_POINTS = 4.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Points for the text alone, and the form they are owed to."""

    points: float
    form: Form | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What else counts: `fame` (0 to 50), kind asked for, metres away, openness where known.

    `is_just_kind`: the question is a word for a kind and nothing else.
    """

    type: EntryType
    fame: int
    is_kind: bool = False
    is_just_kind: bool = False
    distance_m: float | None = None
    is_open: bool | None = None


def points_of(fit: Fit, standing: Standing) -> float:
    """Return the points by which results are ordered."""
    points = fit.points
    if standing.is_kind:
        points = max(points, min(points + KIND_POINTS, MOST_BY_KIND))
    if standing.is_just_kind and points < ACRONYM:
        least = MOST_BY_KIND if standing.is_kind else MOST_BY_KIND - OTHER_KIND
        points = least + JUST_KIND * points
    points += FAME_POINT * standing.fame + TYPE_POINTS.get(standing.type, 0.0)
    if standing.distance_m is not None:
        points += NEAR_POINTS * NEAR_M / (NEAR_M + standing.distance_m)
    if standing.is_open:
        points += OPEN_POINTS
    return points


def fit_of(question: Question, forms: Sequence[Form]) -> Fit:
    """Return how well the best of the forms fits; names' words together count as a last resort."""
    best = Fit(0.0, None)
    for form in forms:
        points = _points(question, form)
        if points > best.points:
            best = Fit(points, form)
    if best.points >= ALL_WORDS:
        return best
    found = _found(question, forms)
    if found >= 1.0:
        return Fit(ALL_WORDS - 2.0, best.form)
    scattered = MIXED + MIXED_RANGE * found if found else WORDS_ONLY
    return Fit(scattered, best.form) if scattered > best.points else best


def _points(question: Question, form: Form) -> float:
    if question.is_latin:
        points = max(_text_points(asked, form.sound, form) for asked in question.sounds)
        points = max(points, _word_points(question, form))
        points = points or _acronym_points(question, form)
    else:
        points = max(_text_points(asked, form.compact, form) for asked in question.compacts)
        points = points or _gapped_points(question, form)
    return points + ROLE_POINTS[form.role] if points else 0.0


def _text_points(asked: str, text: str, form: Form) -> float:
    if asked == text:
        return EXACT
    place = text.find(asked)
    if place < 0:
        return 0.0
    bounds = _bounds(form, asked.isascii())
    while place >= 0 and place not in bounds:
        place = text.find(asked, place + 1)
    if place < 0:
        return 0.0
    points = PREFIX if place == 0 else CONTIGUOUS
    whole = WHOLE_UNITS if place + len(asked) in bounds else 0.0
    return points + whole + COVERAGE * len(asked) / len(text)


def _gapped_points(question: Question, form: Form) -> float:
    """Give points to 四川北路 for 四川路: all characters in order, few others between."""
    asked, text = question.compact, form.compact
    if len(asked) < SHORTEST_GAPPED or (text[0] != asked[0] and text[-1] != asked[-1]):
        return 0.0
    rest = iter(text)
    if not all(character in rest for character in asked):
        return 0.0
    return ALL_WORDS + COVERAGE * len(asked) / len(text)


def _bounds(form: Form, by_sound: bool) -> set[int]:
    bounds, place = {0}, 0
    for each in form.counting_sounds if by_sound else form.counting_units:
        place += len(each)
        bounds.add(place)
    return bounds


def _acronym_points(question: Question, form: Form) -> float:
    asked = question.sound
    if not 2 <= len(asked) <= len(form.units) or len(question.runs) > 1:
        return 0.0
    initials = form.initials
    if initials == asked:
        return ACRONYM
    if len(asked) > 2 and initials.startswith(asked):
        return PREFIX - 2.0 + COVERAGE * len(asked) / len(initials)
    return CONTIGUOUS - 8.0 if len(asked) > 2 and asked in initials else 0.0


def _word_points(question: Question, form: Form) -> float:
    if form.has_han or not question.words:
        return 0.0
    words = [stem(unit) for unit in form.counting_units]
    asked = list(question.words)
    if not set(asked) <= set(words):
        return 0.0
    coverage = COVERAGE * len(asked) / max(len(words), 1)
    if asked == words:
        return SAME_WORDS
    for start in range(len(words) - len(asked) + 1):
        if words[start : start + len(asked)] == asked:
            return (CONTIGUOUS if start else PREFIX) + WHOLE_UNITS + coverage
    return ALL_WORDS + coverage + (4.0 if len(asked) == len(words) else 0.0)


def _found(question: Question, forms: Sequence[Form]) -> float:
    """Return the share of the question, by letters, that stands in any of the names."""
    total = sum(len(run.text) for run in question.runs)
    return sum(_found_letters(run, forms) for run in question.runs) / total if total else 0.0


def _found_letters(run: Run, forms: Sequence[Form]) -> int:
    if not run.is_han:
        return len(run.text) if any(_has_word(run.text, form) for form in forms) else 0
    if len(run.text) == 1:
        return int(any(run.text in form.units for form in forms))
    texts = [form.compact for form in forms if form.has_han]
    pairs = [any(pair in text for text in texts) for pair in pairs_of(run.text)]
    return sum(a or b for a, b in zip([False, *pairs], [*pairs, False], strict=True))


def _has_word(word: str, form: Form) -> bool:
    if not form.has_han:
        stemmed = stem(word)
        return any(stem(unit) == stemmed for unit in form.units)
    if word not in form.sound:
        return word in form.units
    place = form.sound.find(word)
    return place in _bounds(form, True) or any(is_han(u) is False and u == word for u in form.units)
