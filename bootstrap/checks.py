"""`make test`: what must hold before a change lands, cheapest first, the tests last."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bootstrap import console, environment, node, site_data, stamps, system_packages, vendor
from bootstrap.environment import DEVELOPMENT
from bootstrap.places import PYTHON, ROOT, VAR, VENV_BIN

CODE = ("webapp", "geo", "bootstrap", "tests")
PACKAGES = ("webapp", "geo", "bootstrap")
LINTERS: dict[str, tuple[str, ...]] = {
    "ruff check": ("ruff", "check", *CODE),
    "ruff format": ("ruff", "format", "--check", "--quiet", *CODE),
    "mypy": ("mypy",),
    "lint-imports": ("lint-imports",),
    "djlint": ("djlint", "--lint", "--quiet", "webapp/templates"),
    "bandit": ("bandit", "--quiet", "--recursive", "-c", "pyproject.toml", *PACKAGES),
}
TEST_MODULES = VAR / "npm" / "tests" / "node_modules"


def prepare() -> None:
    """Install packages, system programs and page checkers; compile, but fill no database."""
    environment.ensure(DEVELOPMENT)
    vendor.ensure()
    site_data.ensure_translations()
    site_data.ensure_machine_code()
    _ensure_page_checkers()
    system_packages.ensure()


def run_all(arguments: list[str]) -> int:
    """Run the linters, then pytest; return 0 only when all of them pass."""
    linters = run_linters()
    tests = call([PYTHON, "-m", "pytest", *(arguments or ["-n", "2", "-q"])])
    return linters or tests


def run_linters() -> int:
    """Run each linter, all of them even when one fails; return 0 when all pass."""
    failed = [name for name, words in LINTERS.items() if not _passes(name, words)]
    if failed:
        console.say("未通过", f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


def call(command: Iterable[str | Path]) -> int:
    """Run a command with its output shown; return its exit code."""
    words = [str(word) for word in command]
    answer = subprocess.run(
        words, cwd=ROOT, env=_environment(), stdin=subprocess.DEVNULL, check=False
    )
    return answer.returncode


def _passes(name: str, words: tuple[str, ...]) -> bool:
    console.say("检查", name)
    program, *rest = words
    return call([VENV_BIN / program, *rest]) == 0


def _environment() -> dict[str, str]:
    path = os.environ.get("PATH", os.defpath)
    return {**os.environ, "PATH": f"{VENV_BIN}{os.pathsep}{path}", "PYTHONUTF8": "1"}


def _ensure_page_checkers() -> None:
    """Fetch axe-core and html-validate by lockfile."""
    digest = stamps.digest_of([ROOT / "tests" / "package-lock.json"])
    stamp = TEST_MODULES / ".stamp"
    if stamps.is_fresh(stamp, digest):
        return
    console.say("获取网页检查工具", "Fetching the page checkers")
    shutil.rmtree(TEST_MODULES, ignore_errors=True)
    node.install(ROOT / "tests")
    stamps.write(stamp, digest)
