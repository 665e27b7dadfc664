"""The way to a place in words: minutes on foot, how far, in which direction."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from flask import Blueprint
from markupsafe import Markup

from geo.distance import compass_code, distance_m, walking_m
from geo.records import LatLng
from webapp import current
from webapp.labels import label
from webapp.pages import origin, reference
from webapp.pages.origin import Origin
from webapp.pages.paces import pace_m_per_min
from webapp.pages.phrases import duration_words
from webapp.store.river import river_of
from webapp.store.venue_filter import Order, VenueFilter
from webapp.store.venue_records import VenueCard
from webapp.store.venue_selection import reach_m
from webapp.words import gettext as _

AT_ONCE_M = 30
"""So near the way has no direction that helps: positions are not exact to the metre."""
LANDMARK_M = 3000


@dataclass(frozen=True, slots=True)
class Way:
    """A way from an origin: walking minutes at the reader's pace, and the whole in words.

    `minutes` is None across the river, which nobody walks over.
    """

    minutes: int | None
    words: Markup
    station: str


def add_to(pages: Blueprint) -> None:
    """Offer words for ways to templates."""
    pages.add_app_template_global(foot_minutes, "foot_minutes")
    pages.add_app_template_global(near_words, "near_words")


def foot_minutes(straight_m: float) -> int:
    """Minutes on foot for a straight line of that many metres, rounded up, at least 1."""
    return max(1, ceil(walking_m(straight_m) / pace_m_per_min()))


def way_to(card: VenueCard, start: Origin) -> Way:
    """The way from `start` to the venue."""
    metres = distance_m(start.position, card.position)
    if river_of(current.connection()).is_between(start.position, card.position):
        return Way(None, _across_words(start, card.position, metres), start.station)
    minutes = foot_minutes(metres)
    return Way(minutes, _way_words(start, card.position, metres, minutes), start.station)


def near_words(asked: VenueFilter) -> str:
    """What a list is near: `near Xujiahui station`; of all places, nearest first; else empty."""
    start = origin.of_request()
    if start is None:
        return ""
    place = start.name or _point_words(start.position)
    if reach_m(asked) is None and asked.order is Order.DISTANCE:
        return _("nearest first from %(place)s", place=place)
    return _("near %(place)s", place=place)


def _point_words(point: LatLng) -> str:
    """A bare point: `the chosen point, 350 m south of Xujiahui station`."""
    landmark = _landmark(point)
    if landmark is None:
        return _("the chosen point")
    where = _where(landmark, point, distance_m(landmark.position, point))
    return _("the chosen point, %(where)s", where=where)


def _way_words(start: Origin, end: LatLng, metres: float, minutes: int) -> Markup:
    """`6 min walk, 350 m north-east of Xujiahui station`: lines break between the two parts."""
    walk = (
        _("%(minutes)d min walk", minutes=minutes)
        if minutes < 60
        else _("%(time)s walk", time=duration_words(minutes))
    )
    parts = {"walk": walk, "where": _where(start, end, metres)}
    return Markup.escape(_("%(walk)s, %(where)s")) % {
        name: Markup('<span class="phrase">{}</span>').format(part) for name, part in parts.items()
    }


def _across_words(start: Origin, end: LatLng, metres: float) -> Markup:
    """`across the river, 900 m east of the Bund`: what is not a walk has no minutes."""
    where = _where(start, end, metres)
    return Markup.escape(_("across the river, %(where)s", where=where))


def _where(start: Origin, end: LatLng, metres: float) -> str:
    """`350 m north-east of Xujiahui station`, or `350 m to the north-east` of a bare point."""
    if metres < AT_ONCE_M:
        return _("right at %(place)s", place=start.name) if start.name else _("right here")
    if not start.name:
        return _(
            "%(distance)s to the %(direction)s",
            distance=short_distance(metres),
            direction=label("direction", compass_code(start.position, end)),
        )
    return _(
        "%(distance)s %(direction)s %(place)s",
        distance=short_distance(metres),
        direction=label("direction_of", compass_code(start.position, end)),
        place=start.exact,
    )


def short_distance(metres: float) -> str:
    """`350 m` or `1.2 km`, as the crow flies."""
    if round(metres, -1) < 1000:
        return _("%(metres)d m", metres=round(metres, -1))
    return _("%(km)s km", km=f"{metres / 1000:.1f}")


def _landmark(point: LatLng) -> Origin | None:
    """The nearest metro station, where one is near."""
    stations = reference.stations()
    nearest = min(stations, key=lambda card: distance_m(card.position, point), default=None)
    if nearest is None or distance_m(nearest.position, point) > LANDMARK_M:
        return None
    return origin.of_station(nearest.slug)
