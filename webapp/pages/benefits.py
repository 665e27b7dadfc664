"""Benefits: vouchers and programmes, for whom, when, where and how."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template

from webapp import clock, current
from webapp.access import public
from webapp.pages import query
from webapp.store.benefit_records import Benefit
from webapp.store.benefits import benefits_in, get_benefit


def add_to(pages: Blueprint) -> None:
    """Register the address."""
    pages.add_url_rule("/benefits", "benefits", benefits)


@public
def benefits() -> str:
    """Every benefit, of one scenario when asked."""
    asked, connection = query.venue_filter(), current.connection()
    today = clock.moment().date()
    cards = benefits_in(connection, scenario=asked.scenario)
    found = [get_benefit(connection, card.slug) for card in cards]
    return render_template(
        "pages/benefits.html",
        benefits=sorted(found, key=lambda each: has_ended(each, today)),
        asked=asked,
        has_ended={each.card.slug for each in found if has_ended(each, today)},
    )


def has_ended(benefit: Benefit, today: date) -> bool:
    """Whether its last stated day is over; such benefits stand below the others."""
    last = benefit.card.valid_until
    return last is not None and last < today
