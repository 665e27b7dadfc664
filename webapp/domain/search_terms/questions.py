"""A visitor's words as a question: what they may mean, as expressions over terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from webapp.domain.search_terms.english import STOP_WORDS, stem
from webapp.domain.search_terms.expressions import Expression, every, some
from webapp.domain.search_terms.folding import fold
from webapp.domain.search_terms.syllables import Syllables, cuts, without_tones
from webapp.domain.search_terms.terms import (
    ACRONYM,
    ENGLISH,
    HAN,
    JOINED,
    PAIR,
    SYLLABLE,
    anywhere,
    in_names,
)
from webapp.domain.search_terms.units import Run, pairs_of, runs_of

MOST_LETTERS = 80
MOST_RUNS = 12
LONGEST_ACRONYM = 12
MOST_CLOSED_UP = 4
# Chinese words that only tie others together.
_TIES = re.compile(r"的|附近|旁边|周边|那里|哪里")


@dataclass(frozen=True)
class Question:
    """Folded words and their runs; expressions are made when asked for.

    `runs` are those that count, `all_runs` also hold articles, which may be syllables.
    """

    text: str
    runs: tuple[Run, ...]
    all_runs: tuple[Run, ...]

    @cached_property
    def compact(self) -> str:
        """The runs without spaces."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def compacts(self) -> tuple[str, ...]:
        """The runs without spaces: as they count, without tones, with articles."""
        whole = "".join(run.text for run in self.all_runs)
        toneless = "".join(without_tones(run.text) for run in self.all_runs)
        return tuple(dict.fromkeys((self.compact, toneless, whole)))

    @cached_property
    def sounds(self) -> tuple[str, ...]:
        """What was typed, as readings are spelled, with and without articles and tones."""
        return tuple(_as_sound(each) for each in self.compacts)

    @property
    def sound(self) -> str:
        """What was typed, articles included and without tones, as readings are spelled."""
        return self.sounds[min(1, len(self.sounds) - 1)]

    @cached_property
    def is_latin(self) -> bool:
        """Whether no run is Chinese."""
        return not any(run.is_han for run in self.runs)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The stems of its words."""
        return tuple(stem(run.text) for run in self.runs if not run.is_han)

    @cached_property
    def anywhere(self) -> Expression:
        """Entries that have every part in their names or words, in whatever order."""
        together = (*(_covered(way) for way in self.readings), *self._closed_up())
        if self.is_spelled_out:
            return some((*together, self._as_words()))
        return some((every(run_anywhere(run) for run in self.runs), *together))

    @cached_property
    def in_names(self) -> Expression:
        """Entries whose names have every part, Chinese and pinyin runs unbroken."""
        together = tuple(_unbroken(way) for way in self.readings)
        if self.is_spelled_out:
            return some((*together, self._as_words()))
        return some((every(_run_in_names(run) for run in self.runs), *together))

    @cached_property
    def is_spelled_out(self) -> bool:
        """Whether it is pinyin in single syllables: then those apart from each other say little."""
        runs = self.all_runs
        return len(runs) > 1 and all(any(len(way) == 1 for way in cuts(run.text)) for run in runs)

    def _as_words(self) -> Expression:
        """Entries named in other languages by words that look like syllables."""
        pairs = pairs_of(tuple(run.text for run in self.all_runs))
        return every(in_names(JOINED, pair) for pair in pairs)

    def _closed_up(self) -> Iterator[Expression]:
        """Yield the question with two neighbouring words written as one: `book shop`."""
        for i, (first, second) in enumerate(pairwise(self.all_runs[:MOST_CLOSED_UP])):
            if not first.is_han and not second.is_han:
                others = (run_anywhere(run) for run in _but_pair(self.all_runs, i))
                joined = anywhere(ENGLISH, stem(first.text + second.text))
                yield every([*others, joined])

    @cached_property
    def readings(self) -> tuple[Syllables, ...]:
        """The ways to read several words together as syllables: `wai tan`."""
        if len(self.all_runs) < 2 or not self.is_latin:
            return ()
        read: list[Syllables] = [()]
        for run in self.all_runs:
            ways = cuts(run.text)[:2]
            read = [(*first, *way) for first in read for way in ways][:4]
        return tuple(read)


def read_question(text: str) -> Question:
    """Return the question in a visitor's words; one without letters has no runs."""
    folded = fold(text[: MOST_LETTERS * 4])
    if len(folded) > MOST_LETTERS:
        folded = folded[:MOST_LETTERS].rpartition(" ")[0] or folded[:MOST_LETTERS]
    runs = tuple(runs_of(_TIES.sub(" ", folded))) or tuple(runs_of(folded))
    counting = tuple(run for run in runs if run.text not in STOP_WORDS) or runs
    return Question(folded, counting[:MOST_RUNS], runs[:MOST_RUNS])


def run_anywhere(run: Run) -> Expression:
    """Entries that have the run in names or words, a Chinese one perhaps in several pieces."""
    return han_anywhere(run.text) if run.is_han else word_anywhere(run.text)


def han_anywhere(text: str) -> Expression:
    """Entries where each character stands beside one of its neighbours in the question.

    So 新天地酒吧 finds what has 新天地 and 酒吧, wherever each stands.
    """
    if len(text) == 1:
        return in_names(HAN, text)
    return every(_covering([anywhere(HAN, pair) for pair in pairs_of(text)]))


def word_anywhere(word: str) -> Expression:
    """Entries that have the word in English, in pinyin, or as the first letters of a name."""
    ways = cuts(word)
    return some(
        (
            anywhere(ENGLISH, stem(word)),
            in_names(JOINED, word),
            *(_covered(way) for way in ways),
            *_acronym(word),
        )
    )


def _run_in_names(run: Run) -> Expression:
    if not run.is_han:
        return _word_in_names(run.text)
    if len(run.text) == 1:
        return in_names(HAN, run.text)
    return every(in_names(HAN, pair) for pair in pairs_of(run.text))


def _word_in_names(word: str) -> Expression:
    return some(
        (
            in_names(ENGLISH, stem(word)),
            in_names(JOINED, word),
            *(_unbroken(way) for way in cuts(word)),
            *_acronym(word),
        )
    )


def _covered(syllables: Syllables) -> Expression:
    if len(syllables) == 1:
        return in_names(SYLLABLE, syllables[0])
    return every(_covering([anywhere(PAIR, pair) for pair in pairs_of(syllables)]))


def _unbroken(syllables: Syllables) -> Expression:
    if len(syllables) == 1:
        return in_names(SYLLABLE, syllables[0])
    return every(in_names(PAIR, pair) for pair in pairs_of(syllables))


def _covering(pairs: Sequence[Expression]) -> Iterable[Expression]:
    """Yield conditions under which each of n + 1 units is in one of the n pairs found."""
    yield pairs[0]
    for first, second in pairwise(pairs[1:-1]):
        yield some((first, second))
    yield pairs[-1]


def _acronym(word: str) -> Iterable[Expression]:
    if 2 <= len(word) <= LONGEST_ACRONYM:
        yield in_names(ACRONYM, word)


def _but_pair(runs: tuple[Run, ...], place: int) -> tuple[Run, ...]:
    """Return the counting runs but for two neighbours."""
    others = (*runs[:place], *runs[place + 2 :])
    return tuple(run for run in others if run.text not in STOP_WORDS)


def _as_sound(text: str) -> str:
    return text.replace("lv", "lu").replace("nv", "nu") if text.isascii() else text
