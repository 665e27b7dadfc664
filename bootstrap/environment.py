"""The virtual environment `.venv` and the pinned packages in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap import console, messages, stamps
from bootstrap.places import PYTHON, ROOT, VENV

RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "tests" / "requirements.txt"
ROOM_FOR_PACKAGES = 1000 * 1024 * 1024
INSTALLING = VENV / ".installing"


def ensure(requirements: Path = RUNTIME) -> None:
    """Make `.venv` hold what `requirements` pins; does nothing when it already does."""
    digest = stamps.digest_of([requirements], sys.version, sys.platform)
    stamp = VENV / f".{requirements.parent.name}-{requirements.stem}.stamp"
    if PYTHON.exists() and stamps.is_fresh(stamp, digest):
        return
    _check_room()
    _ensure_venv()
    console.say("安装 Python 依赖", f"Installing Python packages ({_count(requirements)})")
    install(requirements)
    stamps.write(stamp, digest)


def install(requirements: Path) -> None:
    """Install pinned packages; an interrupted run is noticed by the file it leaves behind."""
    INSTALLING.touch()
    options = ["--no-input", "--no-deps", "--require-hashes", "--progress-bar", "off"]
    console.run("pip", [*_pip(), "install", *options, "-r", requirements])
    INSTALLING.unlink()


def _ensure_venv() -> None:
    """Create `.venv`, or anew when an installation in it was cut short."""
    if _answers([PYTHON, "-c", ""]) and not INSTALLING.exists():
        return
    console.say("建立虚拟环境", "Creating the virtual environment")
    if not _answers([sys.executable, "-c", "import ensurepip"]):
        _create_without_ensurepip()
        return
    console.run("venv", [sys.executable, "-m", "venv", "--clear", VENV])


def _create_without_ensurepip() -> None:
    """Debian without python3-venv: an empty environment will do if this Python has its own pip."""
    if not _answers([sys.executable, "-m", "pip", "--version"]):
        raise messages.no_venv()
    console.run("venv", [sys.executable, "-m", "venv", "--clear", "--without-pip", VENV])


def _pip() -> list[str | Path]:
    if _answers([PYTHON, "-m", "pip", "--version"]):
        return [PYTHON, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", PYTHON]


def _answers(command: list[str | Path]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _check_room() -> None:
    if shutil.disk_usage(ROOT).free < ROOM_FOR_PACKAGES:
        raise messages.disk_full()


def _count(requirements: Path) -> int:
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return sum("==" in line and not line.startswith((" ", "#")) for line in lines)
