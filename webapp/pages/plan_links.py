"""What a visitor can change of a plan: each change is a link to the changed plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.domain.outings import LEAST_STAY_MIN, MOST_STAY_MIN, STAY_STEP_MIN
from webapp.pages.addresses import this_address
from webapp.pages.plan_times import until_text
from webapp.services.plans.request import MOST_STOPS, Need, PlanRequest
from webapp.services.plans.route import PlannedRoute, PlannedStop
from webapp.store.venue_records import VenueCard

FREE = "_"
Slugs = tuple[str, ...]
Changes = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Swap:
    """Another place for a stop, as a link."""

    venue: VenueCard
    address: str


@dataclass(frozen=True, slots=True)
class StopActions:
    """Links of one stop; None for what cannot be done with it."""

    up: str | None
    down: str | None
    longer: str | None
    shorter: str | None
    lock: str | None
    unlock: str | None
    remove: str | None
    swaps: tuple[Swap, ...]


@dataclass(frozen=True, slots=True)
class PlanActions:
    """Links for the whole plan."""

    rain: str | None
    dry: str | None
    others: str | None
    restored: str | None


def changed(route: PlannedRoute, **changes: str | None) -> str:
    """This plan's address with some parameters changed; its moment is always named."""
    return f"{_address(route, changes)}#result"


def _address(route: PlannedRoute, changes: Changes) -> str:
    begins, ends = route.request.begins, route.request.ends
    fixed = {"on": None, "at": f"{begins:%Y-%m-%dT%H:%M}", "until": until_text(begins, ends)}
    whole: Changes = {**fixed, "hour": None, "add": None, **changes}
    return this_address(**whole)


def changed_to(route: PlannedRoute, other: PlanRequest) -> str:
    """The address of a like request with other times, needs, scenarios, wish or end."""
    asked = route.request
    changes: Changes = {
        "at": f"{other.begins:%Y-%m-%dT%H:%M}",
        "until": until_text(other.begins, other.ends),
    }
    emptied = {
        "scenario": asked.scenarios and not other.scenarios,
        "wish": asked.wish and not other.wish,
        "end": asked.end and not other.end,
        "without": asked.without and not other.without,
    }
    changes |= dict.fromkeys((name for name, is_empty in emptied.items() if is_empty), None)
    if other.needs == asked.needs:
        return changed(route, **changes)
    return _with_needs(route, other.needs, **changes)


def stop_actions(route: PlannedRoute, number: int) -> StopActions:
    """The links of the stop of that number, from 0; changes keep the other stops as they are."""
    slugs, stop = route.slugs, route.stops[number]
    slug, rest = stop.venue.slug, slugs[:number] + slugs[number + 1 :]
    stay = {step: _stay(route, stop, step) for step in (STAY_STEP_MIN, -STAY_STEP_MIN)}
    return StopActions(
        up=_kept(route, _moved(slugs, number, -1)) if number else None,
        down=_kept(route, _moved(slugs, number, 1)) if number + 1 < len(slugs) else None,
        longer=stay[STAY_STEP_MIN],
        shorter=stay[-STAY_STEP_MIN],
        lock=None if stop.is_locked else _locked(route, {*_locks(route), slug}),
        unlock=_locked(route, _locks(route) - {slug}) if stop.is_locked else None,
        remove=_removed(route, slug, rest) if rest else None,
        swaps=tuple(
            Swap(venue, _kept(route, _replaced(slugs, number, venue.slug)))
            for venue in route.alternatives[number]
        ),
    )


def plan_actions(route: PlannedRoute) -> PlanActions:
    """The links of a plan: for rain, for dry weather, with other places, with none left out."""
    free = [stop.venue.slug for stop in route.stops if not stop.is_locked]
    is_indoor = Need.INDOOR in route.request.needs
    without = {*route.request.without, *free}
    return PlanActions(
        rain=None if is_indoor else _with_needs(route, {*route.request.needs, Need.INDOOR}),
        dry=_with_needs(route, route.request.needs - {Need.INDOOR}) if is_indoor else None,
        others=changed(route, without=_joined(sorted(without))) if free else None,
        restored=changed(route, without=None) if route.request.without else None,
    )


def added(route: PlannedRoute, slug: str) -> str:
    """The plan with one more stop; the others stay, in the order that fits best."""
    stops = min(MOST_STOPS, max(route.request.most_stops, len(route.stops) + 1))
    without = route.request.without - {slug}
    return changed(
        route,
        row=None,
        must=_joined([*route.slugs, slug]),
        without=_joined(sorted(without)) or None,
        stops=str(stops),
    )


def _kept(route: PlannedRoute, slugs: Slugs, **changes: str | None) -> str:
    """All stops kept in this order."""
    return changed(route, row=_joined(slugs), must=None, **changes)


def _locks(route: PlannedRoute) -> set[str]:
    return {stop.venue.slug for stop in route.stops if stop.is_locked}


def _locked(route: PlannedRoute, slugs: set[str]) -> str:
    """Only these kept, each in its place."""
    row = [slug if slug in slugs else FREE for slug in route.slugs]
    return changed(route, row=_joined(row) if slugs else None, must=None)


def _removed(route: PlannedRoute, slug: str, rest: Slugs) -> str:
    without = sorted({*route.request.without, slug})
    return _kept(route, rest, without=_joined(without), stops=str(len(rest)))


def _stay(route: PlannedRoute, stop: PlannedStop, step: int) -> str | None:
    minutes = stop.stay_min + step
    if not LEAST_STAY_MIN <= minutes <= MOST_STAY_MIN:
        return None
    stays = {**dict(route.request.stays), stop.venue.slug: minutes}
    words = _joined(f"{slug}:{value}" for slug, value in stays.items())
    return _kept(route, route.slugs, stay=words)


def _with_needs(
    route: PlannedRoute, needs: set[Need] | frozenset[Need], **changes: str | None
) -> str:
    """The plan with other needs, planned anew."""
    address = _address(route, {**changes, "needs": None, "row": None, "must": None})
    return "".join([address, *(f"&needs={need}" for need in sorted(needs)), "#result"])


def _moved(slugs: Slugs, number: int, step: int) -> Slugs:
    order = list(slugs)
    order[number], order[number + step] = order[number + step], order[number]
    return tuple(order)


def _replaced(slugs: Slugs, number: int, slug: str) -> Slugs:
    return (*slugs[:number], slug, *slugs[number + 1 :])


def _joined(slugs: Iterable[str]) -> str:
    return ",".join(slugs)
