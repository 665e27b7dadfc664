"""granian as `make run` starts it, on a free port, for as long as a measurement takes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from webapp.settings import ROOT

WORKERS = 2
LOG = ROOT / "var" / "bench" / "server.log"
LONGEST_START_S = 60


@contextmanager
def running(target: str, path: str, variables: Mapping[str, str]) -> Iterator[str]:
    """Serve `target` (`module:app`, `module:factory()`); yield its address when `path` answers."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {**os.environ, **variables}
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("w") as log:
        server = subprocess.Popen(
            _command(target, port), cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            _wait(url + path)
            yield url
        finally:
            server.terminate()
            server.wait()


def _command(target: str, port: int) -> list[str]:
    factory = ["--factory"] if target.endswith("()") else []
    return [
        str(Path(sys.executable).with_name("granian")),
        *("--interface", "wsgi", "--no-ws", "--log-level", "error", *factory),
        *("--workers", str(WORKERS), "--blocking-threads", "1", "--backpressure", "128"),
        *("--port", str(port), target.removesuffix("()")),
    ]


def _wait(address: str) -> None:
    deadline = time.monotonic() + LONGEST_START_S
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except ConnectionError:
            time.sleep(0.1)
        except urllib.error.URLError as fault:
            if not isinstance(fault.reason, ConnectionError):
                raise
            time.sleep(0.1)
    raise TimeoutError(address)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
