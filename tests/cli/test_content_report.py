"""`content report`: its tables and its picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Invoke
from webapp.services.content.minimums import Minimum
from webapp.services.content.reader import read_catalogue
from webapp.services.content.report import report_of
from webapp.services.content.text_table import TextTable, percent

TODAY = date(2026, 11, 20)
SVG = "{http://www.w3.org/2000/svg}"


def test_the_report_is_printed(invoke: Invoke):
    result = invoke("content", "report")
    assert result.exit_code == 0
    lines = [line.split() for line in result.output.splitlines()]
    assert ["310101", "Huangpu", "1", "2", "0", "1", "4"] in lines
    assert ["all", "1", "2", "0", "2", "5"] in lines
    assert ["itineraries,", "mixed", "1", "4", "short", "by", "3"] in lines


def test_the_map_shows_every_venue(invoke: Invoke, tmp_path: Path):
    file = tmp_path / "venues.svg"
    result = invoke("content", "report", "--map", str(file))
    assert result.output.endswith(f"{file}: 5 venues\n")
    drawing = ET.fromstring(file.read_text(encoding="utf-8"))
    city, centre = drawing.findall(f"{SVG}svg")
    assert len(dots(city)) == 5
    assert sorted(dots(city)) == ["culture", "culture", "night", "silver", "silver"]
    assert len(dots(centre)) == 5
    assert [text.text for text in drawing.findall(f"{SVG}text")] == [
        *("night 1", "silver 2", "goods 0", "culture 2"),
    ]


@pytest.mark.parametrize(
    ("title", "row", "cells"),
    [
        ("Opening hours: share of venues", "culture", ("2", "50 %", "0 %", "50 %")),
        ("Opening hours: share of venues", "goods", ("0", "–", "–", "–")),
        ("Positions: share of venues", "all", ("5", "40 %", "60 %", "0 %")),
        ("Facts no source gives: share of venues", "all", ("5", *("80 %",) * 5)),
        ("Age: days since a source knew the venue", "night", ("142", "142", "100 %", "0")),
        ("Age: days since a source knew the venue", "goods", ("–", "–", "–", "–")),
        ("Age: days since a source knew the venue", "culture", ("142", "142", "0 %", "0")),
        ("Against the numbers of the design", "areas, night", ("1", "14", "short by 13")),
        ("Against the numbers of the design", "events", ("2", "30", "short by 28")),
        (
            "Against the numbers of the design",
            "itineraries for older legs",
            ("1", "6", "short by 5"),
        ),
    ],
)
def test_figures(content: Path, title: str, row: str, cells: tuple[str, ...]):
    catalogue, faults = read_catalogue(content)
    assert faults == []
    tables = {table.title: table for table in report_of(catalogue, TODAY)}
    assert {found[0]: found[1:] for found in tables[title].rows}[row] == cells


def test_columns_stand_under_each_other():
    table = TextTable("Title", ("", "much"), (("a", "1"), ("long name", "1000")))
    assert list(table.lines()) == [
        "Title",
        "           much",
        "---------  ----",
        "a             1",
        "long name  1000",
    ]


def test_shares_and_minimums():
    assert (percent(1, 3), percent(0, 0)) == ("33 %", "–")
    assert Minimum("events", 30, 30).cells() == ("events", "30", "30", "ok")


def dots(panel: ET.Element) -> list[str]:
    found = (each.get("class", "") for each in panel.iter(f"{SVG}circle"))
    return [classes.removeprefix("v is-") for classes in found if classes.startswith("v is-")]
