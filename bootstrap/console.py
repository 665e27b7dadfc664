"""Plain progress lines, and commands that run quietly into the set-up log."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Thread

from bootstrap import messages
from bootstrap.messages import Refusal
from bootstrap.places import LOG, ROOT

STARTED = time.monotonic()
HEARTBEAT_S = 15.0
TAIL_LINES = 200


def guarded(work: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run `work`; refusals, full disks and Ctrl-C become one line and an exit code."""
    try:
        return work(arguments)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except OSError as fault:
        print(messages.of_os_error(fault), file=sys.stderr)
    except KeyboardInterrupt:
        print(messages.bilingual("已中断", "Interrupted"), file=sys.stderr)
        return 130
    return 1


def say(zh: str, en: str) -> None:
    """Print one line with the seconds since the start."""
    elapsed = time.monotonic() - STARTED
    print(f"[{elapsed:6.1f} s] {messages.bilingual(zh, en)}", flush=True)


def run(
    step: str,
    command: Iterable[str | Path],
    *,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a command with its output in the log; raises `Refusal` in plain words when it fails."""
    words = [str(word) for word in command]
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(words)}\n")
        process = _start(words, cwd, env)
        tail = _follow(process, log.write)
    if process.returncode != 0:
        raise _refusal(step, tail)


def _start(words: list[str], cwd: Path, env: Mapping[str, str] | None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        words,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _follow(process: subprocess.Popen[str], write: Callable[[str], object]) -> list[str]:
    """Copy output to the log, print a sign of life now and then, return the last lines."""
    tail: deque[str] = deque(maxlen=TAIL_LINES)
    with process:
        reader = Thread(target=_copy, args=(process, write, tail), daemon=True)
        reader.start()
        while reader.is_alive():
            reader.join(HEARTBEAT_S)
            if reader.is_alive():
                say("仍在进行", f"Still at it: {_last(tail)[:80]}")
    return list(tail)


def _copy(process: subprocess.Popen[str], write: Callable[[str], object], tail: deque[str]) -> None:
    for line in process.stdout or ():
        write(line)
        tail.append(line)


def _refusal(step: str, tail: list[str]) -> Refusal:
    return messages.of_output("".join(tail)) or messages.step_failed(step, _last(tail), str(LOG))


def _last(lines: Iterable[str]) -> str:
    """The last line that says something."""
    return next((line.strip() for line in reversed(list(lines)) if line.strip()), "")
