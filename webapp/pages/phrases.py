"""Moments and states in words, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import Flask
from flask_babel import force_locale, format_date

from webapp.domain.openings import Nuance, Opening, OpenStatus, State
from webapp.domain.text import LocalText
from webapp.i18n import LOCALES
from webapp.labels import label
from webapp.words import gettext as _
from webapp.words import language, ngettext

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SOON_ENOUGH = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state as shown: `shade` picks shape and colour, `word` names it, `more` says until when."""

    state: str
    nuance: str | None
    shade: str
    word: str
    more: str


def register(app: Flask) -> None:
    """Offer dates, hours and distances in words to templates."""
    app.jinja_env.filters.update(
        clock=clock_words,
        day=day_words,
        minutes=minute_words,
        month=month_words,
        weekday=weekday_words,
        weekday_date=weekday_date_words,
        weekday_short=weekday_short_words,
    )
    app.jinja_env.globals.update(
        count_words=count_words,
        days_words=days_words,
        opening_words=opening_words,
        duration_words=duration_words,
        metre_words=metre_words,
        other_word=other_word,
        ride_words=ride_words,
        show_words=show_words,
        route_words=route_words,
        stop_words=stop_words,
        walk_to_words=walk_to_words,
        walking_words=walking_words,
        weekday_name=weekday_name,
        station_words=station_words,
    )


def state_words(status: OpenStatus, at: datetime) -> StateWords:
    """Say `status` at the aware moment `at`."""
    nuance = status.nuance.value if status.nuance else None
    shade = nuance or status.state.value
    if status.state is State.CLOSED:
        shade = "closed"
    return StateWords(status.state.value, nuance, shade, label("state", shade), _more(status, at))


def _more(status: OpenStatus, at: datetime) -> str:
    if status.state is State.UNKNOWN:
        return _("check before you go")
    if status.state is State.OPEN:
        return _until(status, at)
    return _from(status, at)


