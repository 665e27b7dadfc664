"""Faults of events, benefits and itineraries are told with file, line, entry and reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.fixtures.seeds import Seed, is_told, plant
from webapp.services.content.checking import check

TODAY = date(2026, 11, 20)
FAIRS, PASSES = "events/fairs.yaml", "benefits/passes.yaml"
BANKS, MORNING = "itineraries/both-banks.yaml", "itineraries/slow-morning.yaml"
CULTURE, TRAINS = "venues/culture.yaml", "metro/last_trains.yaml"
EDITION = "{start: 2026-10-17, end: 2026-10-18, source: survey}"
JAZZ = """  when:
    text: {zh: 每周五晚上, en: Friday evenings}
    months: []
    repeats: weekly"""

# fmt: off
SEEDS = {
    "event-kind": Seed(FAIRS, "kind: market", "kind: fair", "kind", "print-fair · kind", "Input"),
    "event-slug-twice": Seed(
        FAIRS, "slug: harbour-jazz", "slug: print-fair # again",
        "again", "events[1] print-fair · slug", "is already at content/events/fairs.yaml:2",
    ),
    "event-scenario": Seed(
        FAIRS, "[culture, goods]", "[culture, goods, night]",
        "scenarios", "print-fair · scenarios", "at most 2",
    ),
    "event-one-language": Seed(
        FAIRS, "text: {zh: 每周五晚上, en: Friday evenings}", "text: {zh: 每周五晚上}",
        "text: {zh: 每周五晚上}", "harbour-jazz · when.text.en", "is missing",
    ),
    "event-venue": Seed(
        FAIRS, "[east-gallery, river-museum]", "[east-gallery, west-gallery]",
        "venues:", "print-fair · venues.1", "west-gallery is no venue",
    ),
    "event-area": Seed(
        FAIRS, "[old-harbour]", "[new-harbour]", "areas:", "· areas.0", "new-harbour is no area"
    ),
    "event-district": Seed(
        FAIRS, '"310115"', '"310199"', "district", "· district", "310199 is no district"
    ),
    "event-source": Seed(
        FAIRS, EDITION, EDITION.replace("survey", "hearsay"),
        EDITION[:18], "· when.exact.1.source", "is not among the entry's sources",
    ),
    "dates-swapped": Seed(
        FAIRS, EDITION, "{start: 2026-10-18, end: 2026-10-17, source: survey}",
        "start: 2026-10-18", "· when.exact.1", "before it begins",
    ),
    "dates-too-long": Seed(
        FAIRS, "end: 2026-10-18", "end: 2027-10-18",
        "start: 2026-10-17", "· when.exact.1", "lasts 367 days",
    ),
    "dates-absurd": Seed(
        FAIRS, EDITION, "{start: 2062-10-17, end: 2062-10-18, source: survey}",
        "2062", "· when.exact.1", "2062-10-17 cannot be right",
    ),
    "dates-over-each-other": Seed(
        FAIRS, EDITION, "{start: 2025-10-19, end: 2025-10-20, source: survey}",
        "exact:", "· when.exact", "begins before that of 2025-10-18 ends",
    ),
    "months-elsewhere": Seed(
        FAIRS, "months: [10]", "months: [5]",
        "start: 2025", "· when.exact.0", "is in month 10, which months does not name",
    ),
    "month-13": Seed(FAIRS, "months: [10]", "months: [13]", "months", "· when.months.0", "less"),
    "no-time-at-all": Seed(
        FAIRS, JAZZ, JAZZ.replace("when:", "when: # again").replace("weekly", "yearly"),
        "when: # again", "harbour-jazz · when", "says neither months nor dates",
    ),
    "event-hours": Seed(
        FAIRS, '"10:00-18:00"', '"all day"', "hours:", "· when.hours", "cannot be read"
    ),
    "event-filler": Seed(
        FAIRS, "Sixty printmakers", "Sixty vibrant printmakers",
        "summary", "· summary.en", "filler: vibrant",
    ),
    "event-two-sentences": Seed(
        FAIRS, "两天里有六十个版画摊位。", "两天。六十个版画摊位。",
        "summary", "· summary.zh", "more than one sentence",
    ),
    "event-said-before": Seed(
        FAIRS, "傍晚有人现场印一张送你。", "二楼可以自己印一张。",
        "zh: 上午", "· description.zh", "already said of venues[1] east-gallery",
    ),
    "event-price": Seed(FAIRS, "value: 0", "value: 9", "price", "· price.value", "less than"),
    "benefit-unknown": Seed(
        CULTURE, "[museum-pass]", "[river-pass]",
        "benefits", "river-museum · benefits.0", "river-pass is no benefit",
    ),
    "benefit-swapped": Seed(
        PASSES, "from: null, until: 2027-12-31", "from: 2028-01-01, until: 2027-12-31",
        "valid: {from: 2028", "tea-voucher · valid.until", "before 2028-01-01",
    ),
    "benefit-phone": Seed(
        PASSES, '"12345"', '"call us"', "phone", "· phone.value", "has not the form"
    ),
    "benefit-half-width": Seed(
        PASSES, "年满 60 岁的人。", "年满 60 岁的人;", "who", "museum-pass · who.zh", "half-width"
    ),
    "benefit-when": Seed(
        PASSES, "  when: {zh: 周末下午。, en: Weekend afternoons.}\n", "",
        "slug: tea-voucher", "tea-voucher · when", "is missing",
    ),
    "stop-unknown": Seed(
        BANKS, "venue: east-gallery", "venue: west-gallery",
        "west-gallery", "· stops.1.venue", "west-gallery is no venue",
    ),
    "stop-twice": Seed(
        BANKS, "venue: canteen-west", "venue: river-museum",
        "en: Supper", "· stops.2.venue", "river-museum is a stop twice",
    ),
    "station": Seed(
        BANKS, "start: {station: central", "start: {station: centre",
        "start", "itinerary both-banks · start.station", "centre is no metro station",
    ),
    "weekday": Seed(
        BANKS, "example: 2026-11-20", "example: 2026-11-24",
        "day:", "· day.example", "2026-11-24 is a tue, which is not among the weekdays",
    ),
    "time-of-day": Seed(BANKS, '"15:30"', '"3 pm"', "start", "· start.at", "is no time of day"),
    "closed-on-arrival": Seed(
        BANKS, '"15:30"', '"16:30"', "venue: river-museum",
        "· stops.0", "river-museum is not open from 16:33 to 17:33 on fri 2026-11-20",
    ),
    "closed-on-another-weekday": Seed(
        BANKS, "[fri, sat]", "[fri, mon]", "venue: river-museum",
        "· stops.0", "river-museum is not open from 15:33 to 16:33 on mon 2026-11-23",
    ),
    "rest-of-no-stop": Seed(
        MORNING, "after_stop: 3", "after_stop: 4",
        "after_stop: 4", "· rests.2.after_stop", "there is no stop 4, only 3",
    ),
    "no-rest-for-long": Seed(
        MORNING, "  - {after_stop: 3, what: {zh: 馆内有厕所。, en: There is a toilet inside.}, "
        "source: survey}\n", "", "rests:", "· rests", "minutes without a rest, over 60",
    ),
    "tiring-walk": Seed(
        MORNING, "venue: canteen-central", "venue: harbour-bar",
        "venue: harbour-bar", "· stops.1", "is reached by a walk of 17 minutes, over 12",
    ),
    "rest-source": Seed(
        MORNING, "inside.}, source: survey", "inside.}, source: timetable",
        "after_stop: 3", "· rests.2.source", "is not among the entry's sources",
    ),
    "why-said-before": Seed(
        MORNING, "先吃一碗面。", "三艘船值得慢慢看。",
        "canteen-west", "· stops.0.why.zh", "already said of itinerary both-banks",
    ),
}
# fmt: on


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_a_fault_is_told_with_its_place(content: Path, seed: Seed):
    plant(content, seed)
    errors = check(content, TODAY).errors
    assert is_told(content, seed, errors), list(map(str, errors))


def test_nobody_is_left_at_the_station(content: Path):
    """The route ends at Central; both lines' last trains leave before.

    The train that would bring one there has gone too.
    """
    replace_all(content / TRAINS, '"22:47", friday_saturday: "24:17"', '"17:00"')
    replace_all(content / TRAINS, '"22:58"', '"17:30"')
    reasons = {fault.reason for fault in check(content, TODAY).errors}
    assert reasons >= {
        "ends at 18:30 on fri 2026-11-20, after the last train at 17:30",
        "ends at 18:30 on sat 2026-11-21, after the last train at 17:30",
        (
            "takes line 1 from west-gate at 18:23 on fri 2026-11-20, too late for central, for "
            "which one has to be there by 16:57"
        ),
    }


def test_a_leg_takes_no_train_that_has_left(content: Path):
    """From the gallery one rides on at a quarter past five."""
    file = content / TRAINS
    text = file.read_text(encoding="utf-8")
    times = 'times: {weekday: "17:00"}'
    towards = "towards: {zh: 西门, en: West Gate}"
    more = f'- station: east-bank\n  directions:\n    - {{line: "1", {towards}, {times}}}\n'
    file.write_text(text + more, encoding="utf-8")
    reasons = {fault.reason for fault in check(content, TODAY).errors}
    assert (
        "takes line 1 from east-bank at 17:38 on fri 2026-11-20, after its last train at 17:00"
        in reasons
    )


def test_a_long_stay_without_a_rest_counts(content: Path):
    replace_all(content / MORNING, "stay_min: 40", "stay_min: 90")
    replace_all(content / MORNING, "  - {after_stop: 1, ", "  - {after_stop: 2, ")
    reasons = [fault.reason for fault in check(content, TODAY).errors]
    assert reasons == ["has 93 minutes without a rest, over 60"]


def test_faults_of_a_venue_are_not_told_of_what_names_it(content: Path):
    replace_all(content / CULTURE, "rank: 5", "rank: 9")
    places = [fault.place for fault in check(content, TODAY).errors]
    assert places == ["venues[0] river-museum · rank"]


def test_what_is_only_worth_a_look(content: Path):
    replace_all(content / FAIRS, "months: [10]", "months: [9]")
    replace_all(content / FAIRS, "start: 2026-10-17", "start: 2026-09-30")
    replace_all(
        content / FAIRS, "      - {start: 2025-10-18, end: 2025-10-19, source: survey}\n", ""
    )
    replace_all(content / PASSES, "2027-12-31", "2025-12-31")
    found = check(content, TODAY)
    assert found.errors == ()
    reasons = {fault.reason for fault in found.warnings}
    assert "ended on 2025-12-31" in reasons
    assert "2026-09-30 to 2026-10-18 is in month 10, which months does not name" in reasons
    assert "the hours of east-gallery are not known" in reasons


def replace_all(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
