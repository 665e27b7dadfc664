"""How texts are written: punctuation, spacing, no filler, nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from webapp.services.content.catalogue import Catalogue, Origin, Placed
from webapp.services.content.entries import Entry, Text
from webapp.services.content.faults import ContentFault
from webapp.services.content.programme_entries import EventEntry
from webapp.services.content.venue_entry import VenueEntry

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
ZH_FAULTS = (
    (re.compile(rf"[{HAN}][,.;:!?()\"']|[,;:!?()\"'][{HAN}]"), "half-width punctuation"),
    (re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9][{HAN}]"), "no space between Han and Latin"),
    (re.compile(rf"[{HAN}] +[{HAN}]"), "a space between Han characters"),
    (
        re.compile("[，。；：！？、）》”] | [，。；：！？、（）《》“”]"),
        "a space beside punctuation",
    ),
)
EN_FAULTS = (
    (re.compile(rf"[{HAN}]"), "Han characters in the English text"),
    (re.compile("[，。；：！？、（）《》]"), "full-width punctuation in the English text"),
)
FILLER = (
    *("nestled", "vibrant", "must-see", "must-visit", "hidden gem", "bustling", "boasts"),
    *(
        "breathtaking",
        "stunning",
        "unforgettable",
        "a testament to",
        "tapestry",
        "immerse yourself",
    ),
    *("something for everyone", "whether you're", "iconic"),
    *("必打卡", "打卡", "网红", "璀璨", "不容错过", "应有尽有", "琳琅满目", "流连忘返", "叹为观止"),
    *("不二之选", "魅力四射", "邂逅", "沉浸式", "一站式"),
)
FILLER_PATTERN = re.compile("|".join(re.escape(word) for word in FILLER), re.IGNORECASE)
SAID_ONCE = frozenset({"summary", "description", "directions", "story", "why", "rain"})
"""Fields no sentence of which may stand anywhere else in the catalogue."""
Field = tuple[str | int, ...]
SENTENCES = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z\"“'‘(])")
SHORTEST_SENTENCE = 8
"""Shorter ones, such as `Closed on Mondays.`, may well be true of two places."""


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield breaches of style in whatever has a page of its own."""
    said: dict[str, Placed[Entry]] = {}
    places = (*catalogue.areas, *catalogue.venues)
    programmes = (*catalogue.events, *catalogue.benefits, *catalogue.itineraries)
    for placed in (*places, *programmes):
        for field, text in _texts(placed.entry):
            yield from _style(placed.origin, field, text)
            yield from _repeated(placed, field, text, said)
    for venue in catalogue.venues:
        yield from _summary(venue.origin, venue.entry)
    for event in catalogue.events:
        yield from _summary(event.origin, event.entry)


def _texts(entry: Entry) -> Iterator[tuple[Field, Text]]:
    """Yield every text of an entry but its name, at any depth."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name != "name":
            yield from _texts_in((name,), value)


def _texts_in(field: Field, value: object) -> Iterator[tuple[Field, Text]]:
    if isinstance(value, Text):
        yield field, value
    elif isinstance(value, Entry):
        yield from ((field + inner, text) for inner, text in _texts(value))
    elif isinstance(value, list):
        for i, each in enumerate(value):
            yield from _texts_in((*field, i), each)


def _style(origin: Origin, field: Field, text: Text) -> Iterator[ContentFault]:
    for lang, value, patterns in (("zh", text.zh, ZH_FAULTS), ("en", text.en, EN_FAULTS)):
        for pattern, reason in patterns:
            hit = pattern.search(value)
            if hit:
                around = value[max(0, hit.start() - 6) : hit.end() + 6]
                yield origin.fault(f"{reason}: …{around}…", *field, lang)
        filler = FILLER_PATTERN.search(value)
        if filler:
            yield origin.fault(f"filler: {filler.group()}", *field, lang)


def _repeated(
    placed: Placed[Entry], field: Field, text: Text, said: dict[str, Placed[Entry]]
) -> Iterator[ContentFault]:
    if field[-1] not in SAID_ONCE:
        return
    for lang, value in (("zh", text.zh), ("en", text.en)):
        for sentence in filter(_is_long, map(str.strip, SENTENCES.split(value))):
            earlier = said.setdefault(sentence, placed)
            if earlier is not placed:
                reason = f"already said of {earlier.origin.label}: {sentence}"
                is_template = _is_silver(placed.entry) and _is_silver(earlier.entry)
                yield placed.origin.fault(reason, *field, lang, warning=is_template)


def _is_long(sentence: str) -> bool:
    return len(sentence) >= SHORTEST_SENTENCE


def _is_silver(entry: Entry) -> bool:
    return isinstance(entry, VenueEntry) and entry.scenarios[0] == "silver"


def _summary(origin: Origin, entry: VenueEntry | EventEntry) -> Iterator[ContentFault]:
    """Yield a summary that is not one closed sentence, and Chinese prose without Chinese."""
    summary = entry.summary
    for lang, value, ends in (("zh", summary.zh, "。！？"), ("en", summary.en, ".!?")):
        if value[-1] not in ends:
            yield origin.fault("does not end as a sentence does", "summary", lang)
        elif len([part for part in SENTENCES.split(value) if part]) > 1:
            yield origin.fault("is more than one sentence", "summary", lang)
    for name in ("summary", "description"):
        if not re.search(rf"[{HAN}]", getattr(entry, name).zh):
            yield origin.fault("is not in Chinese", name, "zh")
