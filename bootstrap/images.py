"""Pictures for shared links, painted beside the running site: it is complete without them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from bootstrap import console, stamps
from bootstrap.places import LOG, ROOT, VAR
from bootstrap.site_data import FLASK, STAMPS, what_makes_the_database

STAMP = STAMPS / "images.stamp"
LONGEST_STOP_S = 5


@contextmanager
def painted_beside() -> Iterator[None]:
    """Paint, while the block runs, what changed since the last time; stop painting at its end."""
    digest = stamps.digest_of([*what_makes_the_database(), ROOT / "bootstrap/package-lock.json"])
    if (VAR / "images").is_dir() and stamps.is_fresh(STAMP, digest):
        yield
        return
    with LOG.open("a", encoding="utf-8") as log:
        painter = subprocess.Popen(
            _command(),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for the server; the painter is told afterwards
        )
    Thread(target=_note_end, args=(painter, digest), daemon=True).start()
    try:
        yield
    finally:
        _stop(painter)


def _command() -> list[str | Path]:
    """The command, behind everything else the machine has to do."""
    nice = shutil.which("nice")
    return [*([nice, "-n", "19"] if nice else []), *FLASK, "content", "images"]


def _note_end(painter: subprocess.Popen[bytes], digest: str) -> None:
    code = painter.wait()
    if code == 0:
        stamps.write(STAMP, digest)
        console.say("分享图片已画好", "Pictures for shared links are painted")
    elif code > 0:
        console.say("分享图片没有画成", f"Pictures for shared links were not painted, see {LOG}")


def _stop(painter: subprocess.Popen[bytes]) -> None:
    painter.terminate()
    try:
        painter.wait(LONGEST_STOP_S)
    except subprocess.TimeoutExpired:
        painter.kill()
