"""Events: a month at a time, the page of one, and the calendar feed."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, render_template, request

from webapp import clock, current
from webapp.access import public
from webapp.domain.events import last_edition, next_edition
from webapp.domain.faults import BadParameter
from webapp.pages import query
from webapp.pages.cards import listed
from webapp.pages.event_calendar import calendar_file
from webapp.pages.month_view import Month, month_view
from webapp.store.events import events_in, get_event


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/events", "events", events)
    pages.add_url_rule("/events.ics", "events_ics", events_ics)
    pages.add_url_rule("/events/<slug>", "event", event)


@public
def events() -> str:
    """One month: the dates that sources state, and what usually falls in it."""
    asked = query.venue_filter()
    month = _month()
    found = events_in(
        current.connection(),
        month=month.number,
        scenario=asked.scenario,
        district=asked.district,
    )
    return render_template(
        "pages/events.html",
        listing=month_view(month, found),
        asked=asked,
        today=clock.moment().date(),
    )


@public
def event(slug: str) -> str:
    """One event: when, where, how to get in."""
    at = clock.moment()
    found = get_event(current.connection(), slug)
    editions = found.card.editions
    return render_template(
        "pages/event.html",
        event=found,
        ahead=next_edition(editions, at.date()),
        past=last_edition(editions, at.date()),
        venues=listed(found.venues, at),
        at=at,
        today=at.date(),
    )


@public
def events_ics() -> Response:
    """All stated dates as a calendar to subscribe to."""
    asked = query.venue_filter()
    found = events_in(current.connection(), scenario=asked.scenario, district=asked.district)
    body = calendar_file(found, current.lang(), current.settings().base_url)
    answer = Response(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = "inline; filename=events.ics"
    return answer


def _month() -> Month:
    """The month of `?month=2026-12`, else that of the page's moment; raises `BadParameter`."""
    raw = request.args.get("month", "")
    if not raw:
        return Month.of(clock.moment().date())
    try:
        return Month.of(date.fromisoformat(f"{raw}-01"))
    except ValueError:
        raise BadParameter("month", raw) from None
