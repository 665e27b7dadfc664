"""All sketches of the catalogue: there in both languages, small, no name over another."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from webapp.settings import ROOT
from webapp.store import tables

STYLES = ("tokens", "base", "components")
KINDS = {
    "venue": tables.venues.c.slug,
    "area": tables.areas.c.slug,
    "district": tables.districts.c.code,
    "station": tables.stations.c.slug,
    "itinerary": tables.itineraries.c.slug,
}
MOST_BYTES = {
    "venue": 6_000,
    "card": 12_000,
    "area": 12_000,
    "district": 12_000,
    "itinerary": 9_000,
}
AT_ONCE = 250
FAULTS = """() => [...document.querySelectorAll("svg.base")].flatMap((svg) => {
  const whole = svg.getBoundingClientRect();
  const isShown = (text) => getComputedStyle(text).display !== "none";
  const shown = [...svg.querySelectorAll("text")].filter(isShown);
  const boxes = shown.map((text) => ({text, box: text.getBoundingClientRect()}));
  const name = svg.getAttribute("aria-label");
  const isCut = ({box}) => box.left < whole.left - 1 || box.top < whole.top - 1 ||
    box.right > whole.right + 1 || box.bottom > whole.bottom + 1;
  const faults = boxes.filter(isCut).map(({text}) => `${name}: ${text.textContent} is cut`);
  const level = boxes.filter(({text}) => !text.hasAttribute("transform"));
  level.forEach(({text, box}, i) => level.slice(i + 1).forEach((other) => {
    const [one, two] = [box, other.box];
    const across = one.left < two.right && two.left < one.right;
    if (across && one.top + 2 < two.bottom && two.top + 2 < one.bottom)
      faults.push(`${name}: ${text.textContent} touches ${other.text.textContent}`);
  }));
  return faults;
})"""


@pytest.fixture(scope="module")
def sketches(app: Flask) -> dict[tuple[str, str, str], str]:
    with app.extensions["database"].read() as connection:
        rows = connection.execute(select(tables.sketches)).all()
    return {(row.kind, row.key, row.lang): row.svg for row in rows}


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    """A page as wide as a sketch."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    yield page
    page.close()


def test_every_place_has_a_sketch_in_both_languages(app: Flask, sketches) -> None:
    with app.extensions["database"].read() as connection:
        for kind, column in KINDS.items():
            keys = connection.execute(select(column)).scalars().all()
            for lang in ("zh", "en"):
                assert [key for key in keys if (kind, key, lang) not in sketches] == []
            assert kind != "venue" or len(keys) >= 80
    assert ("hero", "city", "zh") in sketches


def test_sketches_are_small(sketches) -> None:
    for (kind, key, lang), svg in sketches.items():
        assert len(svg.encode()) <= MOST_BYTES.get(kind, 16_000), (kind, key, lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", ["standard", "easy"])
def test_no_name_is_cut_or_touches_another(sheet: Page, sketches, lang: str, view: str) -> None:
    styles = "".join((ROOT / f"webapp/static/css/{name}.css").read_text() for name in STYLES)
    drawn = [
        svg for (kind, _, its), svg in sketches.items() if its == lang and kind not in ("hero",)
    ]
    for start in range(0, len(drawn), AT_ONCE):
        body = "".join(f'<div class="map">{svg}</div>' for svg in drawn[start : start + AT_ONCE])
        head = f'<html lang="{lang}" data-view="{view}"><meta charset="utf-8">'
        sheet.set_content(f"<!doctype html>{head}<style>{styles} body{{margin:0}}</style>{body}")
        assert sheet.evaluate(FAULTS) == []
