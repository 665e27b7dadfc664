"""Open through the night: how many places of an area or district are open, hour by hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from flask import Flask

from webapp import current
from webapp.domain.open_counts import HALF_HOURS, OpenCounts, SameHours, StateAt, count_open
from webapp.domain.openings import DAY_MIN, service_day
from webapp.kept import kept
from webapp.pages.cards import minutes_of_day
from webapp.store.hours import hours_on
from webapp.store.place_hours import hours_by_area, hours_by_district
from webapp.words import gettext as _
from webapp.words import ngettext

WIDTH, HEIGHT = 480, 96
HALF_PAST_MIDNIGHT, THREE = 18 * 60 + 30, 21 * 60


@dataclass(frozen=True, slots=True)
class OpenChart:
    """The numbers of a service day, drawn in a box of 480 by 96 that all known places would fill.

    `outline` is the path of the steps; the moment at hand is `now_x` from the start and finds
    `now_open` places open. `rows` are an hour, and the numbers at it and half an hour later.
    """

    counts: OpenCounts
    day: date
    outline: str
    now_x: float
    now_open: int
    peak: tuple[str, str]
    most: int
    half_past_midnight: int
    three: int
    rows: tuple[tuple[str, int, int], ...]


def register(app: Flask) -> None:
    """Offer numbers of open places in words to templates."""
    app.jinja_env.globals.update(
        known_words=known_words, open_at_words=open_at_words, open_words=open_words
    )


def open_words(chart: OpenChart) -> str:
    """`9 open`, or `9 of 14 with known hours open`."""
    counts = chart.counts
    if counts.known == counts.places:
        return _("%(count)d open", count=chart.now_open)
    return _(
        "%(count)d of %(known)d with known hours open", count=chart.now_open, known=counts.known
    )


def open_at_words(count: int, hour: str) -> str:
    """`9 places are open at 23:30.`"""
    return ngettext(
        "%(num)d place is open at %(hour)s.",
        "%(num)d places are open at %(hour)s.",
        count,
        hour=hour,
    )


def known_words(counts: OpenCounts) -> str:
    """How far the numbers can be relied on: of how many places the hours are known."""
    return ngettext(
        "Of %(num)d place, hours known for %(known)d; only these are counted.",
        "Of %(num)d places, hours known for %(known)d; only these are counted.",
        counts.places,
        known=counts.known,
    )


def area_chart(slug: str, at: datetime) -> OpenChart | None:
    """The chart of an area on the service day of `at`; None where no hours are known."""
    return _chart("area", slug, at)


def district_chart(code: str, at: datetime) -> OpenChart | None:
    """The chart of a district on the service day of `at`; None where no hours are known."""
    return _chart("district", code, at)


def _chart(kind: str, key: str, at: datetime) -> OpenChart | None:
    on, minute = service_day(at), minutes_of_day(at)
    counts = _counts(kind, key, on)
    if not counts.known:
        return None
    first, after = counts.peak()
    open_now = count_open(_groups(kind).get(key, {}), _states(on), on, (minute,)).open[0]
    return OpenChart(
        counts=counts,
        day=on,
        outline=_outline(counts),
        now_x=round(minute / DAY_MIN * WIDTH, 1),
        now_open=open_now,
        peak=(_hour(first), _hour(after)),
        most=max(counts.open),
        half_past_midnight=_at(counts, HALF_PAST_MIDNIGHT),
        three=_at(counts, THREE),
        rows=_rows(counts),
    )


@kept(most=512)
def _counts(kind: str, key: str, on: date) -> OpenCounts:
    return count_open(_groups(kind).get(key, {}), _states(on), on)


def _groups(kind: str) -> Mapping[str, Mapping[SameHours, int]]:
    read = {"area": hours_by_area, "district": hours_by_district}[kind]
    return read(current.connection())


@kept(most=8)
def _states(on: date) -> dict[int, StateAt]:
    days = hours_on(current.connection(), on)
    return {key: day.state_at for key, day in days.items() if day.open is not None}


def _outline(counts: OpenCounts) -> str:
    step, full = WIDTH // len(HALF_HOURS), counts.known
    tops = [round(HEIGHT - HEIGHT * number / full, 1) for number in counts.open]
    return f"M0 {HEIGHT}" + "".join(f"V{top:g}h{step}" for top in tops) + f"V{HEIGHT}z"


def _rows(counts: OpenCounts) -> tuple[tuple[str, int, int], ...]:
    pairs = zip(counts.open[::2], counts.open[1::2], strict=True)
    return tuple((_hour(n * 60)[:2], full, half) for n, (full, half) in enumerate(pairs))


def _at(counts: OpenCounts, minute: int) -> int:
    return counts.open[HALF_HOURS.index(minute)]


def _hour(minute: int) -> str:
    """The clock at a minute after 06:00."""
    return f"{(minute // 60 + 6) % 24:02}:{minute % 60:02}"
