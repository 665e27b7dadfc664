"""What has changed of a plan since it was saved, said plainly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from webapp import current
from webapp.pages.itinerary_sketch import clock_of
from webapp.pages.plan_words import omission_words
from webapp.services.plans.route import Missing, Omission, PlannedRoute
from webapp.services.plans.stored import SavedStop
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class LostStop:
    """A stop that cannot be visited any more; `slug` is empty where its page is gone too."""

    slug: str
    name: str
    hours: str
    why: str


@dataclass(frozen=True, slots=True)
class MovedStop:
    """A stop with other times than it was saved with."""

    number: int
    name: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is different now."""

    lost: tuple[LostStop, ...]
    moved: tuple[MovedStop, ...]

    def __bool__(self) -> bool:
        """Whether there is any change."""
        return bool(self.lost or self.moved)


def changes_of(saved: tuple[SavedStop, ...], route: PlannedRoute) -> Changes:
    """Compare the stops as saved with the route as it goes now."""
    return Changes(tuple(_lost(saved, route)), tuple(_moved(saved, route)))


def _lost(saved: tuple[SavedStop, ...], route: PlannedRoute) -> Iterator[LostStop]:
    omitted = {each.slug: each for each in route.omissions}
    for stop in saved:
        if stop.slug not in route.slugs:
            left = omitted.get(stop.slug)
            is_known = left is not None and left.venue is not None
            name = stop.name.in_(current.lang())
            yield LostStop(stop.slug if is_known else "", name, _hours(stop), _why(route, left))


def _why(route: PlannedRoute, left: Omission | None) -> str:
    if left is None or left.reason is Missing.NOT_LISTED:
        return _("no longer in our catalogue: closed for good, or not open to visitors any more")
    return omission_words(route, left)


def _moved(saved: tuple[SavedStop, ...], route: PlannedRoute) -> Iterator[MovedStop]:
    before = {stop.slug: stop for stop in saved}
    for number, stop in enumerate(route.stops, start=1):
        was = before[stop.venue.slug]
        if (was.arrive_min, was.leave_min) != (stop.begin_min, stop.leave_min):
            name = stop.venue.name.in_(current.lang())
            now = f"{clock_of(stop.begin_min)}–{clock_of(stop.leave_min)}"
            yield MovedStop(number, name, _hours(was), now)


def _hours(stop: SavedStop) -> str:
    return f"{clock_of(stop.arrive_min)}–{clock_of(stop.leave_min)}"
