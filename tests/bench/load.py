"""Load on a server of this machine: wrk when it is installed, else processes of our own."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from urllib.parse import urlsplit

CLIENTS = 8
# Each thread walks through all paths, begun at a place of its own.
SCRIPT = """
local paths = {%s}
local threads = 0
function setup(thread) thread:set("first", threads * 97); threads = threads + 1 end
local i = 0
function init(args) i = first end
function request()
  i = i + 1
  return wrk.format("GET", paths[i %% #paths + 1], {["Accept-Encoding"] = "gzip"})
end
"""


# A time-out only says that an answer was slow, which the rate says as well.
BROKEN = re.compile(r"Socket errors: (?!connect 0, read 0, write 0)")


def requests_per_second(url: str, paths: Sequence[str], seconds: float) -> float:
    """Ask for the paths in turn with 8 clients; raises `ValueError` when answers are not 2xx."""
    if shutil.which("wrk"):
        return _by_wrk(url, paths, seconds)
    return _by_processes(url, paths, seconds)


def _by_wrk(url: str, paths: Sequence[str], seconds: float) -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % ",".join(map(json.dumps, paths)))
        script.flush()
        duration = f"{max(1, round(seconds))}s"
        command = ["wrk", "-t", "2", "-c", str(CLIENTS), "-d", duration, "-s", script.name, url]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    if rate is None or "Non-2xx" in out or BROKEN.search(out):
        raise ValueError(f"{url}{paths[0]}: {out}")
    return float(rate[1])


def _by_processes(url: str, paths: Sequence[str], seconds: float) -> float:
    with get_context("spawn").Pool(CLIENTS) as pool:
        shares = [(url, paths, seconds, first * 97) for first in range(CLIENTS)]
        return sum(pool.starmap(_ask, shares)) / seconds


def _ask(url: str, paths: Sequence[str], seconds: float, first: int) -> int:
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        path = paths[(first + count) % len(paths)]
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        if not 200 <= answer.status < 300:
            raise ValueError(f"{path}: {answer.status}")
        count += 1
    connection.close()
    return count


def program() -> str:
    """What makes the load, for the caption of a table."""
    return f"wrk, {CLIENTS} clients" if shutil.which("wrk") else f"Python, {CLIENTS} clients"
