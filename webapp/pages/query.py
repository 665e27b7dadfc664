"""The visitor's question: parameters of an address become a `VenueFilter`, or a clear refusal."""

from __future__ import annotations

from geo.records import SHANGHAI, Bounds, LatLng
from webapp import clock, current
from webapp.asked import arguments, is_literal
from webapp.domain.faults import BadParameter
from webapp.domain.openings import State
from webapp.domain.scenarios import KINDS, Scenario
from webapp.domain.venues import TAGS, Access
from webapp.kept import kept
from webapp.pages.paces import pace_m_per_min
from webapp.services.search import TextMatch, text_match
from webapp.services.search_records import no_match
from webapp.store.venue_filter import WALKS_MIN, Order, VenueFilter

MAX_WITHIN_M = 20_000
MAX_PAGE = 10_000
PRICES = range(5)
PARAMETERS = (
    *("q", "literal", "scenario", "kind", "district", "area", "line", "station", "walk"),
    *("place", "near", "within", "bbox", "step_free", "access", "price", "benefit", "tag"),
    *("state", "open", "at", "on", "hour", "sort"),
)
"""What a question may be made of; pages add `page` and `view`."""
CHOICES: dict[str, frozenset[str]] = {
    "scenario": frozenset(Scenario),
    "kind": frozenset(KINDS),
    "access": frozenset(Access),
    "price": frozenset(map(str, PRICES)),
    "tag": TAGS,
    "walk": frozenset(map(str, WALKS_MIN)),
    "state": frozenset(State),
    "sort": frozenset(Order),
}


def venue_filter() -> VenueFilter:
    """Read the filter of the request; raises `BadParameter` for the first value that is wrong."""
    near = _near()
    walk = _choice("walk")
    return VenueFilter(
        text=_words(),
        scenario=_choice("scenario"),
        kinds=_choices("kind"),
        district=_text("district"),
        area=_text("area"),
        line=_text("line"),
        station=_text("station"),
        near=near,
        within_m=_within(),
        walk_min=int(walk) if walk else None,
        pace_m_per_min=pace_m_per_min(),
        bbox=_bbox(),
        access=_access(),
        benefit=_text("benefit"),
        prices=_choices("price"),
        tags=_choices("tag"),
        state=_state(),
        at=clock.moment(),
        order=_order(near),
        lang=current.lang(),
    )


def page_number() -> int:
    """Read `page`, counted from 1."""
    return whole_number("page", 1, MAX_PAGE) or 1


def whole_number(name: str, least: int, most: int) -> int | None:
    """Read a whole number, None where it is left out; raises `BadParameter`."""
    raw = arguments().get(name, "")
    if not raw:
        return None
    # Python refuses to read thousands of digits; none of our numbers has more than nine.
    is_number = raw.isascii() and raw.isdigit() and len(raw) <= 9
    if not is_number or not least <= int(raw) <= most:
        raise BadParameter(name, raw)
    return int(raw)


def _text(name: str) -> str | None:
    return arguments().get(name, "").strip()[:100] or None


def _words() -> TextMatch | None:
    words = _text("q")
    if words is None:
        return None
    match = _match(words)
    return no_match(words) if match.corrected and is_literal() else match


@kept(most=256)
def _match(words: str) -> TextMatch:
    return text_match(current.connection(), words)


def _choice(name: str) -> str | None:
    raw = arguments().get(name, "")
    return _one_of(name, raw) if raw else None


def _one_of(name: str, raw: str) -> str:
    if raw not in CHOICES[name]:
        raise BadParameter(name, raw)
    return raw


def _choices(name: str) -> tuple[str, ...]:
    """Each value once, sorted, so that equal questions are equal filters."""
    return tuple(sorted({_one_of(name, raw) for raw in arguments().getlist(name) if raw}))


def _access() -> tuple[str, ...]:
    """`step_free=1` is short for `access=step-free`."""
    step_free = (Access.STEP_FREE.value,) if _flag("step_free") else ()
    return tuple(sorted({*_choices("access"), *step_free}))


def _flag(name: str) -> bool:
    raw = arguments().get(name, "")
    if raw not in ("", "0", "1"):
        raise BadParameter(name, raw)
    return raw == "1"


def _state() -> State | None:
    """`open=now` is short for `state=open` (the moment comes from `at`)."""
    if arguments().get("open"):
        if arguments()["open"] != "now":
            raise BadParameter("open", arguments()["open"])
        return State.OPEN
    chosen = _choice("state")
    return State(chosen) if chosen else None


def _order(near: LatLng | None) -> Order:
    chosen = _choice("sort")
    has_centre = near is not None or bool(arguments().get("station"))
    has_words = bool(_text("q"))
    if (chosen == Order.DISTANCE and not has_centre) or (
        chosen == Order.RELEVANCE and not has_words
    ):
        raise BadParameter("sort", chosen)
    if chosen:
        return Order(chosen)
    if has_centre:
        return Order.DISTANCE
    return Order.RELEVANCE if has_words else Order.RANK


def _near() -> LatLng | None:
    raw = arguments().get("near", "")
    if not raw:
        return None
    point = LatLng(*_numbers("near", raw, 2))
    if not SHANGHAI.contains(point):
        raise BadParameter("near", raw)
    return point


def _bbox() -> Bounds | None:
    raw = arguments().get("bbox", "")
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
    return whole_number("within", 50, MAX_WITHIN_M)
