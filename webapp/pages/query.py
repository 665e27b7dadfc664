"""The visitor's question: parameters of an address become a `VenueFilter`, or a clear refusal."""

from __future__ import annotations

from flask import request

from geo.records import SHANGHAI, Bounds, LatLng
from webapp import clock, current
from webapp.domain.faults import BadParameter
from webapp.domain.openings import State
from webapp.domain.scenarios import KINDS, Scenario
from webapp.domain.venues import TAGS
from webapp.store.venue_filter import Order, VenueFilter

MAX_WITHIN_M = 20_000
MAX_PAGE = 10_000
CHOICES: dict[str, frozenset[str]] = {
    "scenario": frozenset(Scenario),
    "kind": frozenset(KINDS),
    "tag": TAGS,
    "state": frozenset(State),
    "sort": frozenset(Order),
}


def venue_filter() -> VenueFilter:
    """Read the filter of the request; raises `BadParameter` for the first value that is wrong."""
    near = _near()
    return VenueFilter(
        text=_text("q"),
        scenario=_choice("scenario"),
        kind=_choice("kind"),
        district=_text("district"),
        area=_text("area"),
        line=_text("line"),
        station=_text("station"),
        near=near,
        within_m=_within(),
        bbox=_bbox(),
        step_free=_flag("step_free"),
        benefit=_text("benefit"),
        tags=_tags(),
        state=_state(),
        at=clock.moment(),
        order=_order(near),
        lang=current.lang(),
    )


def page_number() -> int:
    """Read `page`, counted from 1."""
    return _whole("page", 1, MAX_PAGE) or 1


def _text(name: str) -> str | None:
    return request.args.get(name, "").strip()[:100] or None


def _choice(name: str) -> str | None:
    raw = request.args.get(name, "")
    return _one_of(name, raw) if raw else None


def _one_of(name: str, raw: str) -> str:
    if raw not in CHOICES[name]:
        raise BadParameter(name, raw)
    return raw


def _tags() -> tuple[str, ...]:
    return tuple(_one_of("tag", raw) for raw in request.args.getlist("tag") if raw)


def _flag(name: str) -> bool:
    raw = request.args.get(name, "")
    if raw not in ("", "0", "1"):
        raise BadParameter(name, raw)
    return raw == "1"


def _state() -> State | None:
    """`open=now` is short for `state=open` (the moment comes from `at`)."""
    if request.args.get("open"):
        if request.args["open"] != "now":
            raise BadParameter("open", request.args["open"])
        return State.OPEN
    chosen = _choice("state")
    return State(chosen) if chosen else None


def _order(near: LatLng | None) -> Order:
    chosen = _choice("sort")
    has_centre = near is not None or bool(request.args.get("station"))
    if chosen == Order.DISTANCE and not has_centre:
        raise BadParameter("sort", chosen)
    default = Order.DISTANCE if has_centre else Order.RANK
    return Order(chosen) if chosen else default


def _near() -> LatLng | None:
    raw = request.args.get("near", "")
    if not raw:
        return None
    point = LatLng(*_numbers("near", raw, 2))
    if not SHANGHAI.contains(point):
        raise BadParameter("near", raw)
    return point


def _bbox() -> Bounds | None:
    raw = request.args.get("bbox", "")
    if not raw:
        return None
    try:
        return Bounds(*_numbers("bbox", raw, 4))
    except ValueError:
        raise BadParameter("bbox", raw) from None


def _numbers(name: str, raw: str, count: int) -> list[float]:
    try:
        numbers = [float(part) for part in raw.split(",")]
    except ValueError:
        raise BadParameter(name, raw) from None
    if len(numbers) != count or not all(-360 <= number <= 360 for number in numbers):
        raise BadParameter(name, raw)
    return numbers


def _within() -> float | None:
    return _whole("within", 50, MAX_WITHIN_M)


def _whole(name: str, least: int, most: int) -> int | None:
    raw = request.args.get(name, "")
    if not raw:
        return None
    # Python refuses to read thousands of digits; none of our numbers has more than nine.
    is_number = raw.isascii() and raw.isdigit() and len(raw) <= 9
    if not is_number or not least <= int(raw) <= most:
        raise BadParameter(name, raw)
    return int(raw)
