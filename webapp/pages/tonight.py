"""The itinerary of the evening: the best known one that can still be begun."""

from __future__ import annotations

from datetime import datetime, timedelta

from webapp import current
from webapp.domain.holidays import holiday_on
from webapp.domain.openings import midnight, service_day
from webapp.kept import kept
from webapp.pages.itinerary_sketch import ListedItinerary, listed_itineraries
from webapp.pages.phrases import WEEKDAYS
from webapp.store.itineraries import itineraries_in
from webapp.store.itinerary_records import ItineraryCard

EVENING_FROM_MIN = 15 * 60
LATE_ENOUGH_MIN = 20 * 60
"""An evening's itinerary starts in the afternoon or later and lasts until eight at least."""


def tonight(at: datetime) -> ListedItinerary | None:
    """The itinerary for the evening of `at` (aware, Asia/Shanghai), None when none fits.

    Itineraries are checked for ordinary weeks, so none is offered on a public holiday.
    """
    on = service_day(at)
    if holiday_on(on):
        return None
    gone_min = int((at - midnight(on)) / timedelta(minutes=1))
    weekday = WEEKDAYS[on.weekday()]
    found = next((card for card in _evenings() if _fits(card, weekday, gone_min)), None)
    return listed_itineraries([found])[0] if found else None


def _fits(card: ItineraryCard, weekday: str, gone_min: int) -> bool:
    return weekday in card.weekdays and card.start_min >= gone_min


@kept(most=2)
def _evenings() -> tuple[ItineraryCard, ...]:
    """Those for an evening, best known first; they only change with content."""
    return tuple(
        card
        for card in itineraries_in(current.connection())
        if card.start_min >= EVENING_FROM_MIN and card.end_min >= LATE_ENOUGH_MIN
    )
