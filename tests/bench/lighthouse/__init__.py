"""Lighthouse as a phone sees the site: four scores a page, performance with its spread."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from bootstrap import node
from tests.bench import first_view, servers
from tests.fixtures.browser import QUIET_CHROMIUM
from tests.fixtures.page_kinds import LANGUAGES, address
from webapp.settings import ROOT

KINDS = ("home", "map", "list", "venue", "itinerary", "plan", "planned")
STEADY = ("accessibility", "best-practices", "seo")
"""Scores that depend on the page alone, not on the machine."""
TIMES = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
}
LONGEST_RUN_S = 180


@dataclass(frozen=True, slots=True)
class Audit:
    """One run on one page: scores 0 to 100, times in ms, what was found wanting."""

    scores: dict[str, int]
    times: dict[str, float]
    shift: float
    wanting: tuple[str, ...]


def report(console: Console, rounds: int) -> None:
    """Audit each kind of page in both languages; print the table and what is wanting."""
    if shutil.which("chromium") is None:
        console.print("Lighthouse is not run: apt install chromium")
        return
    modules = node.install(Path(__file__).parent)
    table = _table(rounds)
    with servers.running(first_view.SITE, "/healthz", first_view.site()) as url:
        for path in [address(kind, lang) for kind in KINDS for lang in LANGUAGES]:
            urllib.request.urlopen(url + path, timeout=LONGEST_RUN_S).read()  # compiled, kept
            audits = [audit for _ in range(rounds) if (audit := _audit(modules, url + path))]
            if len(audits) < rounds:
                console.print(f"{path}: {rounds - len(audits)} of {rounds} runs failed")
            if not audits:
                continue
            table.add_row(path.split("&")[0], *_cells(audits))
            for line in sorted({line for audit in audits for line in audit.wanting}):
                console.print(f"{path}: {line}")
    console.print(table)


def _audit(modules: Path, page: str) -> Audit | None:
    """One run; None where the browser came to nothing, as it may on a busy machine."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        command = [
            *("node", str(modules / "lighthouse" / "cli" / "index.js"), page, "--quiet"),
            *("--output=json", f"--output-path={told}"),
            f"--only-categories=performance,{','.join(STEADY)}",
            f"--chrome-flags=--headless {' '.join(QUIET_CHROMIUM)}",
        ]
        environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
        environment["PATH"] = f"{environment['PATH']}{os.pathsep}{ROOT / '.venv' / 'bin'}"
        ended = subprocess.run(
            command, env=environment, check=False, capture_output=True, timeout=LONGEST_RUN_S
        )
        if ended.returncode:
            return None
        return _read(json.loads(told.read_text(encoding="utf-8")))


def _read(told: dict[str, Any]) -> Audit:
    categories, audits = told["categories"], told["audits"]
    references = [(name, each) for name in STEADY for each in categories[name]["auditRefs"]]
    failed = [
        f"{name}: {audits[each['id']]['title']}"
        for name, each in references
        if each["weight"] and (audits[each["id"]]["score"] or 0) < 1
        if audits[each["id"]]["score"] is not None
    ]
    return Audit(
        scores={name: round(100 * each["score"]) for name, each in categories.items()},
        times={name: audits[name]["numericValue"] for name in TIMES},
        shift=audits["cumulative-layout-shift"]["numericValue"],
        wanting=tuple(failed),
    )


def _cells(audits: list[Audit]) -> list[str]:
    steady = [str(min(audit.scores[name] for audit in audits)) for name in STEADY]
    speed = sorted(audit.scores["performance"] for audit in audits)
    times = [f"{median(audit.times[name] for audit in audits):,.0f}" for name in TIMES]
    shift = max(audit.shift for audit in audits)
    return [*steady, f"{median(speed):.0f} ({speed[0]}-{speed[-1]})", *times, f"{shift:.3f}"]


def _table(rounds: int) -> Table:
    table = Table(
        "page",
        title=f"Lighthouse, phone, {rounds} runs a page",
        caption="the lowest score and shift; performance and times as median, (lowest-highest)",
    )
    for heading in ("accessibility", "best practices", "SEO", "performance", *TIMES.values()):
        table.add_column(heading, justify="right")
    table.add_column("CLS", justify="right")
    return table
