"""Changes that give a plan where there is none, as links."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from webapp import current
from webapp.kept import kept
from webapp.pages.phrases import clock_words, weekday_date_words
from webapp.pages.plan_links import changed_to
from webapp.services.plans import offers as service
from webapp.services.plans.offers import Change, Offer
from webapp.services.plans.request import Need, PlanRequest
from webapp.services.plans.route import PlannedRoute
from webapp.services.travel import open_travel
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class OfferLink:
    """A change that works, in words, and the plan it gives."""

    words: str
    address: str


def offer_links(route: PlannedRoute) -> list[OfferLink]:
    """The nearest changes after which there is a plan."""
    return [
        OfferLink(_words(each), changed_to(route, each.request)) for each in _offers(route.request)
    ]


def need_word(need: Need) -> str:
    """A need as the form names it."""
    return {
        Need.STEP_FREE: _("Step-free places only"),
        Need.NO_STAIRS: _("No place known for its steps"),
        Need.CHILDREN: _("With children"),
        Need.INDOOR: _("Indoors only, for rain"),
        Need.LAST_TRAIN: _("In time for the last train"),
        Need.NO_MEALS: _("Without meals"),
    }[need]


@kept(most=128)
def _offers(asked: PlanRequest) -> tuple[Offer, ...]:
    connection = current.connection()
    travel = open_travel(connection, current_app.extensions["settings"])
    return service.offers(connection, travel, asked)


def _words(offer: Offer) -> str:
    asked = offer.request
    words = {
        Change.LONGER: _("ending at %(hour)s", hour=clock_words(asked.ends)),
        Change.EARLIER: _(
            "from %(start)s until %(end)s",
            start=clock_words(asked.begins),
            end=clock_words(asked.ends),
        ),
        Change.ANY_SCENARIO: _("with places of every scenario"),
        Change.NO_WISH: _("without the wish in words"),
        Change.NO_END: _("ending at the last stop"),
        Change.OTHER_DAY: _("on %(day)s", day=weekday_date_words(asked.begins.date())),
        Change.NOTHING_LEFT_OUT: _("with the places you left out"),
    }
    if offer.need is not None:
        return _("without “%(need)s”", need=need_word(offer.need))
    return words[offer.change]
