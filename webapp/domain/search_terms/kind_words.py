"""The kinds a question names: `xintiandi bar` names bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from webapp.domain.search_terms.english import stem
from webapp.domain.search_terms.folding import fold
from webapp.domain.search_terms.questions import Question
from webapp.domain.search_terms.readings import readings_of
from webapp.domain.search_terms.units import runs_of

LONGEST_HAN = 8
MOST_WORDS = 3


def kind_spellings(word: str) -> set[str]:
    """Return the forms under which a word for a kind is kept: itself, and Chinese as it sounds."""
    runs = list(runs_of(fold(word)))
    if not runs:
        return set()
    if not all(run.is_han for run in runs):
        return {"".join(run.text if run.is_han else stem(run.text) for run in runs)}
    text = "".join(run.text for run in runs)
    return {text, "".join(readings_of(text))} if len(text) > 1 else {text}


def kinds_named(question: Question, kinds: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the kinds that some words of the question stand for."""
    named = (kinds.get(each, frozenset()) for each in _pieces(question))
    return frozenset().union(*named)


def is_kind_word(question: Question, kinds: Mapping[str, frozenset[str]]) -> bool:
    """Say whether the whole question is a word for a kind, such as `museums`."""
    return question.compact in kinds or (question.is_latin and "".join(question.words) in kinds)


def _pieces(question: Question) -> Iterator[str]:
    for run in question.runs:
        if run.is_han:
            yield from _parts(run.text)
        else:
            yield run.text
    words = question.words
    for size in range(1, MOST_WORDS + 1):
        for start in range(len(words) - size + 1):
            yield "".join(words[start : start + size])


def _parts(text: str) -> Iterator[str]:
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST_HAN) + 1):
            yield text[start:end]
