"""From the operator's rows to stations and last departures."""

from dataclasses import replace

import pytest

from geo.metro_build.departures import Departure, departures_by_station
from geo.metro_build.entries import access_facts, clock, station_entry, trains_entry
from geo.metro_build.network import Branches
from geo.metro_build.places import Station, merge_rows, slug_of
from geo.metro_build.reference import Sequence, StationRow, TrainRow
from geo.metro_build.timetable import Destination, destination_of, minutes_of, times_of
from geo.records import LatLng

EXTENDED = '{"weekday":[0,0,0,0,0,90,90],"dateday":[{"date":"12-31","adjust":"+80"}]}'
WEEKENDS = EXTENDED.replace('"dateday"', '"weekable":[0,0,0,0,0,1,1],"dateday"')


def train(description: str, last: str = "23:00", extension: str = "", line: int = 1) -> TrainRow:
    return TrainRow(line, "100", last, extension, 1, description)


def first(row: TrainRow, time: str) -> TrainRow:
    return replace(row, first=time)


def row(zh: str, en: str, *trains: TrainRow, lng: float = 121.4) -> StationRow:
    position = LatLng(31.2, lng)
    return StationRow(f"1-{en}", zh, en, position, "osm-2026", (), (), trains)


def line_of(
    *rows: StationRow, name: str = "1号线"
) -> tuple[tuple[Station, ...], dict[str, Branches]]:
    sequence = Sequence(name, "#E3002A", loop=False, codes=tuple(each.code for each in rows))
    stations = merge_rows(rows, (sequence,))
    slugs = {each.code: station.slug for station in stations for each in station.rows}
    stops = tuple(slugs[code] for code in sequence.codes)
    code = name.removesuffix("号线")
    return stations, {code: Branches((stops,))}


@pytest.mark.parametrize(
    ("en", "slug"),
    [
        ("People's Square", "peoples-square"),
        ("Shanghai Science & Technology Museum", "shanghai-science-and-technology-museum"),
        ("Site of the First CPC National Congress·Xintiandi",) * 1
        + ("site-of-the-first-cpc-national-congress-xintiandi",),
        ("Pudong Airport Terminal 1&2", "pudong-airport-terminal-1-and-2"),
    ],
)
def test_slugs(en: str, slug: str) -> None:
    assert slug_of(en) == slug


@pytest.mark.parametrize(
    ("description", "place", "ring"),
    [
        ("往富锦路", "富锦路", None),
        ("航中路始发 往新江湾城", "新江湾城", None),
        ("嘉定北往迪士尼", "迪士尼", None),
        ("往航头方向", "航头", None),
        ("往上海南站", "上海南站", None),
        ("往虹桥2号航站楼站", "虹桥2号航站楼", None),
        ("全程（内）", None, "内"),
        ("终点：宜山路（外）", "宜山路", "外"),
    ],
)
def test_destinations(description: str, place: str | None, ring: str | None) -> None:
    assert destination_of(train(description)) == Destination(place, ring, 1)


def test_unknown_words_stop_the_build() -> None:
    with pytest.raises(ValueError, match="where does a train go"):
        destination_of(train("区间车"))


def test_minutes_pass_midnight() -> None:
    assert minutes_of("23:59") == 1439
    assert minutes_of("00:05") == 1445
    assert clock(1457) == "24:17"


def test_days_of_a_row() -> None:
    assert times_of(train("往甲")) == {
        "weekday": 1380,
        "friday_saturday": 1380,
        "holiday_eve": 1380,
    }
    assert times_of(train("往甲", extension=EXTENDED))["friday_saturday"] == 1470
    assert times_of(train("往甲", extension=EXTENDED))["holiday_eve"] == 1460
    assert "weekday" not in times_of(train("往甲", extension=WEEKENDS))


def test_an_early_end_is_said_only_when_it_is_later() -> None:
    here = row("甲", "A", train("往丙", "23:00"), train("往乙", "23:00", EXTENDED))
    stations, branches = line_of(here, row("乙", "B"), row("丙", "C"))
    found = {each.terminal: each.times for each in departures_by_station(stations, branches)["a"]}
    assert found == {"c": {"weekday": 1380}, "b": {"friday_saturday": 1470, "holiday_eve": 1460}}


def test_an_early_end_that_says_nothing_new_is_left_out() -> None:
    here = row("甲", "A", train("往丙", "23:00"), train("往乙", "22:50"))
    stations, branches = line_of(here, row("乙", "B"), row("丙", "C"))
    assert [each.terminal for each in departures_by_station(stations, branches)["a"]] == ["c"]


def test_an_arrival_and_a_train_that_does_not_stop_are_left_out() -> None:
    stations, branches = line_of(row("甲", "A", train("往甲"), train("往丙", "--")), row("丙", "C"))
    assert departures_by_station(stations, branches) == {}


def test_at_the_start_of_a_round_the_later_row_is_an_arrival() -> None:
    rows = (train("全程（内）", "21:30", line=4), train("全程（内）", "22:33", line=4))
    stations, branches = line_of(row("宜山路", "Yishan Road", *rows), name="4号线")
    (round_trip,) = departures_by_station(stations, branches)["yishan-road"]
    assert round_trip == Departure("4", "内圈", "the inner loop", None, {"weekday": 1290})


def test_the_first_train_is_the_earliest_of_its_rows() -> None:
    rows = (first(train("往丙"), "05:40"), first(train("乙始发 往丙"), "05:25"), train("往丙"))
    stations, branches = line_of(row("甲", "A", *rows), row("丙", "C"))
    (departure,) = departures_by_station(stations, branches)["a"]
    assert departure.first == 325
    assert "first: '05:25', times" in trains_entry("a", (departure,))


def test_two_rows_of_one_place_are_one_station() -> None:
    one, two = row("甲", "A"), replace(row("甲", "A"), code="51-A")
    far = replace(row("甲", "A", lng=121.41), code="2-A")
    sequences = (
        Sequence("1号线", "#E3002A", loop=False, codes=(one.code,)),
        Sequence("2号线", "#86B81C", loop=False, codes=(far.code,)),
    )
    stations = merge_rows((one, two, far), sequences)
    assert [station.slug for station in stations] == ["a-line-1", "a-line-2"]
    assert len(stations[0].rows) == 2


def test_a_stair_lift_is_no_lift_and_a_toilet_in_the_street_is_not_the_station_s() -> None:
    plain = row("甲", "A")
    stations, _ = line_of(
        replace(plain, lifts=("1#斜挂梯 地面-站厅",), toilets=("车站外 站外40米",))
    )
    assert access_facts(stations[0]) == ()
    stations, _ = line_of(replace(plain, lifts=("1#无障碍电梯 地面-站厅",), toilets=("费区内",)))
    assert access_facts(stations[0]) == ("lift", "toilet")


def test_entries_are_one_row_each() -> None:
    stations, _ = line_of(row("虹桥2号航站楼", "Hongqiao Airport Terminal 2"))
    text = station_entry(stations[0], "310112")
    assert text.startswith("- {slug: hongqiao-airport-terminal-2, codes: ")
    assert "zh: 虹桥 2 号航站楼" in text
    assert text.count("\n") == 1
    departure = Departure("1", "甲", "A", "a", {"weekday": 1457})
    assert "times: {weekday: '24:17'}" in trains_entry("b", (departure,))
