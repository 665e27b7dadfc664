"""The moment a page answers for: in words, and as links to other moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask, request

from webapp import asked, clock
from webapp.domain.openings import midnight, service_day
from webapp.pages import validity
from webapp.pages.addresses import this_address
from webapp.pages.phrases import clock_words, day_words, weekday_words
from webapp.words import gettext as _
from webapp.words import language

STEP = timedelta(minutes=30)
EVENING, NIGHT = 18, 22


@dataclass(frozen=True, slots=True)
class Preset:
    """A moment people often mean, as a link; `is_chosen` when this page answers for it."""

    word: str
    address: str
    is_chosen: bool


def register(app: Flask) -> None:
    """Offer moments in words and as links to templates."""
    app.jinja_env.filters.update(moment=moment_words, part_of_day=part_words)
    app.jinja_env.globals.update(
        preset_links=preset_links,
        day_parts=day_parts,
        half_hour_around=half_hour_around,
        is_present=lambda: clock.moment() == clock.now(),
        is_today=lambda: clock.moment().date() == clock.now().date(),
        moment_address=moment_address,
        now_mark=now_mark,
    )


def now_mark() -> str | None:
    """The present with its zone on a page that answers for it, None on any other."""
    if clock.is_chosen() or validity.is_steady():
        return None
    return clock.now().isoformat(timespec="minutes")


def moment_words(at: datetime) -> str:
    """Friday, 20 November 2026, 23:30 or 2026 年 11 月 20 日 周五 23:30."""
    day, weekday, hour = day_words(at), weekday_words(at), clock_words(at)
    return f"{day} {weekday} {hour}" if language() == "zh" else f"{weekday}, {day}, {hour}"


def part_words(at: datetime) -> str:
    """Friday night or 周五深夜: the weekday and the part of the day."""
    day = weekday_words(at)
    if at.hour < 6:
        return _("%(day)s, after midnight", day=day)
    if at.hour < 12:
        return _("%(day)s morning", day=day)
    if at.hour < EVENING:
        return _("%(day)s afternoon", day=day)
    return _("%(day)s evening", day=day) if at.hour < NIGHT else _("%(day)s night", day=day)


def day_parts(at: datetime) -> tuple[tuple[str, datetime], ...]:
    """The beginnings of the five parts of the service day of `at`, by the names scripts know."""
    start = midnight(service_day(at))
    hours = {"morning": 6, "afternoon": 12, "evening": EVENING, "night": NIGHT, "late": 24}
    return tuple((name, start + timedelta(hours=hour)) for name, hour in hours.items())


def preset_links(known: Mapping[str, datetime]) -> tuple[Preset, ...]:
    """Now, and the moments of `clock.presets`, the one at hand marked."""
    at = clock.moment()
    words = {
        "tonight": _("Tonight 20:00"),
        "late": _("Late 00:30"),
        "saturday": _("Saturday afternoon 15:00"),
    }
    others = [
        Preset(words[name], moment_address(moment), clock.is_chosen() and at == moment)
        for name, moment in known.items()
    ]
    is_now = at == clock.now() and not any(each.is_chosen for each in others)
    return (Preset(_("Now"), moment_address(None), is_now), *others)


def moment_address(moment: datetime | None) -> str:
    """This page for another moment, None for now: the same question, from its first page."""
    said = asked.arguments().get("at") and not request.args.get("at")
    now = "now" if said else None  # outweighs what the words of the search mean
    at = moment.strftime("%Y-%m-%dT%H:%M") if moment else now
    return this_address(at=at, on=None, hour=None, page=None)


def half_hour_around(at: datetime) -> tuple[datetime, datetime]:
    """The full or half hour before and after `at`."""
    since = (at - midnight(at.date())) % STEP
    return at - (since or STEP), at - since + STEP
