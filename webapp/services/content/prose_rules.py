"""How texts are written: punctuation, spacing, no filler, nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from webapp.services.content.catalogue import Catalogue, Origin, Placed
from webapp.services.content.entries import Entry, Text
from webapp.services.content.faults import ContentFault
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
PROSE = ("summary", "description", "directions", "story", "best_hours")
SENTENCES = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z\"“'‘(])")
SHORTEST_SENTENCE = 8
"""Shorter ones, such as `Closed on Mondays.`, may well be true of two places."""


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield breaches of style in venues and areas."""
    said: dict[str, Placed[Entry]] = {}
    for placed in (*catalogue.areas, *catalogue.venues):
        for field, text in _texts(placed.entry):
            yield from _style(placed.origin, field, text)
            yield from _repeated(placed, field, text, said)
    for venue in catalogue.venues:
        yield from _summary(venue)


def _texts(entry: Entry) -> Iterator[tuple[tuple[str, ...], Text]]:
    for name in (*PROSE, "address"):
        text = getattr(entry, name, None)
        if text is not None:
            yield (name,), text
    note = getattr(getattr(entry, "hours", None), "note", None)
    if note is not None:
        yield ("hours", "note"), note


def _style(origin: Origin, field: tuple[str, ...], text: Text) -> Iterator[ContentFault]:
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
    placed: Placed[Entry], field: tuple[str, ...], text: Text, said: dict[str, Placed[Entry]]
) -> Iterator[ContentFault]:
    if field[0] not in PROSE or field[0] == "best_hours":
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


def _summary(placed: Placed[VenueEntry]) -> Iterator[ContentFault]:
    """Yield a summary that is not one closed sentence, and Chinese prose without Chinese."""
    summary = placed.entry.summary
    for lang, value, ends in (("zh", summary.zh, "。！？"), ("en", summary.en, ".!?")):
        if value[-1] not in ends:
            yield placed.origin.fault("does not end as a sentence does", "summary", lang)
        elif len([part for part in SENTENCES.split(value) if part]) > 1:
            yield placed.origin.fault("is more than one sentence", "summary", lang)
    for name in ("summary", "description"):
        if not re.search(rf"[{HAN}]", getattr(placed.entry, name).zh):
            yield placed.origin.fault("is not in Chinese", name, "zh")
