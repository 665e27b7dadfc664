"""Set-up installs pinned files only, whoever serves them."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from webapp.settings import ROOT

REQUIREMENTS = ["requirements.txt", "tests/requirements.txt", "bootstrap/node-requirements.txt"]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_pinned_with_hashes(name):
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


def test_every_declared_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert undeclared(project["project"]["dependencies"], "requirements.txt") == []
    assert undeclared(project["dependency-groups"]["dev"], "tests/requirements.txt") == []


def test_tests_run_with_the_versions_that_serve():
    development = set(pins("tests/requirements.txt"))
    assert [pin for pin in pins("requirements.txt") if pin not in development] == []


@pytest.mark.parametrize("folder", ["bootstrap", "tests", "tests/bench/lighthouse"])
def test_node_packages_are_locked_by_hash_and_match_package_json(folder):
    package = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    wanted = {**package.get("dependencies", {}), **package.get("devDependencies", {})}
    locked = lock["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, entry in locked.items() if name and "integrity" not in entry] == []


def undeclared(dependencies: list[str], name: str) -> list[str]:
    pinned = {pin.split("==")[0] for pin in pins(name)}
    wanted = [re.split(r"[\[<>=~]", line)[0].lower() for line in dependencies]
    return [dependency for dependency in wanted if dependency not in pinned]


def pins(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"^[a-z0-9-]+==[^\s;]+", text, re.MULTILINE)
