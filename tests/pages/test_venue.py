"""The page of one venue: state, week, ways there, facts with their sources, what is near."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from geo.crs import bd09_to_wgs84, gcj02_to_wgs84
from geo.distance import distance_m, walking_min
from geo.records import LatLng
from tests.fixtures import markup
from tests.pages.written import Entry, Written, position, state
from webapp.domain.hours import status_of
from webapp.settings import SHANGHAI

LANGUAGES = ("zh", "en")
WORDS = {
    "open": ("营业中", "Open"),
    "soon": ("快关门了", "Closing soon"),
    "usual": ("通常营业", "Usually open"),
    "closed": ("已关门", "Closed"),
    "unknown": ("时间不详", "Hours unknown"),
}


def visit(client, slug: str, lang: str = "en", at: str = ""):
    answer = client.get(f"/{lang}/venues/{slug}", query_string={"at": at} if at else None)
    assert answer.status_code == 200
    return markup.tree(answer)


def section(root, heading: str):
    """The part of the page under a heading."""
    for part in root.iter("section"):
        if markup.words(part.find(".//h2")) == heading:
            return part
    raise AssertionError(f"the page has no section {heading!r}")


def fact(root, name: str):
    """What the list of facts says under a name."""
    for row in markup.with_class(root, "facts")[0]:
        if markup.words(row.find("dt")) == name:
            return row.find("dd")
    raise AssertionError(f"the page has no fact {name!r}")


def one_of_each_kind(written: Written) -> list[Entry]:
    return list({venue["kind"]: venue for venue in written.venues.values()}.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_venues_of_every_kind_say_what_is_written(client, written, now, lang):
    other = {"zh": "en", "en": "zh"}[lang]
    for venue in one_of_each_kind(written):
        root = visit(client, venue["slug"], lang)
        text = markup.words(root.find(".//main"))
        assert markup.words(root.find(".//h1")) == " ".join(venue["name"][lang].split())
        for field in ("summary", "description", "address"):
            assert " ".join(venue[field][lang].split()) in text
        for field in ("name", "address"):
            assert " ".join(venue[field][other].split()) in text
        assert root.find(".//article").get("data-state") == state(venue, now)
        assert root.find("head/meta[@name='description']").get("content") == venue["summary"][lang]


@pytest.mark.parametrize("shade", WORDS)
def test_the_state_is_a_word_and_a_mark(client, written, shade):
    slug, moment = venue_that_is(written, shade)
    for lang, word in zip(LANGUAGES, WORDS[shade], strict=True):
        root = visit(client, slug, lang, moment)
        told = markup.with_class(root.find(".//article"), "state")[0]
        assert markup.words(told) == word
        assert told[0].tag.endswith("svg")
        mark = root.find(".//article")
        assert mark.get("data-state") == told.get("data-state") == WORD_STATES.get(shade, shade)
        assert mark.get("data-nuance") == (shade if shade in WORD_STATES else None)


WORD_STATES = {"soon": "open", "usual": "open"}


def test_closing_soon_says_how_soon(client, written):
    slug, moment = venue_that_is(written, "soon")
    at = datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI)
    closes = hours_at(written.venues[slug], at).closes_at
    left = int((closes - at).total_seconds() // 60)
    more = markup.with_class(visit(client, slug, "en", moment), "state__more")[0]
    assert markup.words(more).startswith(f"closes {closes:%H:%M}, in {left} minute")


def test_a_closed_place_says_when_it_opens(client):
    monday = visit(client, "shanghai-museum", "en", "2026-11-23T12:00")
    assert "opens tomorrow 09:00" in markup.words(monday.find(".//article"))
    evening = visit(client, "shanghai-museum", "zh", "2026-11-22T20:00")
    assert "周二 09:00" in markup.words(evening.find(".//article"))


def test_the_week_is_that_of_the_moment(client, written):
    table = markup.with_class(visit(client, "shanghai-museum", "en", "2026-11-18T12:00"), "hours")[
        0
    ]
    rows = table.findall("tbody/tr")
    days = [markup.words(row.find("th")).split()[0] for row in rows]
    assert days == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [markup.words(row.findall("td")[-1]) for row in rows] == ["closed", *["09:00–17:00"] * 6]
    assert [row.get("class") for row in rows] == [None, None, "today", None, None, None, None]


def test_before_six_the_week_still_means_the_night_before(client):
    table = markup.with_class(visit(client, "shanghai-museum", "en", "2026-11-18T05:30"), "hours")[
        0
    ]
    (today,) = [row for row in table.findall("tbody/tr") if row.get("class") == "today"]
    assert markup.words(today.find("th")).startswith("Tue")


def test_holidays_and_make_up_days_are_named_in_the_week(client):
    table = markup.with_class(visit(client, "shanghai-museum", "en", "2026-10-07T12:00"), "hours")[
        0
    ]
    heads = [markup.words(row.find("th")) for row in table.findall("tbody/tr")]
    assert "National Day" in heads[0]
    assert "make-up workday" in heads[5]


def test_a_year_without_announced_holidays_says_so(client):
    words = "The holidays of this year are not announced yet."
    assert words in markup.words(visit(client, "shanghai-museum", "en", "2027-05-03T12:00"))
    assert words not in markup.words(visit(client, "shanghai-museum", "en", "2026-05-03T12:00"))


def test_unknown_hours_are_not_called_closed(client, written):
    slug = next(v["slug"] for v in written.venues.values() if not v.get("hours"))
    root = visit(client, slug)
    assert "No source gives the hours" in markup.words(section(root, "Hours"))
    assert markup.with_class(root, "hours") == []
    assert "closed" not in markup.words(section(root, "Hours")).casefold()


def test_hours_name_their_source_and_date_or_that_they_are_usual(client, written):
    museum = written.venues["shanghai-museum"]["hours"]
    told = markup.words(section(visit(client, "shanghai-museum"), "Hours"))
    assert f"{museum['as_of']:%-d %B %Y}" in told
    assert museum["note"]["en"] in told
    slug = next(
        v["slug"] for v in written.venues.values() if (v.get("hours") or {}).get("basis") == "usual"
    )
    assert "Usual hours, not confirmed" in markup.words(section(visit(client, slug), "Hours"))


def test_the_map_apps_land_on_the_venue(client, written):
    for venue in one_of_each_kind(written):
        root = visit(client, venue["slug"])
        links = markup.addresses(section(root, "Getting there"))
        found = {
            urlsplit(link).netloc: decoded(link)
            for link in links
            if urlsplit(link).netloc in DECODED
        }
        assert set(found) == set(DECODED), venue["slug"]
        for app, point in found.items():
            assert distance_m(point, position(venue)) <= 5, (venue["slug"], app)


def test_the_nearest_stations_and_the_walk(client, written):
    venue = written.venues["shanghai-museum"]
    gaps = {slug: distance_m(position(venue), position(s)) for slug, s in written.stations.items()}
    nearest = sorted(gaps, key=gaps.__getitem__)[:3]
    rows = fact(visit(client, "shanghai-museum"), "Metro").findall(".//li")
    assert [markup.path(markup.addresses(row)[0]).split("/")[-1] for row in rows] == nearest
    for row, slug in zip(rows, nearest, strict=True):
        assert f"{walking_min(gaps[slug])} min on foot" in markup.words(row)
        lines = [markup.words(badge) for badge in markup.with_class(row, "line")]
        assert lines == written.stations[slug]["lines"]


def test_access_facts_name_source_and_date(client, written):
    venue = next(v for v in written.venues.values() if len(v.get("access", [])) > 1)
    told = markup.words(fact(visit(client, venue["slug"]), "Step-free"))
    for each in venue["access"]:
        assert f"{each['as_of']:%-d %B %Y}" in told
    assert told.count("not checked on site") == sum(
        not a.get("verified_by") for a in venue["access"]
    )
    without = next(v["slug"] for v in written.venues.values() if not v.get("access"))
    assert markup.words(fact(visit(client, without), "Step-free")) == "Not known"


def test_phones_can_be_called(client, written):
    with_phone = [v for v in written.venues.values() if v.get("phone")][::15]
    for venue in with_phone:
        link = fact(visit(client, venue["slug"]), "Phone").find("a").get("href")
        scheme, _, number = link.partition(":")
        assert scheme == "tel"
        assert number.lstrip("+").isdigit()
        assert number.lstrip("+") in "".join(c for c in venue["phone"]["value"] if c.isdigit())
    without = next(v["slug"] for v in written.venues.values() if not v.get("phone"))
    assert markup.words(fact(visit(client, without), "Phone")) == "None on record"


def test_every_source_is_named_with_a_link_to_its_row(client, written):
    for venue in one_of_each_kind(written)[::5]:
        links = markup.addresses(section(visit(client, venue["slug"]), "Where this comes from"))
        assert {link.split("#")[1] for link in links} == set(venue["sources"])


def test_what_nobody_confirmed_in_time_says_so(client, written):
    venue = written.venues["shanghai-museum"]
    stated = venue["hours"]["as_of"]
    fresh = visit(client, "shanghai-museum", "en", f"{stated}T12:00")
    stale = visit(
        client, "shanghai-museum", "en", f"{date(stated.year + 2, stated.month, 1)}T12:00"
    )
    assert "Unconfirmed since" not in markup.words(fresh)
    assert "Unconfirmed since" in markup.words(section(stale, "Where this comes from"))


def test_nearby_are_the_nearest_others(client, written, now):
    venue = written.venues["shanghai-museum"]
    found = markup.venue_ids(section(visit(client, "shanghai-museum"), "Nearby"))
    others = [v for v in written.venues.values() if v is not venue]
    gaps = sorted(distance_m(position(v), position(venue)) for v in others)[:4]
    told = [distance_m(position(written.venues[slug]), position(venue)) for slug in found]
    assert told == pytest.approx(gaps, abs=1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_card_for_a_driver_is_in_chinese(client, written, lang):
    for venue in one_of_each_kind(written)[::4]:
        answer = client.get(f"/{lang}/venues/{venue['slug']}/card")
        assert answer.status_code == 200
        root = markup.tree(answer)
        assert markup.words(root.find(".//h1")) == venue["name"]["zh"]
        assert venue["address"]["zh"] in markup.words(root)
        assert f"/{lang}/venues/{venue['slug']}" in markup.addresses(root)


@pytest.mark.parametrize(
    "path", ["venues/no-such-place", "venues/no-such-place/card", "venues/Shanghai-Museum"]
)
def test_an_unknown_venue_is_missing(client, path):
    assert client.get(f"/en/{path}").status_code == 404


DECODED = {
    "uri.amap.com": ("position", gcj02_to_wgs84, "lng"),
    "api.map.baidu.com": ("location", bd09_to_wgs84, "lat"),
    "apis.map.qq.com": ("marker", gcj02_to_wgs84, "lat"),
    "maps.apple.com": ("ll", gcj02_to_wgs84, "lat"),
    "www.google.com": ("query", gcj02_to_wgs84, "lat"),
}


def decoded(link: str) -> LatLng:
    """Where a map application would put the pin, WGS-84."""
    name, to_wgs84, first = DECODED[urlsplit(link).netloc]
    raw = parse_qs(urlsplit(link).query)[name][0].removeprefix("coord:").split(";")[0]
    one, two = (float(part) for part in raw.split(","))
    return to_wgs84(LatLng(two, one) if first == "lng" else LatLng(one, two))


def hours_at(venue: Entry, at: datetime):
    return status_of(venue["hours"]["text"], venue["hours"]["basis"], at)


def venue_that_is(written: Written, shade: str) -> tuple[str, str]:
    """A venue and a moment at which its state has this shade."""
    for clock in ("21:40", "16:45", "12:00", "21:31", "02:00"):
        moment = f"2026-11-20T{clock}"
        at = datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI)
        for venue in written.venues.values():
            if not venue.get("hours"):
                if shade == "unknown":
                    return venue["slug"], moment
                continue
            status = hours_at(venue, at)
            if shade == (status.nuance or status.state):
                return venue["slug"], moment
    raise AssertionError(f"no venue is {shade}")
