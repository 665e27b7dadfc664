"""The oracle's own reader of common opening-hours texts, for every text in `content/`.

It reads word by word and paints a day in cells of five minutes, nothing like the product's way,
and it knows only what the catalogue uses. A text it cannot read raises `CannotRead`: teach it,
or write the text beside a plain reading in `hard_patterns`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.domain.oracle import HALF_HOURS, WORKED, YEAR, minutes, nth, off, sun

WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
CELL = 5  # minutes
DAY = 1440 // CELL
VERDICTS = {"open": "o", "unknown": "?", "off": ".", "closed": "."}


class CannotRead(Exception):
    """The oracle was never taught this wording."""


@dataclass
class Rule:
    """What one rule said, as lists of words."""

    joint: str
    dates: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    verdict: str = ""
    comment: str = ""


def year_of(text: str) -> str:
    """Return the year's half-hours of a text: `o`, `?` or `.`."""
    rules = read(text)
    night_before = paint(rules, date(YEAR - 1, 12, 31))
    line = []
    for offset in range(365):
        today = paint(rules, date(YEAR, 1, 1) + timedelta(days=offset))
        for cell in range(0, DAY, 30 // CELL):
            marks = today[cell] + night_before[cell + DAY]
            line.append("o" if "o" in marks else "?" if "?" in marks else ".")
        night_before = today
    assert len(line) == HALF_HOURS
    return "".join(line)


def read(text: str) -> list[Rule]:
    """Read a text into rules."""
    rules: list[Rule] = []
    for number, part in enumerate(text.replace("||", ";|").split(";")):
        joint = "fill" if part.startswith("|") else "replace" if number else "first"
        rules += read_part(joint, part.lstrip("|"))
    return rules


def read_part(joint: str, part: str) -> list[Rule]:
    """Read what stands between two semicolons; more days after a time begin another rule."""
    before, _, comment = part.partition('"')
    rules = [Rule(joint, comment=comment.rstrip(' "'))]
    for word in before.replace(",", ", ").split():
        sort = sort_of(word)
        if sort in ("dates", "days") and (rules[-1].times or rules[-1].verdict):
            rules.append(Rule("add"))
        if sort == "verdict":
            rules[-1].verdict = VERDICTS[word.strip(",")]
        else:
            getattr(rules[-1], sort).append(word.strip(","))
    return rules


def sort_of(word: str) -> str:
    """Say what a word speaks of."""
    if word.strip(",") in VERDICTS:
        return "verdict"
    if word.strip(",") == "24/7" or ":" in word or word.startswith(("sun", "(sun")):
        return "times"
    if word[:2] in WEEKDAYS or word[:2] == "PH":
        return "days"
    if word[:3] in MONTHS or word[0].isdigit():
        return "dates"
    raise CannotRead(word)


def paint(rules: list[Rule], on: date) -> str:
    """Return 48 hours of cells as the rules of one day paint them."""
    stands_in = WORKED.get(f"{on:%m%d}") if on.year == YEAR else None
    if stands_in is None:
        return paint_as(rules, on, on.weekday(), off(on))
    week = [paint_as(rules, on, weekday, False) for weekday in range(7)]
    shut = "." * 2 * DAY
    keeps_workdays = all(day != shut and day not in week[5:] for day in week[:5])
    return week[stands_in if keeps_workdays else on.weekday()]


def paint_as(rules: list[Rule], on: date, weekday: int, holiday: bool) -> str:
    """Paint a day as if it were that weekday."""
    cells = ["."] * 2 * DAY
    for rule in rules:
        if not (in_dates(rule.dates, on) and in_days(rule.days, on, weekday, holiday)):
            continue
        mark = rule.verdict or ("o" if rule.times and "appointment" not in rule.comment else "?")
        if mark != "." and rule.joint in ("replace", "first"):
            cells = ["."] * 2 * DAY
        for cell in cells_in(rule, on, mark):
            if rule.joint != "fill" or cells[cell] == ".":
                cells[cell] = mark
    return "".join(cells)


def cells_in(rule: Rule, on: date, mark: str) -> list[int]:
    """Return the cells a rule speaks of; closing counts after midnight as well."""
    if not rule.times:
        return list(range(2 * DAY if mark == "." else DAY))
    found: list[int] = []
    for time in rule.times:
        start, end = (0, 1440) if time == "24/7" else (at(part, on) for part in halves(time))
        end += 0 if end > start else 1440
        found += range(-(-start // CELL), -(-end // CELL))
    return found + [cell + DAY for cell in found if mark == "." and cell < DAY]


def halves(time: str) -> list[str]:
    """Split a timespan at the hyphen that is not inside parentheses."""
    if time.endswith("+") or "/" in time:
        raise CannotRead(time)
    for place, letter in enumerate(time):
        if letter == "-" and time[:place].count("(") == time[:place].count(")"):
            return [time[:place], time[place + 1 :]]
    raise CannotRead(time)


def at(word: str, on: date) -> int:
    """Return the minute of `09:00`, `sunset` or `(sunset-01:00)`."""
    plain = word.strip("()")
    for number, event in enumerate(("sunrise", "sunset")):
        if plain.startswith(event):
            shift = plain.removeprefix(event)
            sign = -1 if shift.startswith("-") else 1
            return sun(on)[number] + (sign * minutes(shift[1:]) if shift else 0)
    return minutes(plain)


def in_days(days: list[str], on: date, weekday: int, holiday: bool) -> bool:
    """Say whether a list of weekdays holds."""
    return not days or any(in_day(day, on, weekday, holiday) for day in days)


def in_day(day: str, on: date, weekday: int, holiday: bool) -> bool:
    """Say whether `PH`, `Mo`, `Mo-Fr`, `Su[-1]` holds."""
    if day == "PH":
        return holiday
    if "[" in day:
        number = int(day[3:-1])
        return WEEKDAYS[weekday] == day[:2] and number in nth(on)
    first, _, last = day.partition("-")
    run = [WEEKDAYS.index(first)]
    while last and WEEKDAYS[run[-1]] != last:
        run.append((run[-1] + 1) % 7)
    return weekday in run


def in_dates(dates: list[str], on: date) -> bool:
    """Say whether `Apr-Oct`, `Dec 24`, `Mar 16-Nov 15` or `2026 Feb 16` holds; one run only."""
    words = " ".join(dates)
    if not words:
        return True
    if words[:4].isdigit():
        return int(words[:4]) == on.year and in_dates(words[5:].split(), on)
    first, _, last = words.partition("-")
    begin = key_of(first, "01")
    if not last:
        return begin <= (on.month, on.day) <= key_of(first, "31")
    end = key_of(last if last[0].isalpha() else f"{first[:3]} {last}", "31")
    now = (on.month, on.day)
    return begin <= now <= end if begin <= end else now >= begin or now <= end


def key_of(words: str, default: str) -> tuple[int, int]:
    """Return month and day of `Mar` or `Mar 16`."""
    month, _, day = words.strip().partition(" ")
    if month not in MONTHS:
        raise CannotRead(words)
    return MONTHS.index(month) + 1, int(day or default)
