"""The README names every setting, every command and every make target."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import click

from tests.fixtures import sources
from webapp.settings import ROOT

VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
NOT_SETTINGS = {"PATH"}


def test_every_setting_is_documented():
    assert sorted(name for name in settings() if f"`{name}`" not in readme()) == []


def test_every_command_is_documented(empty_app):
    names = [" ".join(words) for words in commands(empty_app.cli)]
    assert [name for name in names if f"`{name}" not in readme()] == []


def test_every_target_is_documented():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)
    assert [name for name in targets if f"make {name}" not in readme()] == []


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def settings() -> set[str]:
    """Names in capitals that settings and set-up read from the environment."""
    found = set()
    for path in [ROOT / "webapp" / "settings.py", *sources.modules("bootstrap")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            found |= {text for text in texts_in(call) if reads_environment(call)}
    return found - NOT_SETTINGS


def reads_environment(call: ast.Call) -> bool:
    text = ast.unparse(call)
    return any(part in text for part in ("environ.get(", "whole_number(", "(env,", "env.get("))


def texts_in(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        value = argument.value if isinstance(argument, ast.Constant) else None
        if isinstance(value, str) and VARIABLE.fullmatch(value) and len(value) > 1:
            yield value


def commands(group: click.Group, *parents: str) -> Iterator[tuple[str, ...]]:
    """Our commands with their parents' names; Flask's own are left out."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *parents, name)
        elif (command.callback.__module__ if command.callback else "").startswith("webapp"):
            yield (*parents, name)
