"""One rule of an opening-hours text, and how the rules of a text make up a day.

A day's rules decide about the whole *service day*: an opening that begins on it lasts past
midnight whatever the next day's rules say, and a day off takes away the evening that begins on
it, never the end of the night before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.domain import hours_library
from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours_days import DAYS, EVERY_DAY, Day, DaySelector, parse_days
from webapp.domain.hours_library import MONTHS
from webapp.domain.hours_spans import Span, overlaid, without
from webapp.domain.openings import DAY_MIN, State

SERVICE_DAY_END = 30 * 60  # 06:00 of the next day, in minutes

_CLOCK = r"\d{1,2}:\d{2}"
_SUN = r"(?:sunrise|sunset|dawn|dusk)"
_TIME = rf"(?:{_CLOCK}|{_SUN}|\({_SUN}\s*[+-]\s*{_CLOCK}\))"
_TIMESPAN = rf"{_TIME}(?:-{_TIME}(?:\+|/[\d:]+)?|\+)"
_RULE = re.compile(
    rf"(?P<dates>[^\"]*?)\s*:?\s*(?P<days>{DAYS})?\s*(?P<times>{_TIMESPAN}(?:\s*,\s*{_TIMESPAN})*)?"
    r'\s*(?P<state>\b(?:open|closed|off|unknown)\b)?\s*(?P<comment>"[^"]*")?'
)
_STARTS_WITH_TIME = re.compile(rf"\s*{_TIMESPAN}")
_HAS_TIMES = re.compile(rf"{_TIMESPAN}")
_HAS_VERDICT = re.compile(r'\b(?:open|closed|off|unknown)\b|"')
_DATES = re.compile(rf"(?:{'|'.join(MONTHS)}|week|easter|days?|\d{{1,4}}|[-+,/: ])*")
_NAMED_DATE = re.compile(r"[A-Z][a-z]{2} \d")
_ON_DEMAND = re.compile(
    r"\b(?:by|on|upon) (?:\w+ )?(?:appointment|arrangement|request|reservation)|maybe|call\b"
    r"|预约开放|仅限预约|凭预约|电话",
    re.IGNORECASE,
)


class Joint(StrEnum):
    """How a rule joins those before it."""

    REPLACES = ";"
    ADDS = ","
    FILLS = "||"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: when it speaks (`dates` in OSM syntax, `days`), which `times`, and its verdict."""

    joint: Joint
    dates: str
    days: DaySelector
    times: tuple[str, ...]
    state: State

    def holds_on(self, day: Day) -> bool:
        """Say whether the rule speaks of `day`."""
        return self.days.holds_on(day) and (
            not self.dates or hours_library.dates_match(self.dates, day.on)
        )

    def spans_on(self, on: date) -> list[Span]:
        """Return the rule's times on a date, the whole calendar day when it names none."""
        unknown = self.state is State.UNKNOWN
        if not self.times:
            return [Span(0, DAY_MIN, unknown)]
        return [span for timespan in self.times for span in _spans(timespan, on, unknown)]

    @property
    def names_holidays(self) -> bool:
        """Say whether the rule speaks of public holidays."""
        return bool(self.days.holiday_shifts)

    @property
    def names_dates(self) -> bool:
        """Say whether the rule speaks of days of a month, not only of whole months."""
        return bool(_NAMED_DATE.search(self.dates))

    @property
    def never_rests(self) -> bool:
        """Say whether the rule alone means 24 hours a day, every day."""
        every_day = self.days.weekdays == EVERY_DAY.weekdays and not self.dates
        return every_day and self.state is State.OPEN and self.times in ((), ("00:00-24:00",))


def parse_rules(text: str) -> tuple[Rule, ...]:
    """Read a normalised OSM text; raises `HoursUnreadable` with the reason."""
    hours_library.check(text)
    plain = text.replace("24/7", "00:00-24:00")
    return tuple(_rule(joint, part, text) for joint, part in _parts(plain))


