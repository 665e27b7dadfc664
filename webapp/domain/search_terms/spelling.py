"""Words a visitor may have meant: few changes away, or several written as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from webapp.domain.search_terms.english import stem
from webapp.domain.search_terms.questions import Question, read_question
from webapp.domain.search_terms.syllables import cuts
from webapp.domain.search_terms.units import pairs_of

MOST_ALTERNATIVES = 4
MOST_WORDS = 6
SHORTEST = 3
SHORTEST_PIECE = 2
LONG_PIECE = 4
SPLIT_COST = 0.5
OTHER_BEGINNING = 0.4
WEIGHT_COST = 0.01
SHORTEST_TORN = 8
LONGEST_GAP = 7
TORN_COST = 1.5
Shelf = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Meant:
    """A word, or words, that may have been meant; the lower `cost`, the likelier."""

    text: str
    cost: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """A question that may have been meant, and how far it is from what was typed."""

    question: Question
    cost: float


class Speller:
    """A vocabulary ready to be compared with."""

    def __init__(self, words: Mapping[str, int]) -> None:
        """Take words with weights from 0 to 50."""
        self._weights = words
        self._stems = {stem(word) for word in words}
        self._shelves: dict[Shelf, list[str]] = defaultdict(list)
        for word in words:
            self._shelves[len(word), word[0]].append(word)

    def alternatives(self, question: Question, suspicious: Iterable[str]) -> list[Alternative]:
        """Return other questions, likeliest first, in which `suspicious` words are replaced."""
        doubtful = set(suspicious)
        choices = [
            self.meant(run.text) if run.text in doubtful else [Meant(run.text, 0.0)]
            for run in question.runs
        ]
        ways = [
            Meant(" ".join(w.text for w in way), sum(w.cost for w in way))
            for way in product(*choices)
        ]
        if len(question.runs) > 1 and question.is_latin:
            ways += self.meant(question.compact)
        ways.sort(key=lambda way: way.cost)
        others: dict[str, Alternative] = {}
        for way in ways:
            read = read_question(way.text)
            if read.text != question.text:
                others.setdefault(read.text, Alternative(read, way.cost))
        return list(others.values())[:MOST_ALTERNATIVES]

    def meant(self, word: str) -> list[Meant]:
        """Return what `word` may have been meant as, likeliest first."""
        found = [*self._near(word), *self._split(word)]
        found = found or self._torn(word)
        return sorted(found, key=lambda each: each.cost)[:MOST_WORDS]

    def _near(self, word: str) -> list[Meant]:
        # Loaded at first use: most questions are spelled well.
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        most = most_changes(word)
        for choices in self._choices(word, most):
            near = process.extract(
                word, choices, scorer=OSA.distance, score_cutoff=most, limit=MOST_WORDS * 4
            )
            if near:
                return [Meant(text, self._cost(word, text, changes)) for text, changes, _ in near]
        return []

    def _choices(self, word: str, most: int) -> Iterator[list[str]]:
        """Yield words of about that length with either of its first letters, then all others."""
        lengths = range(len(word) - most, len(word) + most + 1)
        likely = {(length, letter) for length in lengths for letter in word[:2]}
        yield [each for shelf in sorted(likely) for each in self._shelves.get(shelf, ())]
        rest = (s for s in self._shelves if s[0] in lengths and s not in likely)
        yield [each for shelf in rest for each in self._shelves[shelf]]

    def _cost(self, word: str, meant: str, changes: float) -> float:
        beginning = 0.0 if meant[0] == word[0] else OTHER_BEGINNING
        return changes + beginning - WEIGHT_COST * self._weights[meant]

    def _split(self, word: str) -> Iterator[Meant]:
        for end in range(SHORTEST_PIECE, len(word) - SHORTEST_PIECE + 1):
            first, rest = word[:end], word[end:]
            if not self._knows(first):
                continue
            if self._knows(rest):
                short = min(len(first), len(rest)) < LONG_PIECE
                yield Meant(f"{first} {rest}", SPLIT_COST * (3 if short else 1))
            else:
                yield from self._split_again(first, rest)

    def _split_again(self, first: str, rest: str) -> Iterator[Meant]:
        for end in range(SHORTEST, len(rest) - SHORTEST + 1):
            if self._knows(rest[:end]) and self._knows(rest[end:]):
                yield Meant(f"{first} {rest[:end]} {rest[end:]}", SPLIT_COST * 3)

    def _torn(self, word: str) -> list[Meant]:
        """Return a long word in pinyin without its one unreadable place, as two words."""
        if len(word) < SHORTEST_TORN:
            return []
        heads = [end for end in range(len(word) + 1) if self._reads(word[:end])]
        tails = [start for start in range(len(word) + 1) if self._reads(word[start:])]
        gaps = [(start - end, -end) for end in heads for start in tails if start >= end]
        gap, end = min(gaps, default=(LONGEST_GAP + 1, 0))
        if gap > LONGEST_GAP:
            return []
        kept = f"{word[:-end]} {word[gap - end :]}".strip()
        return [Meant(kept, TORN_COST)] if len(kept) > gap * 2 else []

    def _reads(self, letters: str) -> bool:
        """Say whether letters can be cut so that all neighbouring syllables are known pairs."""
        return (
            any(
                len(way) > 1 and all(pair in self._weights for pair in pairs_of(way))
                for way in cuts(letters)
            )
            or not letters
        )

    def _knows(self, word: str) -> bool:
        return word in self._weights or stem(word) in self._stems


def most_changes(word: str) -> int:
    """Return how many letters may be wrong: one of three, two of seven, three of twelve."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < 7 else (2 if len(word) < 12 else 3)
