"""What the words of a query say beside names: near a place, open now, tonight, free, step-free.

Nothing is looked up here: a place is only its words, several of them where it may begin or end at
several words. Every letter of the query stays in a phrase or in the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from webapp.domain.search_near import NearWords, near_words
from webapp.domain.search_text import fold
from webapp.domain.search_times import SpokenTime, find_times

LONGEST_QUERY = 100


class Meaning(StrEnum):
    """What a phrase asks for."""

    OPEN_NOW = "open-now"
    TIME = "time"
    ALL_NIGHT = "all-night"
    FREE = "free"
    STEP_FREE = "step-free"
    NEAR_ME = "near-me"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words from `start` to `end` of the query and their meaning.

    `time` is set for Meaning.TIME; `place` (its words) and `reach` for Meaning.NEAR.
    """

    meaning: Meaning
    start: int
    end: int
    time: SpokenTime | None = None
    place: NearWords | None = None

    def words(self, query: str) -> str:
        """The words as typed."""
        return query[self.start : self.end].strip()


@dataclass(frozen=True, slots=True)
class Reading:
    """A query with its phrases, in order; `places` holds for each "near" its readings, best first.

    Which reading holds, only a look-up of the place can tell.
    """

    query: str
    phrases: tuple[Phrase, ...]
    places: tuple[tuple[Phrase, ...], ...]


_OPEN_NOW = (
    r"(?<![a-z0-9-])(?:(?:that|which)\s+(?:are|is)\s+)?"
    r"(?:(?:now\s+|currently\s+|still\s+)open|open\s+(?:right\s+)?now|open\s+places|places\s+open)(?![a-z0-9-])"
    r"|(?:现在|此刻|目前|这会儿)\s?(?:还|正|仍)?在?(?:营业中?|开门|开着|开放|开)?(?:的)?"
    r"|(?:正在|还在|仍在)营业中?的?|营业中的?|还?开着门?的|还开着"
)
_ALL_NIGHT = (
    r"(?<![a-z0-9-])(?:open\s+)?(?:24\s?/\s?7|24\s?-?\s?h(?:ou)?rs?|24\s?h|all[\s-]night|"
    r"round[\s-]the[\s-]clock)(?:\s+open)?(?![a-z0-9-])"
    r"|(?:24|二十四)\s?小?时(?:营业|开放|开门|不打烊)?的?|通宵(?:营业|开放|达旦)?的?|不打烊的?"
)
_FREE = (
    r"(?<![a-z0-9-])(?:(?:that|which)\s+(?:are|is)\s+)?"
    r"(?:free\s+(?:of\s+charge|entry|entrance|admission|to\s+(?:enter|visit))|(?:with|for)\s+free"
    r"(?:\s+entry|\s+admission)?|free)(?![a-z0-9-])"
    r"|(?:不要|不用|不花)(?:门票|钱)的?|免(?:费|票|门票)(?:入场|参观|开放|进)?的?"
)
_STEP_FREE = (
    r"(?<![a-z0-9-])(?:step[\s-]?free|barrier[\s-]free|wheelchairs?(?:[\s-](?:accessible|friendly|"
    r"access))?)(?:\s+access)?(?![a-z0-9-])"
    r"|无障碍(?:设施|通道|进出|的)?|(?:坐|推)?轮椅(?:可以?进出?|能进|可达|友好|通行)?的?|无台阶的?"
)
_NEAR_ME = (
    r"(?<![a-z0-9-])(?:(?:near|around|close\s+to)\s+(?:me|here)|nearby|close\s+by)(?![a-z0-9-])"
    r"|离我(?:最近|近|不远)的?|我(?:的)?(?:附近|身边|周边|周围|旁边)的?|(?:^|(?<=\s))附近的?"
)
PATTERNS: dict[Meaning, re.Pattern[str]] = {
    Meaning.OPEN_NOW: re.compile(_OPEN_NOW),
    Meaning.ALL_NIGHT: re.compile(_ALL_NIGHT),
    Meaning.FREE: re.compile(_FREE),
    Meaning.STEP_FREE: re.compile(_STEP_FREE),
    Meaning.NEAR_ME: re.compile(_NEAR_ME),
}


@lru_cache(maxsize=512)
def read_phrases(query: str) -> Reading:
    """Find the phrases of `query` (at most 100 characters of it are read)."""
    text = fold(query[:LONGEST_QUERY])
    phrases = tuple(_once(_joined(_apart([*_plain(text), *_times(text)]), text)))
    taken = [(phrase.start, phrase.end) for phrase in phrases]
    places = tuple(
        tuple(_near(words) for words in readings) for readings in near_words(text, taken)
    )
    return Reading(query, phrases, places)


def rest_of(query: str, phrases: Iterable[Phrase]) -> str:
    """The query without the words of `phrases`; the query itself when there are none."""
    kept, at = [], 0
    for phrase in sorted(phrases, key=lambda one: one.start):
        kept.append(query[at : phrase.start].strip())
        at = max(at, phrase.end)
    if not kept:
        return query
    return " ".join(part for part in (*kept, query[at:].strip()) if part)


def _plain(text: str) -> Iterator[Phrase]:
    for meaning, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            yield Phrase(meaning, match.start(), match.end())


def _times(text: str) -> Iterator[Phrase]:
    for found in find_times(text):
        yield Phrase(Meaning.TIME, found.start, found.end, found.time)


def _near(words: NearWords) -> Phrase:
    return Phrase(Meaning.NEAR, words.start, words.end, place=words)


def _apart(found: list[Phrase]) -> list[Phrase]:
    """Of phrases that overlap the longest, in the order of the text."""
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(phrase.end <= other.start or other.end <= phrase.start for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda one: one.start)


def _joined(phrases: list[Phrase], text: str) -> Iterator[Phrase]:
    """Moments said in two parts beside each other as one: "23:30 on Friday"."""
    before: Phrase | None = None
    for phrase in phrases:
        both = _both(before, phrase, text) if before else None
        if before and not both:
            yield before
        before = both or phrase
    if before:
        yield before


def _both(first: Phrase, second: Phrase, text: str) -> Phrase | None:
    if first.time is None or second.time is None or text[first.end : second.start].strip():
        return None
    time = first.time.joined(second.time)
    return replace(first, end=second.end, time=time) if time else None


def _once(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The first phrase of each meaning: a second one stays among the words."""
    seen: set[Meaning] = set()
    for phrase in phrases:
        if phrase.meaning not in seen:
            seen.add(phrase.meaning)
            yield phrase