def spans_of(rules: Iterable[Rule], day: Day) -> list[Span]:
    """Return what the rules of one day open, in minutes from its 00:00; may overlap."""
    spans: list[Span] = []
    for rule in rules:
        if not rule.holds_on(day):
            continue
        if rule.state is State.CLOSED:
            spans = without(spans, _cuts(rule, day.on))
        else:
            spans = _joined(rule.joint, spans, rule.spans_on(day.on))
    return spans


def _joined(joint: Joint, before: list[Span], spans: list[Span]) -> list[Span]:
    if joint is Joint.REPLACES:
        return spans
    return overlaid(before, spans) if joint is Joint.ADDS else overlaid(spans, before)


def _cuts(rule: Rule, on: date) -> list[Span]:
    """Return what a closing rule takes away: its clock hours, also after midnight, or all."""
    if not rule.times:
        return [Span(0, 2 * DAY_MIN)]
    spans = rule.spans_on(on)
    return spans + [Span(span.start + DAY_MIN, span.end + DAY_MIN) for span in spans]


def _spans(timespan: str, on: date, unknown: bool) -> list[Span]:
    """Return one timespan; after an open end (`18:00+`) nobody knows until 06:00."""
    if not timespan.endswith("+"):
        return [Span(*hours_library.minutes_on(timespan, on), unknown)]
    known = timespan.removesuffix("+")
    if re.fullmatch(_TIME, known):
        start, _ = hours_library.minutes_on(f"{known}-24:00", on)
        return [Span(start, SERVICE_DAY_END, True)]
    start, end = hours_library.minutes_on(known, on)
    return [Span(start, end, unknown), Span(end, max(end, SERVICE_DAY_END), True)]


def _parts(text: str) -> list[tuple[Joint, str]]:
    """Split at `;`, `||` and at those commas that begin a new rule, comments left alone."""
    parts: list[tuple[Joint, str]] = []
    joint, so_far = Joint.REPLACES, ""
    for piece in re.findall(r'"[^"]*"|\|\||[;,]|[^";,|]+', text):
        if piece in (";", "||"):
            parts.append((joint, so_far))
            joint, so_far = Joint(piece), ""
        else:
            so_far += piece
    return [rule for joint, part in [*parts, (joint, so_far)] for rule in _at_commas(joint, part)]


def _at_commas(joint: Joint, part: str) -> list[tuple[Joint, str]]:
    rules = [(joint, "")]
    for piece in re.findall(r'(?:"[^"]*"|[^",])+', part):
        joint, so_far = rules[-1]
        if so_far and _begins_rule(so_far, piece):
            rules.append((Joint.ADDS, piece))
        else:
            rules[-1] = (joint, f"{so_far},{piece}" if so_far else piece)
    return rules


def _begins_rule(so_far: str, piece: str) -> bool:
    if _HAS_VERDICT.search(so_far):
        return True
    return bool(_HAS_TIMES.search(so_far)) and not _STARTS_WITH_TIME.match(piece)


def _rule(joint: Joint, part: str, text: str) -> Rule:
    found = _RULE.fullmatch(part.strip())
    if found is None or not _DATES.fullmatch(found["dates"]):
        raise HoursUnreadable(text, f"{part.strip()!r} is not a rule this site can evaluate")
    if "SH" in (found["days"] or ""):
        raise HoursUnreadable(text, "school holidays are in no calendar of this site")
    dates = found["dates"].strip()
    if dates:
        hours_library.check(f"{dates} 00:00-24:00")
    return Rule(
        joint=joint,
        dates=dates,
        days=parse_days(found["days"] or ""),
        times=tuple(found.group() for found in re.finditer(_TIMESPAN, found["times"] or "")),
        state=_state(found),
    )


def _state(rule: re.Match[str]) -> State:
    """Return the verdict; days without times, or a visit on demand, leave it unknown."""
    if rule["state"]:
        return State.CLOSED if rule["state"] == "off" else State(rule["state"])
    if not rule["times"] or _ON_DEMAND.search(rule["comment"] or ""):
        return State.UNKNOWN
    return State.OPEN
