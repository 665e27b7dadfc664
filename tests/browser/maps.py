"""The map page as a script sees it: pins, the list beside them, where the map looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Page

VENUE = re.compile(r'<li[^>]* data-venue="([^"]+)"')
NEXT = re.compile(r'<a href="([^"]+)" rel="next"')
IS_SETTLED = """() => {
    const map = document.getElementById('map').leafletMap;
    const bounds = map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const told = new URLSearchParams(location.search).get('bbox')?.split(',').map(Number);
    const isBusy = document.getElementById('results').getAttribute('aria-busy') !== 'false';
    return !isBusy && told && box.every((edge, n) => Math.abs(edge - told[n]) < 2e-5);
}"""
PINS = """() => [...document.querySelectorAll('#map [data-pin]')].map(pin => ({
    name: pin.getAttribute('aria-label'), slug: pin.dataset.pin, state: pin.dataset.state ?? null,
    count: Number(pin.dataset.count ?? 1), isGroup: 'count' in pin.dataset, isSeen: !pin.hidden,
}))"""


@dataclass(frozen=True)
class Pin:
    """One mark on the map: a venue, or a group that stands for `count` venues."""

    slug: str
    name: str
    state: str | None
    count: int
    isGroup: bool  # noqa: N815  (named as the script names it)
    isSeen: bool  # noqa: N815


class MapPage:
    """A map page in a browser, to look at and to move."""

    def __init__(self, page: Page, lang: str = "zh") -> None:
        self.page, self.lang = page, lang

    def open(self, **query: Any) -> MapPage:
        """Open the map with a question and wait until it is drawn."""
        self.page.goto(f"/{self.lang}/map?{urlencode(query)}")
        self.page.locator("#map[data-ready=true]").wait_for()
        self.page.keyboard.press("Shift")  # a phone's list waits for the first touch
        return self if "bbox" in query else self.settle()

    def settle(self) -> MapPage:
        """Wait until list and address follow the map."""
        self.page.wait_for_function(IS_SETTLED)
        return self

    def look(self, lat: float, lng: float, zoom: float) -> MapPage:
        """Look somewhere else at once."""
        self.page.evaluate(
            "([lat, lng, zoom]) => document.getElementById('map').leafletMap"
            ".setView([lat, lng], zoom, {animate: false})",
            [lat, lng, zoom],
        )
        return self.settle()

    def arrive(self, zoom: float) -> MapPage:
        """Wait until the map has moved to a zoom level, and the list after it."""
        self.page.wait_for_function(
            "zoom => document.getElementById('map').leafletMap.getZoom() === zoom", arg=zoom
        )
        return self.settle()

    @property
    def zoom(self) -> float:
        """The present zoom level."""
        return float(self.page.evaluate("document.getElementById('map').leafletMap.getZoom()"))

    @property
    def box(self) -> list[float]:
        """West, south, east, north as the address says."""
        asked = parse_qs(urlsplit(self.page.url).query)["bbox"][0]
        return [float(degrees) for degrees in asked.split(",")]

    def pins(self) -> list[Pin]:
        """Every mark on the map."""
        return [Pin(**told) for told in self.page.evaluate(PINS)]

    def total(self) -> int:
        """How many places the heading of the list tells."""
        words = self.page.locator("#results h2").first.inner_text()
        return int("".join(char for char in words if char.isdigit()))

    def listed(self) -> list[str]:
        """The slugs of the list with all its pages."""
        slugs: list[str] = []
        address: str | None = self.page.url
        while address:
            text = self.page.request.get(address).text()
            slugs.extend(VENUE.findall(text))
            address = next(self._following(text), None)
        return slugs

    def _following(self, text: str) -> Iterator[str]:
        for address in NEXT.findall(text):
            yield address.replace("&amp;", "&")


def differences(shown: MapPage) -> list[str]:
    """Where map and list do not say the same; empty when they do."""
    pins, listed = shown.pins(), set(shown.listed())
    singles = {pin.slug for pin in pins if not pin.isGroup}
    found = []
    if sum(pin.count for pin in pins) != len(listed):
        found.append(f"{sum(pin.count for pin in pins)} on the map, {len(listed)} in the list")
    if shown.total() != len(listed):
        found.append(f"the heading says {shown.total()}, the list has {len(listed)}")
    found.extend(f"only on the map: {slug}" for slug in sorted(singles - listed))
    if all(not pin.isGroup for pin in pins):
        found.extend(f"only in the list: {slug}" for slug in sorted(listed - singles))
    return found
