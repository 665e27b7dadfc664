"""Who may import whom, and what never loads while serving."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.fixtures.app import environment
from webapp.settings import ROOT

SERVE_PAGES = """
import sys
from webapp.wsgi import app
client = app.test_client()
slug = client.get("/zh/venues").text.split('data-venue="')[1].split('"')[0]
for path in {paths!r}:
    for lang in ("zh", "en"):
        address = path.format(lang=lang, slug=slug)
        assert client.get(address).status_code == 200, address
print("loaded:", *sorted(name for name in {heavy!r} if name in sys.modules))
"""
HEAVY = (
    *("geopandas", "pandas", "pyogrio", "shapely", "PIL", "resvg_py", "folium"),
    *("geo.ingest", "geo.analytics"),
)
PATHS = (
    *("/{lang}/", "/{lang}/map", "/{lang}/venues", "/{lang}/venues/{slug}", "/{lang}/areas"),
    *("/{lang}/itineraries/old-city-to-the-bund", "/{lang}/itineraries/old-city-to-the-bund.html"),
    "/{lang}/plan?start=peoples-square&at=2026-11-20T18:30&until=23:00&stops=2",
    "/{lang}/plan/print?start=31.22,121.47&at=2026-11-20T18:30&until=23:00&stops=2",
    *("/{lang}/districts/310101", "/{lang}/about", "/{lang}/sources"),
    *("/tiles/venues/10/857/418.json", "/healthz", "/readyz"),
)


def test_layers_are_kept():
    program = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_no_dataframe_library_loads_while_serving(catalogue_file, tmp_path):
    script = SERVE_PAGES.format(paths=PATHS, heavy=HEAVY)
    answer = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment(tmp_path, catalogue_file),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[-1] == "loaded:"
