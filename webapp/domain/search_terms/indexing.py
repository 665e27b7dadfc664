"""The terms and keys under which an entry can be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise

from webapp.domain.search_terms.english import STOP_WORDS, stem
from webapp.domain.search_terms.folding import fold
from webapp.domain.search_terms.forms import Form, Role
from webapp.domain.search_terms.readings import other_readings, readings_of
from webapp.domain.search_terms.terms import (
    ACRONYM,
    ENGLISH,
    HAN,
    INITIALS,
    JOINED,
    NAMES,
    PAIR,
    SYLLABLE,
    WORDS,
)
from webapp.domain.search_terms.units import LONGEST_WORD, Run, is_han, pairs_of, runs_of

LONGEST_KEY = 60


def name_terms(forms: Iterable[Form]) -> set[str]:
    """Return the terms of all names and aliases; other ways to say them are keys only."""
    terms: set[str] = set()
    for form in forms:
        if form.role is not Role.SPOKEN:
            terms.update(_form_terms(form))
    return terms


@lru_cache(maxsize=8192)
def word_terms(text: str, *, with_pinyin: bool = True) -> str:
    """Return the terms, apart by spaces, of a text that says what an entry is or where."""
    terms: set[str] = set()
    for run in runs_of(fold(text)):
        terms.update(_word_terms(run, with_pinyin))
    return " ".join(sorted(terms))


def keys_of(forms: Iterable[Form]) -> set[str]:
    """Return what finds the entry when it is typed whole, or from its beginning."""
    keys: set[str] = set()
    for form in forms:
        keys |= {form.compact, form.sound, "".join(form.units)}
        if form.role in (Role.NAME, Role.ALIAS):
            keys |= form.acronyms
    return {key[:LONGEST_KEY] for key in keys if key}


def spelling_words(forms: Iterable[Form]) -> Iterator[str]:
    """Yield the Latin words a visitor may mean: English words, names and their parts in pinyin."""
    for form in forms:
        yield from (unit for unit in form.units if not is_han(unit) and unit not in STOP_WORDS)
        if form.has_han:
            yield form.sound
            yield from _han_sounds(form)
            yield from pairs_of(form.sounds)
            yield "".join(form.sounds[:3])
            yield "".join(form.sounds[:4])


def _han_sounds(form: Form) -> Iterator[str]:
    """Yield the readings of each run of Chinese characters, joined."""
    pairs = zip(form.units, form.sounds, strict=True)
    for chinese, run in groupby(pairs, key=lambda pair: is_han(pair[0])):
        if chinese:
            yield "".join(sound for _, sound in run)


def _form_terms(form: Form) -> Iterator[str]:
    start = 0
    for run in _runs(form):
        end = start + (len(run.text) if run.is_han else 1)
        if run.is_han:
            yield from _han_terms(NAMES, run.text)
            yield from _sound_terms(run.text, form.sounds[start:end])
        else:
            yield NAMES + ENGLISH + stem(run.text)
        start = end
    yield from (NAMES + INITIALS + a[0] + b[0] for a, b in _neighbours(form.sounds))
    yield from (NAMES + ACRONYM + each for each in form.acronyms)
    yield from _joined_terms(form)


def _runs(form: Form) -> Iterator[Run]:
    """Yield the runs again; units do not say which words stood together, and need not."""
    han = ""
    for unit in form.units:
        if is_han(unit):
            han += unit
            continue
        if han:
            yield Run(han, True)
            han = ""
        yield Run(unit, False)
    if han:
        yield Run(han, True)


def _han_terms(field: str, text: str) -> Iterator[str]:
    yield from (field + HAN + pair for pair in pairs_of(text))
    if field == NAMES:
        yield from (field + HAN + each for each in text)


def _sound_terms(text: str, read: tuple[str, ...]) -> Iterator[str]:
    for sounds in (read, other_readings(text, read) or ()):
        yield from (NAMES + SYLLABLE + each for each in sounds)
    yield from (NAMES + PAIR + pair for pair in _pairs(text, read))


def _pairs(text: str, read: tuple[str, ...]) -> Iterator[str]:
    yield from pairs_of(read)
    others = other_readings(text, read)
    if others:
        for i in range(len(read) - 1):
            yield others[i] + read[i + 1]
            yield read[i] + others[i + 1]
            yield others[i] + others[i + 1]


def _joined_terms(form: Form) -> Iterator[str]:
    """Yield words joined, with and without articles: those may be syllables too."""
    whole = tuple(unit for unit in form.units if not is_han(unit))
    counting = tuple(unit for unit in whole if unit not in STOP_WORDS)
    for words in (whole, counting):
        if len(words) > 1:
            joined = ("".join(words), *pairs_of(words))
            yield from (NAMES + JOINED + each[:LONGEST_WORD] for each in joined)


def _word_terms(run: Run, with_pinyin: bool) -> Iterator[str]:
    if not run.is_han:
        yield WORDS + ENGLISH + stem(run.text)
        return
    yield from _han_terms(WORDS, run.text)
    if with_pinyin:
        yield from (WORDS + PAIR + pair for pair in _pairs(run.text, readings_of(run.text)))


def _neighbours(units: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return pairwise(units)
