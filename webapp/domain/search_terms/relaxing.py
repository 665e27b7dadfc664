"""Weaker readings of a question, for when nothing has all of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from webapp.domain.search_terms.english import stem
from webapp.domain.search_terms.expressions import NOTHING, Expression, Prefix, every, some
from webapp.domain.search_terms.questions import (
    Question,
    han_anywhere,
    read_question,
    run_anywhere,
)
from webapp.domain.search_terms.readings import likely_reading
from webapp.domain.search_terms.syllables import Syllables, unfinished_cuts
from webapp.domain.search_terms.terms import (
    ACRONYM,
    ENGLISH,
    HAN,
    INITIALS,
    JOINED,
    NAMES,
    PAIR,
    anywhere,
    begun_anywhere,
    in_names,
)
from webapp.domain.search_terms.units import Run, pairs_of

LONGEST_ACRONYM = 12
MOST_CHARACTERS = 12


def unfinished(question: Question) -> Expression:
    """Entries that have every part, the last one perhaps only begun."""
    *first, last = question.runs
    begun = _begun_character(last.text) if last.is_han else _begun_word(last.text)
    return every([*(run_anywhere(run) for run in first), begun])


def by_initials(question: Question) -> Expression:
    """Entries with a name that has these first letters side by side somewhere."""
    return every(_initials(run) for run in question.runs)


def homophone(question: Question) -> Question | None:
    """Return the question with Chinese runs as they sound, None without such runs."""
    if question.is_latin:
        return None
    spelled = ("".join(likely_reading(r.text)) if r.is_han else r.text for r in question.runs)
    return read_question(" ".join(spelled))


def one_character_off(question: Question) -> Expression:
    """Entries that have every part, but for one character of a Chinese run."""
    runs = question.runs
    ways = []
    for i, run in enumerate(runs):
        if run.is_han and len(run.text) > 2:
            others = [run_anywhere(each) for each in (*runs[:i], *runs[i + 1 :])]
            ways.append(every([*others, _but_one(run.text[:MOST_CHARACTERS])]))
    return some(ways)


def scattered(question: Question) -> Expression:
    """Entries whose names have every character and word, in whatever order."""
    return every(_characters(run) for run in question.runs)


def but_one_run(question: Question) -> Expression:
    """Entries that have all parts but one."""
    runs = question.runs
    if len(runs) < 2:
        return NOTHING
    return some(
        every(run_anywhere(run) for run in chosen) for chosen in combinations(runs, len(runs) - 1)
    )


def any_run(question: Question) -> Expression:
    """Entries that have some part, or some piece of a Chinese part."""
    return some(_pieces(run) for run in question.runs)


def _begun_character(text: str) -> Expression:
    begun = some((in_names(HAN, text[-1]), begun_anywhere(HAN, text[-1])))
    return every([han_anywhere(text[:-1]), begun]) if len(text) > 1 else begun


def _begun_word(word: str) -> Expression:
    ways: list[Expression] = [begun_anywhere(ENGLISH, word)]
    if len(word) > 1:
        ways += [Prefix(NAMES + JOINED + word)]
        if len(word) <= LONGEST_ACRONYM:
            ways.append(Prefix(NAMES + ACRONYM + word))
    ways += (_begun_reading(way, tail) for way, tail in unfinished_cuts(word) if way)
    return some(ways)


def _begun_reading(way: Syllables, tail: str) -> Expression:
    pairs = [anywhere(PAIR, pair) for pair in pairs_of(way)]
    return every([*pairs, begun_anywhere(PAIR, way[-1] + tail)])


def _initials(run: Run) -> Expression:
    if run.is_han or not 2 <= len(run.text) <= LONGEST_ACRONYM:
        return run_anywhere(run)
    return every(in_names(INITIALS, pair) for pair in pairs_of(run.text))


def _but_one(text: str) -> Expression:
    return some(every(_pairs_without(text, i)) for i in range(len(text)))


def _pairs_without(text: str, place: int) -> Iterable[Expression]:
    """Yield what the question asks when the character at `place` is wrong."""
    for part in (text[:place], text[place + 1 :]):
        if len(part) > 1:
            yield han_anywhere(part)
        elif part:
            yield in_names(HAN, part)


def _characters(run: Run) -> Expression:
    if not run.is_han:
        return run_anywhere(run)
    return every(in_names(HAN, each) for each in run.text)


def _pieces(run: Run) -> Expression:
    if not run.is_han:
        return some((run_anywhere(run), anywhere(ENGLISH, stem(run.text))))
    if len(run.text) == 1:
        return in_names(HAN, run.text)
    return some(anywhere(HAN, pair) for pair in pairs_of(run.text))