def _until(status: OpenStatus, at: datetime) -> str:
    if status.always_open or status.closes_at is None:
        return _("day and night")
    hour = hour_near(status.closes_at, at)
    if status.nuance is Nuance.SOON:
        left = int((status.closes_at - at).total_seconds() // 60)
        return ngettext(
            "closes %(hour)s, in %(num)d minute",
            "closes %(hour)s, in %(num)d minutes",
            left,
            hour=hour,
        )
    if status.nuance is Nuance.USUAL:
        return _("until %(hour)s, not confirmed", hour=hour)
    return _("until %(hour)s", hour=hour)


def _from(status: OpenStatus, at: datetime) -> str:
    if status.opens_at is None:
        return ""
    hour = hour_near(status.opens_at, at)
    if status.is_usual:
        return _("usually opens %(hour)s, not confirmed", hour=hour)
    return _("opens %(hour)s", hour=hour)


def hour_near(moment: datetime, at: datetime) -> str:
    """`moment` as said at `at`: 22:00, tomorrow 10:00, Monday 10:00 or 3 October 10:00."""
    hour = clock_words(moment)
    ahead = (moment.date() - at.date()).days
    if ahead == 0 or moment - at < SOON_ENOUGH:
        return hour
    if ahead == 1:
        return _("tomorrow %(hour)s", hour=hour)
    if ahead < 7:
        return _("%(day)s %(hour)s", day=weekday_words(moment.date()), hour=hour)
    return _("%(day)s %(hour)s", day=month_day_words(moment.date()), hour=hour)


def clock_words(moment: datetime) -> str:
    """`23:40`."""
    return moment.strftime("%H:%M")


def opening_words(opening: Opening) -> str:
    """`18:00–02:00`, `00:00–24:00` for a whole day."""
    whole = opening.end - opening.start >= timedelta(days=1)
    return _("all day") if whole else f"{clock_words(opening.start)}–{clock_words(opening.end)}"


def weekday_words(on: date) -> str:
    """Friday or 周五."""
    return str(format_date(on, "EEE" if _is_zh() else "EEEE"))


def weekday_short_words(on: date) -> str:
    """Fri or 周五."""
    return str(format_date(on, "EEE"))


def weekday_date_words(on: date) -> str:
    """Fri 20 November or 11 月 20 日 周五."""
    short = weekday_short_words(on)
    return f"{month_day_words(on)} {short}" if _is_zh() else f"{short} {month_day_words(on)}"


def month_day_words(on: date) -> str:
    """20 November or 11 月 20 日."""
    return f"{on.month} 月 {on.day} 日" if _is_zh() else str(format_date(on, "d MMMM"))


def day_words(on: date) -> str:
    """20 November 2026 or 2026 年 11 月 20 日."""
    return f"{on.year} 年 {month_day_words(on)}" if _is_zh() else str(format_date(on, "d MMMM y"))


def days_words(start: date, end: date) -> str:
    """12–18 August 2026 or 2026 年 8 月 12 日至 18 日: nothing is said twice."""
    if start == end:
        return day_words(start)
    if start.year != end.year:
        first, last = day_words(start), day_words(end)
    elif _is_zh():
        last = f"{end.day} 日" if start.month == end.month else month_day_words(end)
        first = day_words(start)
    else:
        first = str(start.day) if start.month == end.month else month_day_words(start)
        last = day_words(end)
    if _is_zh():
        return f"{first}至 {last}"
    return f"{first}–{last}" if first.isdigit() else f"{first} – {last}"


def minute_words(minutes: int) -> str:
    """Walking time in words."""
    return _("%(minutes)d min on foot", minutes=minutes)


def walk_to_words(minutes: int, place: str) -> str:
    """Walking time with where it leads."""
    return _("%(minutes)d min on foot to %(place)s", minutes=minutes, place=place)


def month_words(on: date) -> str:
    """November 2026 or 2026 年 11 月."""
    return f"{on.year} 年 {on.month} 月" if _is_zh() else str(format_date(on, "MMMM y"))


def weekday_name(code: str) -> str:
    """A weekday from its code, `mon` to `sun`."""
    return weekday_words(date(2024, 1, 1) + timedelta(days=WEEKDAYS.index(code)))


def duration_words(minutes: int) -> str:
    """`4 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    return _("%(hours)d h %(minutes)d min", hours=hours, minutes=rest)


def walking_words(metres: int) -> str:
    """How far one walks in all."""
    return _("%(km)s km on foot", km=f"{metres / 1000:.1f}")


def metre_words(metres: int) -> str:
    """A distance walked, in steps of ten metres."""
    return _("%(metres)d m", metres=round(metres, -1))


def stop_words(count: int) -> str:
    """How many stops, in words."""
    return ngettext("%(num)d stop", "%(num)d stops", count)


def route_words(count: int) -> str:
    """How many itineraries, in words."""
    return ngettext("%(num)d itinerary", "%(num)d itineraries", count)


def ride_words(stops: int, minutes: int) -> str:
    """A ride: how many stations, how long."""
    return ngettext(
        "%(num)d station, about %(minutes)d min",
        "%(num)d stations, about %(minutes)d min",
        stops,
        minutes=minutes,
    )


def count_words(count: int) -> str:
    """How many places, in words."""
    return ngettext("%(num)d place", "%(num)d places", count)


def show_words(count: int) -> str:
    """What the button of the filter form does."""
    return ngettext("Show %(num)d place", "Show %(num)d places", count)


def station_words(name: LocalText) -> str:
    """A station's name as said in a sentence: 人民广场站, but 上海火车站 without a second 站."""
    if _is_zh():
        return name.zh if name.zh.endswith("站") else f"{name.zh}站"
    return name.en if name.en.endswith("Station") else _("%(station)s station", station=name.en)


def station_names(name: LocalText) -> LocalText:
    """A station's name in both languages, called a station in each."""
    zh = name.zh if name.zh.endswith("站") else f"{name.zh}站"
    en = name.en if name.en.endswith("Station") else f"{name.en} station"
    return LocalText(zh, en)


def in_both(words: Callable[[], str]) -> LocalText:
    """What `words` says in either language."""
    said = []
    for locale in LOCALES.values():
        with force_locale(locale):
            said.append(words())
    return LocalText(*said)


def other_word(table: str, code: str) -> str:
    """A label in the language the reader did not choose."""
    with force_locale("en" if _is_zh() else "zh_Hans_CN"):
        return label(table, code)


def _is_zh() -> bool:
    return language() == "zh"
