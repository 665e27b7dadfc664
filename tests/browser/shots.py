"""Pictures of every kind of page for looking at, below `var/shots`.

`.venv/bin/python -m tests.browser.shots [http://127.0.0.1:8000] [kind …]`, with the site running
(`SITE_TIME=2026-11-20T21:40 make run` shows the evening the designs show).
"""

from __future__ import annotations

import itertools
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.fixtures.browser import DESK, PHONE, QUIET_CHROMIUM
from tests.fixtures.page_kinds import LANGUAGES, PAGE_KINDS, address
from webapp.settings import ROOT

SIZES = {"phone": PHONE, "desk": DESK}
LOOKS = {"light": ("light", "standard"), "dark": ("dark", "standard"), "easy": ("light", "easy")}
HOME = "http://127.0.0.1:8000"
SHOTS = ROOT / "var" / "shots"


def main(url: str, kinds: list[str]) -> None:
    """Take every picture of the kinds named, or of all kinds."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=QUIET_CHROMIUM)
        for size, look, lang in itertools.product(SIZES, LOOKS, LANGUAGES):
            _shoot(browser, url, (size, look, lang), kinds or list(PAGE_KINDS))
        browser.close()


def _shoot(browser: Browser, url: str, how: tuple[str, str, str], kinds: list[str]) -> None:
    size, look, lang = how
    scheme, view = LOOKS[look]
    options = {"viewport": SIZES[size], "color_scheme": scheme, "reduced_motion": "reduce"}
    context = browser.new_context(base_url=url, **options)
    page = context.new_page()
    for kind in kinds:
        page.goto(address(kind, lang, view), wait_until="networkidle")
        if page.locator("#map").count():
            page.locator("#map[data-ready=true]").wait_for()
            page.wait_for_load_state("networkidle")
        place = SHOTS / f"{kind}-{lang}-{size}-{look}.png"
        page.screenshot(path=place, full_page=kind != "map")
        print(Path(place).relative_to(ROOT))
    context.close()


if __name__ == "__main__":
    addresses = [word for word in sys.argv[1:] if word.startswith("http")]
    main((addresses or [HOME])[0], [word for word in sys.argv[1:] if word not in addresses])
