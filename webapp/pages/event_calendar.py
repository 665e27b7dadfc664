"""Events as an iCalendar file (RFC 5545): whole days, one entry an edition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from webapp.domain.events import Edition
from webapp.store.event_records import EventCard

PRODUCT = "-//Shanghai Scenes//events//EN"


def calendar_file(events: Iterable[EventCard], lang: str, base_url: str) -> bytes:
    """Every stated edition of `events`, texts in `lang`, addresses below `base_url`."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", {"zh": "沪上场景 · 活动"}.get(lang, "Shanghai Scenes · Events"))
    for card in events:
        for edition in card.editions:
            calendar.add_component(_entry(card, edition, lang, base_url))
    return bytes(calendar.to_ical())


def _entry(card: EventCard, edition: Edition, lang: str, base_url: str) -> Event:
    entry = Event()
    entry.add("uid", f"{card.slug}-{edition.start:%Y%m%d}@shanghai-scenes")
    entry.add("dtstamp", datetime(edition.start.year, 1, 1, tzinfo=UTC))
    entry.add("dtstart", edition.start)
    entry.add(
        "dtend", edition.end + timedelta(days=1)
    )  # the day after the last, as RFC 5545 has it
    entry.add("summary", card.name.in_(lang))
    entry.add("location", card.place.in_(lang))
    entry.add("description", card.summary.in_(lang))
    entry.add("url", f"{base_url}/{lang}/events/{card.slug}")
    return entry
