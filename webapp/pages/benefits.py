"""Benefits: vouchers and programmes, for whom, when, where and how."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp import clock, current
from webapp.access import public
from webapp.pages import query
from webapp.store.benefits import benefits_in, get_benefit


def add_to(pages: Blueprint) -> None:
    """Register the address."""
    pages.add_url_rule("/benefits", "benefits", benefits)


@public
def benefits() -> str:
    """Every benefit, of one scenario when asked."""
    asked, connection = query.venue_filter(), current.connection()
    cards = benefits_in(connection, scenario=asked.scenario)
    return render_template(
        "pages/benefits.html",
        benefits=[get_benefit(connection, card.slug) for card in cards],
        asked=asked,
        today=clock.moment().date(),
    )
