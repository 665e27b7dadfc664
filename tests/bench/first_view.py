"""What a phone loads for its first view: requests and compressed bytes, page by page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from tests.bench import servers
from tests.fixtures.app import environment
from tests.fixtures.browser import PHONE, QUIET_CHROMIUM
from tests.fixtures.weight import Weight, weigh
from webapp.settings import ROOT

PATHS = ("/zh/", "/zh/map", "/en/map", "/zh/venues", "/zh/areas", "/zh/districts/310101")
SITE = "webapp.wsgi:app"


def report(console: Console) -> None:
    """Load each page in a fresh browser with an empty cache; print the table."""
    program = shutil.which("chromium")
    if program is None:
        console.print("First views are not measured: apt install chromium")
        return
    variables = site()
    with servers.running(SITE, "/healthz", variables) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET_CHROMIUM)
        weights = [(path, _weigh(browser, url, path)) for path in PATHS]
        browser.close()
    console.print(_table(weights))


def site() -> dict[str, str]:
    """Variables of a site with the real catalogue and a static release, as `make run` makes it."""
    folder = ROOT / "var" / "bench" / "first-view"
    variables = environment(folder, folder / "site.db")
    everything = {**os.environ, **variables}
    flask = [str(Path(sys.executable).with_name("flask")), "--app", "webapp"]
    release = [sys.executable, "-m", "bootstrap.static_release"]
    for command in ([*flask, "db", "upgrade"], [*flask, "content", "sync"], release):
        subprocess.run(command, cwd=ROOT, env=everything, check=True, capture_output=True)
    return variables


def _weigh(browser: Browser, url: str, path: str) -> Weight:
    context = browser.new_context(viewport=PHONE, base_url=url)
    weight = weigh(context.new_page(), path)
    context.close()
    return weight


def _table(weights: list[tuple[str, Weight]]) -> Table:
    table = Table("page", title="First view on a phone", caption="bytes as sent, headers included")
    for heading in ("requests", "KB", "of which scripts", "styles", "data", "pictures"):
        table.add_column(heading, justify="right")
    for path, weight in weights:
        kinds = (weight.kilobytes_of(k) for k in ("Script", "Stylesheet", "Fetch", "Image"))
        table.add_row(path, str(weight.requests), f"{weight.kilobytes:.0f}", *kinds)
    return table
