"""Programs the tests use that only the system can provide: Chromium, PostgreSQL, Redis, fonts."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bootstrap import console
from bootstrap.messages import Refusal


@dataclass(frozen=True, slots=True)
class SystemProgram:
    """A program, the Debian packages that bring it, and how to see that it is there."""

    name: str
    packages: tuple[str, ...]
    is_there: Callable[[], bool]


def ensure() -> None:
    """Install what is missing when root on Debian; otherwise say what the tests will skip."""
    missing = [program for program in PROGRAMS if not program.is_there()]
    if not missing:
        return
    packages = [package for program in missing for package in program.packages]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        console.say("安装测试所需的系统软件", f"Installing system packages: {' '.join(packages)}")
        _install(packages)
    for program in missing:
        if not program.is_there():
            wanted = " ".join(program.packages)
            advice = f"{program.name} is missing, its tests skip: apt install {wanted}"
            console.say(f"缺少 {program.name}", advice)


def _install(packages: list[str]) -> None:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    options = ["-q", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]
    try:
        console.run("apt-get update", ["apt-get", "update", "-q"], env=quiet)
        console.run("apt-get install", ["apt-get", "install", *options, *packages], env=quiet)
    except Refusal as refusal:
        console.say("系统软件未装全", str(refusal))


def _has_postgis() -> bool:
    return any(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))


def _has_han_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
    return bool(found.stdout.strip())


def _has(program: str) -> Callable[[], bool]:
    return lambda: shutil.which(program) is not None


PROGRAMS = (
    SystemProgram("Chromium", ("chromium",), _has("chromium")),
    SystemProgram("PostgreSQL + PostGIS", ("postgresql", "postgresql-postgis"), _has_postgis),
    SystemProgram("Redis", ("redis-server",), _has("redis-server")),
    SystemProgram("Chinese fonts", ("fontconfig", "fonts-noto-cjk"), _has_han_font),
    SystemProgram("wrk", ("wrk",), _has("wrk")),
)
