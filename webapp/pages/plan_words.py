"""A plan in words: why each stop, what was left out, how one gets home, what it costs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from webapp.domain.openings import midnight
from webapp.domain.outings import meals_within
from webapp.domain.planning.plan import Reason, Why
from webapp.labels import label
from webapp.pages.itinerary_sketch import clock_of
from webapp.pages.phrases import clock_words, weekday_words
from webapp.services.plans.pool import windows_on
from webapp.services.plans.route import Missing, Omission, PlannedRoute, PlannedStop
from webapp.store.venue_records import VenueCard
from webapp.words import gettext as _
from webapp.words import ngettext

FAMOUS, WELL_KNOWN = 5, 4
AFTERNOON_MIN = 15 * 60
DAY_MIN = 24 * 60


@dataclass(frozen=True, slots=True)
class HomeWords:
    """How one gets away at the end: `lead` first, then `more`; `is_late` when it needs care."""

    lead: str
    more: str
    is_late: bool


def why_words(route: PlannedRoute, stop: PlannedStop) -> str:
    """Why a stop is in the plan, in one sentence."""
    if stop.why is Why.WANTED:
        return _("You asked for this stop.")
    if stop.why is Why.REST:
        return _("For a seat and a toilet: usual for this kind of place, not checked here.")
    return _use_words(route, stop, is_meal=stop.why is Why.MEAL)


def wait_words(stop: PlannedStop) -> str:
    """What one waits for on arrival, empty without a wait."""
    if not stop.wait_min:
        return ""
    if stop.meal is not None:
        return ngettext(
            "You have %(num)d minute before the meal.",
            "You have %(num)d minutes before the meal.",
            stop.wait_min,
        )
    return ngettext(
        "You wait %(num)d minute until it opens.",
        "You wait %(num)d minutes until it opens.",
        stop.wait_min,
    )


def shared_why_words(route: PlannedRoute, stop: PlannedStop) -> str:
    """The same to somebody who is shown a plan whose stops are settled: nobody asked for them."""
    return _use_words(route, stop, is_meal=True)


def _use_words(route: PlannedRoute, stop: PlannedStop, *, is_meal: bool) -> str:
    if is_meal and stop.meal is not None:
        return _("For lunch.") if _is_lunch(route, stop.meal) else _("For dinner.")
    if stop.fits_words:
        return _("Fits “%(wish)s”.", wish=route.request.wish)
    return _fame_words(stop)


def _fame_words(stop: PlannedStop) -> str:
    if stop.venue.rank >= FAMOUS:
        return _("Known to every visitor.")
    if stop.venue.rank >= WELL_KNOWN:
        return _("Well known in the city.")
    return _("Fits what you chose, and is on the way.")


def omission_words(route: PlannedRoute, left: Omission) -> str:
    """Why a place is not in the plan."""
    if left.reason is Missing.NO_HOURS:
        return _("its hours are not known, so it cannot be planned")
    if left.reason is Missing.NOT_LISTED:
        return _("not in our catalogue, or not a place for an outing")
    if left.reason is Reason.CLOSED_DAY:
        return _("closed on %(day)s", day=weekday_words(route.day))
    if left.reason is Reason.CLOSED_THEN and left.venue is not None:
        return _closed_then(route, left.venue)
    words = {
        Reason.CLOSED_THEN: _("not open then"),
        Reason.UNREACHABLE: _("closes before one can get there and stay"),
        Reason.ENDS_LATE: _("a visit would end too late"),
        Reason.WALKING: _("too much walking"),
        Reason.NO_REST: _("no seat and toilet in time"),
        Reason.KIND_FULL: _("there are enough of its kind"),
        Reason.EXCLUDED: _("you left it out"),
        Reason.CLASHES: _("does not go together with the other stops"),
    }
    return words.get(Reason(left.reason), _("others fit better"))


def trouble_words(route: PlannedRoute) -> str:
    """Which rule leaves no plan at all."""
    words = {
        Reason.ENDS_LATE: _("There is not enough time even for the way to the end."),
        Reason.WALKING: _("Even the way to the end is more walking than this pace allows for."),
        Reason.NO_REST: _("Even the way to the end is too long without a seat and a toilet."),
    }
    if route.trouble is not None:
        return words.get(route.trouble, _("There is no way to the end."))
    if route.without_hours:
        return ngettext(
            "Nothing with known hours is open then. %(num)d place would fit, but its hours are "
            "not known.",
            "Nothing with known hours is open then. %(num)d places would fit, but their hours are "
            "not known.",
            route.without_hours,
        )
    return _("No place we know of fits all that you ask for.")


def home_words(route: PlannedRoute) -> HomeWords | None:
    """Whether the metro still goes when the plan ends, said plainly; None without stops."""
    home = route.home
    if home is None:
        return None
    if not home.stations:
        return HomeWords(_("No metro station near the last stop."), _no_facts(), True)
    first = _first_today(route)
    if first:
        return HomeWords(_("The metro has not begun again when this plan ends."), first, True)
    if home.leave_by is None or home.has_stopped:
        last = _("The last useful train had to be set out for by %(hour)s.", hour=_by(route))
        return HomeWords(
            _("The metro has stopped when this plan ends."),
            " ".join(filter(None, (last if home.leave_by else "", _first(route), _no_facts()))),
            True,
        )
    ends = _("This plan ends at %(hour)s.", hour=clock_of(route.end_min))
    lead = _("Last train: leave the last stop by %(hour)s.", hour=_by(route))
    return HomeWords(lead, ends, False)


def missed_meals_words(route: PlannedRoute) -> list[str]:
    """The meals no place could be found for."""
    lunch = _("No place for lunch with known hours fits in.")
    dinner = _("No place for dinner with known hours fits in.")
    return [lunch if _is_lunch(route, meal) else dinner for meal in route.missed_meals]


def cost_words(route: PlannedRoute) -> str:
    """What is known of the cost: how many stops at which level."""
    counts = Counter(route.prices)
    unknown = counts.pop(None, 0)
    known = [
        _("%(level)s: %(count)d", level=label("price", price), count=count)
        for price, count in sorted((p, n) for p, n in counts.items() if p is not None)
    ]
    if unknown:
        known.append(_("price not known: %(count)d", count=unknown))
    return " · ".join(known)


def _is_lunch(route: PlannedRoute, meal: int) -> bool:
    meals = meals_within(route.request.from_min, route.request.until_min)
    return meal < len(meals) and meals[meal].opens_min < AFTERNOON_MIN


def _closed_then(route: PlannedRoute, venue: VenueCard) -> str:
    windows = windows_on(venue.hours_text or "", route.day)
    spans = [
        f"{clock_of(window.opens_min)}–{clock_of(window.closes_min)}"
        for window in windows
        if window.opens_min < DAY_MIN
    ]
    day = weekday_words(route.day)
    if not spans:
        return _("closed on %(day)s", day=day)
    return _("open %(hours)s on %(day)s", hours=_(", ").join(spans), day=day)


def _by(route: PlannedRoute) -> str:
    return clock_words(route.home.leave_by) if route.home and route.home.leave_by else ""


def _first(route: PlannedRoute) -> str:
    opens = route.home.opens_at if route.home else None
    return _("The first one leaves at about %(hour)s.", hour=clock_words(opens)) if opens else ""


def _first_today(route: PlannedRoute) -> str:
    """The first train of the morning in which the plan ends, if it goes later than that."""
    home = route.home
    if home is None or home.opens_min is None:
        return ""
    opens = midnight(home.day) + timedelta(minutes=home.opens_min)
    if route.request.moment(route.stops[-1].leave_min) >= opens:
        return ""
    return _("The first one leaves at about %(hour)s.", hour=clock_words(opens))


def _no_facts() -> str:
    return _("We have no facts on night buses and taxis.")
