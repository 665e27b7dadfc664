"""Starts the site on granian and says when it answers."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import time

from bootstrap import console, images, messages
from bootstrap.places import PYTHON, ROOT, VENV_BIN

LONGEST_START_S = 60
LONGEST_STOP_S = 5
MOST_WORKERS = 256
CHECK_SETTINGS = """
import os, sys
from webapp.settings import Settings, SettingsInvalid
try:
    Settings.from_env(os.environ)
except SettingsInvalid as fault:
    sys.exit(str(fault))
"""
LARGEST_PORT = 65535
BLOCKING_THREADS = 1
# Compared with, never bound to unless HOST says so.
EVERYWHERE = ("0.0.0.0", "::")  # nosec B104


def host_and_port() -> tuple[str, int]:
    """Where the site will listen, from HOST and PORT."""
    return os.environ.get("HOST") or "127.0.0.1", whole_number("PORT", 8000, 1, LARGEST_PORT)


def whole_number(name: str, default: int, least: int, most: int) -> int:
    """Read a variable; raises `Refusal` unless it is a whole number from `least` to `most`."""
    raw = os.environ.get(name) or str(default)
    if not (raw.isascii() and raw.isdigit() and least <= int(raw) <= most):
        raise messages.bad_number(name, raw, least, most)
    return int(raw)


def workers() -> int:
    """How many processes serve, from WORKERS."""
    return whole_number("WORKERS", min(os.cpu_count() or 1, 4), 1, MOST_WORKERS)


def check_port() -> None:
    """Raise `Refusal` when nothing can listen at HOST and PORT."""
    host, port = host_and_port()
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as fault:
        if fault.errno == errno.EADDRINUSE:
            raise messages.port_taken(host, port) from None
        raise messages.cannot_listen(host, port, fault.strerror or str(fault)) from None


def check_settings() -> None:
    """Raise `Refusal` when the site would not accept the environment's variables."""
    answer = subprocess.run(
        [PYTHON, "-c", CHECK_SETTINGS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if answer.returncode != 0:
        raise messages.bad_settings(answer.stderr.strip().rpartition("\n")[2])


def serve() -> int:
    """Run the site until it is told to stop; return the server's exit code."""
    host, port = host_and_port()
    check_port()
    # In a session of its own: Ctrl-C would reach the workers twice, and they hang on the second.
    with subprocess.Popen(_command(host, port), cwd=ROOT, start_new_session=True) as server:
        _pass_on_signals(server)
        _say_when_ready(server, host, port)
        with images.painted_beside():
            code = server.wait()
    return 0 if code in (0, -signal.SIGTERM, -signal.SIGINT) else code


def _command(host: str, port: int) -> list[str]:
    return [
        str(VENV_BIN / "granian"),
        *("--interface", "wsgi", "--no-ws", "--log-level", "warning"),
        *("--host", host, "--port", str(port), "--workers", str(workers())),
        *("--blocking-threads", str(BLOCKING_THREADS), "--backpressure", "128"),
        *("--workers-kill-timeout", str(LONGEST_STOP_S)),
        "webapp.wsgi:app",
    ]


def _pass_on_signals(server: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda _number, _frame: server.terminate())


def _say_when_ready(server: subprocess.Popen[bytes], host: str, port: int) -> None:
    deadline = time.monotonic() + LONGEST_START_S
    while server.poll() is None and time.monotonic() < deadline:
        if _listens(host, port):
            shown = "127.0.0.1" if host in EVERYWHERE else host
            console.say("已就绪，按 Ctrl-C 停止", f"Ready, Ctrl-C stops: http://{shown}:{port}/")
            return
        time.sleep(0.05)


def _listens(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False
