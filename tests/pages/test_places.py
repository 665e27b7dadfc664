"""Areas, districts, stations and the pages of prose."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.fixtures import markup
from tests.pages.written import position
from webapp.settings import SHANGHAI

LANGUAGES = ("zh", "en")


def visit(client, path: str, **query: str):
    answer = client.get(path, query_string=query)
    assert answer.status_code == 200
    return markup.tree(answer)


def slugs_of(root, place: str) -> list[str]:
    """The areas, districts or stations that a part of a page links to, each once."""
    paths = [markup.path(address).split("/") for address in markup.addresses(root)]
    return list(dict.fromkeys(p[3] for p in paths if len(p) == 4 and p[2] == place))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_area_is_listed_under_its_type(client, written, lang):
    main = visit(client, f"/{lang}/areas").find(".//main")
    assert set(slugs_of(main, "areas")) == set(written.areas)
    for part in main.iter("section"):
        types = {written.areas[slug]["type"] for slug in slugs_of(part, "areas")}
        assert len(types) == 1
    counts = {slug: len(inside(written, slug)) for slug in written.areas}
    for link in main.iter("a"):
        count = counts[markup.path(link.get("href")).split("/")[-1]]
        words = {"zh": f"{count} 处", "en": "1 place" if count == 1 else f"{count} places"}
        assert markup.words(link).partition(" · ")[0].endswith(words[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_area_tells_its_story_and_what_is_inside(client, written, lang):
    for slug, area in list(written.areas.items())[::5]:
        root = visit(client, f"/{lang}/areas/{slug}")
        text = markup.words(root.find(".//main"))
        assert markup.words(root.find(".//h1")) == area["name"][lang]
        assert " ".join(area["story"][lang].split()) in text
        assert set(markup.venue_ids(root)) == inside(written, slug)
        assert set(area["stations"]) <= set(slugs_of(root, "stations"))
        assert set(area["districts"]) <= set(slugs_of(root, "districts"))
        if area.get("best_hours"):
            assert area["best_hours"][lang] in text


def test_an_area_says_that_its_outline_is_ours(client):
    words = "it is not an official boundary"
    assert words in markup.words(visit(client, "/en/areas/xintiandi").find(".//main"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sixteen_districts_with_what_is_in_each(client, written, lang):
    main = visit(client, f"/{lang}/districts").find(".//main")
    rows = main.findall(".//ul/li")
    assert [markup.path(markup.addresses(row)[0]).split("/")[-1] for row in rows] == list(
        written.districts
    )
    assert len(rows) == 16
    for row, (code, district) in zip(rows, written.districts.items(), strict=True):
        assert district["name"][lang] in markup.words(row)
        here = [v for v in written.venues.values() if v["district"] == code]
        counts = [
            sum(s in v["scenarios"] for v in here) for s in ("night", "silver", "goods", "culture")
        ]
        told = [
            "".join(c for c in markup.words(tag) if c.isdigit())
            for tag in markup.with_class(row, "tag")
        ]
        assert told == [str(count) for count in counts if count]


@pytest.mark.parametrize("code", ["310101", "310115", "310151", "310120"])
def test_a_district_links_to_its_areas_stations_and_places(client, written, code):
    root = visit(client, f"/en/districts/{code}")
    main = root.find(".//main")
    assert markup.words(root.find(".//h1")) == written.districts[code]["name"]["en"]
    areas = {slug for slug, area in written.areas.items() if code in area["districts"]}
    assert set(slugs_of(main, "areas")) == areas
    stations = {
        slug for slug, station in written.stations.items() if station.get("district") == code
    }
    assert set(slugs_of(main, "stations")) == stations
    here = written.slugs(
        lambda v: v["district"] == code, datetime(2026, 11, 20, tzinfo=SHANGHAI).date()
    )
    assert set(markup.venue_ids(root)) <= here
    assert len(markup.venue_ids(root)) == min(12, len(here))
    if len(here) > 12:
        assert f"All {len(here)} places" in markup.words(main)


def test_every_line_has_its_stations_in_running_order(client, written):
    parts = markup.with_class(visit(client, "/zh/stations"), "branch")
    told = [
        (markup.words(markup.with_class(part, "line")[0]), slugs_of(part, "stations"))
        for part in parts
    ]
    assert told == [
        (code if code.isdigit() else line["name"]["zh"], branch["stops"])
        for code, line in written.lines.items()
        for branch in line["branches"]
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "slug", ["peoples-square", "lujiazui", "huaqiao", "shanghai-railway-station"]
)
def test_a_station_tells_its_lines_and_what_is_near(client, written, lang, slug):
    station = written.stations[slug]
    root = visit(client, f"/{lang}/stations/{slug}")
    main = root.find(".//main")
    assert station["name"][lang] in markup.words(root.find(".//h1"))
    lines = [markup.words(badge) for badge in markup.with_class(main.find("p"), "line")]
    assert lines == station["lines"]
    near = {s for s, v in written.venues.items() if written.within(v, position(station), 1000)}
    assert set(markup.venue_ids(root)) <= near
    assert len(markup.venue_ids(root)) == min(12, len(near))


def test_station_is_not_said_twice(client):
    assert (
        markup.words(visit(client, "/zh/stations/shanghai-railway-station").find(".//h1"))
        == "上海火车站"
    )
    assert markup.words(visit(client, "/zh/stations/lujiazui").find(".//h1")) == "陆家嘴站"
    english = markup.words(visit(client, "/en/stations/shanghai-railway-station").find(".//h1"))
    assert english == "Shanghai Railway Station"


DAYS = {
    "2026-11-18T20:00": "weekday",
    "2026-11-20T20:00": "friday_saturday",
    "2026-11-21T20:00": "friday_saturday",
    "2026-11-21T02:00": "friday_saturday",
    "2026-09-30T20:00": "holiday_eve",
    "2026-12-31T20:00": "holiday_eve",
    "2026-02-16T20:00": "weekday",
}


@pytest.mark.parametrize("moment", DAYS)
def test_last_trains_are_those_of_the_day(client, written, moment):
    for slug in ("peoples-square", "lujiazui", "baoan-highway", "aiguo-road", "hongqiao-road"):
        root = visit(client, f"/en/stations/{slug}", at=moment)
        rows = markup.with_class(root, "trains")[0].findall("tbody/tr")
        told = [(markup.words(row[0][0]), markup.words(row.find(".//time"))) for row in rows]
        assert sorted(told) == sorted(timetable(written, slug, DAYS[moment]))


def test_before_the_last_train_nothing_has_left(client):
    root = visit(client, "/en/stations/peoples-square", at="2026-11-20T21:40")
    trains = markup.with_class(root, "trains")[0]
    assert "has left" not in markup.words(trains)
    assert markup.with_class(root, "notice--warn") == []
    assert "Friday" in markup.words(trains)


def test_after_the_last_train_the_page_says_so_first(client, written):
    root = visit(client, "/en/stations/peoples-square", at="2026-11-21T03:00")
    (notice,) = markup.with_class(root, "notice--warn")
    assert "The last trains from here have left." in markup.words(notice)
    trains = markup.with_class(root, "trains")[0]
    assert markup.words(trains).count("has left") == len(trains.findall("tbody/tr"))
    chinese = visit(client, "/zh/stations/peoples-square", at="2026-11-21T03:00")
    assert "已开走" in markup.words(markup.with_class(chinese, "trains")[0])


def test_a_train_in_its_own_minute_can_still_be_caught(client, written):
    direction = next(d for d in written.last_trains["aiguo-road"] if d["terminal"] == "qixin-road")
    leaves = direction["times"]["weekday"]
    told = {}
    for hour, minute in ((leaves, "at"), ("22:49", "after"), ("22:20", "before")):
        root = visit(client, "/en/stations/aiguo-road", at=f"2026-11-18T{hour}")
        row = markup.with_class(root, "trains")[0].findall("tbody/tr")[0]
        told[minute] = markup.words(row)
    assert leaves == "22:48"
    assert "has left" not in told["at"]
    assert "in 28 minutes" in told["before"]
    assert "has left" in told["after"]


def test_at_four_a_new_metro_day_begins(client):
    before = visit(client, "/en/stations/peoples-square", at="2026-11-21T03:59")
    after = visit(client, "/en/stations/peoples-square", at="2026-11-21T04:00")
    assert markup.with_class(before, "notice--warn")
    assert not markup.with_class(after, "notice--warn")


def test_the_venue_page_knows_the_last_trains_too(client):
    late = visit(client, "/en/venues/shanghai-museum", at="2026-11-21T03:00")
    assert "The last trains from here have left." in markup.words(late.find(".//main"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_source_has_a_row_one_can_link_to(client, content_dir, lang):
    root = visit(client, f"/{lang}/sources")
    for line in (content_dir / "SOURCES.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and cells[0] not in ("id", "---"):
            row = markup.words(markup.by_id(root, cells[0]))
            assert cells[1] in row
            assert cells[2] in row
            assert (cells[3] in row) is (cells[3] != "facts only")


def inside(written, slug: str) -> set[str]:
    return {each for each, venue in written.venues.items() if written.in_area(venue, slug)}


def timetable(written, slug: str, day: str) -> list[tuple[str, str]]:
    """What a station's table should say: direction and time of the clock."""
    rows = []
    for direction in written.last_trains[slug]:
        time = direction["times"].get(day) or direction["times"].get("weekday")
        if time:
            hour, minute = time.split(":")
            label = f"{direction['line']} to {direction['towards']['en']}"
            rows.append((label, f"{int(hour) % 24:02}:{minute}"))
    return rows
