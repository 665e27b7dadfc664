"""A saved plan as anybody sees it who has its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from flask import g, url_for

from webapp import current
from webapp.domain.search_text import is_han
from webapp.domain.text import LocalText
from webapp.kept import kept
from webapp.pages.origin import Origin
from webapp.pages.phrases import in_both, weekday_date_words
from webapp.pages.plan_addresses import planner_fields
from webapp.pages.plan_changes import Changes, changes_of
from webapp.pages.plan_page import PlanPage, plan_page
from webapp.pages.plan_places import read_place
from webapp.pages.plan_ways import Ends
from webapp.services.plans.route import PlannedRoute
from webapp.services.plans.settled import settled_outing
from webapp.services.plans.stored import PlanBody
from webapp.services.saved_plans import SavedPlan, get_plan
from webapp.services.take_away.qr import qr_svg
from webapp.services.travel import open_travel
from webapp.words import gettext as _

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PlanCopy:
    """A form that opens the planner with the same stops; `on` is the day it proposes."""

    fields: list[tuple[str, str]]
    on: date


@dataclass(frozen=True, slots=True)
class SharedPlan:
    """All that the page of a saved plan shows; `page` is None when no stop can be visited.

    `address` is the page's whole address. `name_tag` is the language of a title in Chinese on an
    English page, else empty.
    """

    saved: SavedPlan
    route: PlannedRoute
    page: PlanPage | None
    start: Origin
    name: str
    name_tag: str
    names: LocalText
    day: date
    is_over: bool
    changes: Changes
    address: str
    copy: PlanCopy
    code: str


def shared_plan(token: str) -> SharedPlan:
    """Gather the plan of a token as it goes now; raises `PlanMissing`, `PlanGone`."""
    saved = get_plan(current.connection(), token, current.now().date())
    return _shared(saved)


def _shared(saved: SavedPlan) -> SharedPlan:
    asked = saved.request
    g.moment = asked.begins
    route, ends = settled(saved.body), ends_of(saved)
    names, address = names_of(saved), plan_url(saved.token)
    return SharedPlan(
        saved=saved,
        route=route,
        page=plan_page(route, ends, is_shared=True),
        start=ends[0],
        name=names.in_(current.lang()),
        name_tag=title_tag(saved),
        names=names,
        day=asked.begins.date(),
        is_over=asked.ends < current.now(),
        changes=changes_of(saved.stops, route),
        address=address,
        copy=_copy(saved),
        code=qr_svg(address, _("QR code of this plan’s address")),
    )


@kept(most=256)
def settled(body: PlanBody) -> PlannedRoute:
    """The stops of a saved plan as they go now, worked out once for each version of content."""
    connection = current.connection()
    return settled_outing(connection, open_travel(connection, current.settings()), body)


def ends_of(saved: SavedPlan) -> Ends:
    """Where a plan starts and ends; a place whose name is gone is a point of the map."""
    asked = saved.request
    start = read_place(saved.start_key).origin or Origin(asked.start)
    if asked.end is None:
        return start, None
    return start, read_place(saved.end_key).origin or Origin(asked.end)


def names_of(saved: SavedPlan) -> LocalText:
    """The plan's title, else its day, in both languages."""
    if saved.title:
        return LocalText(saved.title, saved.title)
    return in_both(lambda: _("Outing on %(day)s", day=_day_words(saved)))


def _day_words(saved: SavedPlan) -> str:
    return weekday_date_words(saved.request.begins.date()).replace(" ", "\N{NO-BREAK SPACE}")


def title_tag(saved: SavedPlan) -> str:
    """The language of a title in Chinese on an English page, else empty."""
    is_foreign = current.lang() == "en" and any(map(is_han, saved.title))
    return "zh-Hans" if is_foreign else ""


def plan_url(token: str) -> str:
    """The whole address of a plan, as it is shared."""
    return current.whole_address(url_for("pages.saved_plan", token=token, at=None))


def _copy(saved: SavedPlan) -> PlanCopy:
    """The same stops, hours and weekday; of a plan that is over, in the days to come."""
    asked, today = saved.request, current.now().date()
    fields = planner_fields(asked, saved.start_key, saved.end_key)
    hours = {"at": f"{asked.begins:%H:%M}", "until": f"{asked.ends:%H:%M}"}
    kept_fields = [(name, hours.get(name, value)) for name, value in fields if value]
    weeks = max(0, -((asked.begins.date() - today).days // WEEK.days))
    return PlanCopy(kept_fields, asked.begins.date() + weeks * WEEK)
