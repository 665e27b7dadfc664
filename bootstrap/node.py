"""npm: the system's when its Node is new enough, else one from a Python package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from bootstrap import console, environment
from bootstrap.places import ROOT, VAR, VENV_BIN

OLDEST_NODE = 20
NPM_OPTIONS = (
    *("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"),
    *("--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"),
)
NODE_PACKAGE = ROOT / "bootstrap" / "node-requirements.txt"


def install(project: Path) -> Path:
    """Install `project`'s lockfile below `var/npm`; return the `node_modules` folder.

    The folder holding package.json and package-lock.json stays untouched.
    """
    folder = VAR / "npm" / project.name
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(project / name, folder / name)
    console.run("npm", [_npm(), "ci", *NPM_OPTIONS], cwd=folder, env=_path())
    return folder / "node_modules"


def _npm() -> str:
    if _node_version(shutil.which("node")) >= OLDEST_NODE and shutil.which("npm"):
        return "npm"
    if not (VENV_BIN / "npm").exists():
        console.say("安装 Node.js（Python 包）", "Installing Node.js from a Python package")
        environment.install(NODE_PACKAGE)
    return str(VENV_BIN / "npm")


def _path() -> dict[str, str]:
    """PATH with the environment's programs last: the system's Node goes first if it will do."""
    usual = os.environ.get("PATH", os.defpath)
    if _node_version(shutil.which("node")) >= OLDEST_NODE:
        return {"PATH": f"{usual}{os.pathsep}{VENV_BIN}"}
    return {"PATH": f"{VENV_BIN}{os.pathsep}{usual}"}


def _node_version(program: str | None) -> int:
    """The major version of a Node program, 0 when there is none or it does not start."""
    if program is None:
        return 0
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    found = re.match(r"v(\d+)", answer.stdout)
    return int(found[1]) if found else 0
