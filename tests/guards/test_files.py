"""What must not stand in any file, and files nobody uses."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.fixtures import sources
from webapp.settings import ROOT

# Written with character classes, so that this file does not hold what it looks for.
DOWNLOAD_ADDRESS = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](org|com)|--index[-]url|--find[-]links|\"resolve[d]\""
)
ALLOWED = {"Makefile"}  # its `make lock` forbids the two options by name
TEXT_FILES = {".py", ".toml", ".txt", ".json", ".md", ".yaml", ".html", ".js", ".css", ".cfg", ""}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
FIRST_PARTY = {"webapp", "geo", "bootstrap", "tests"}


def test_no_file_records_where_packages_come_from():
    texts = [path for path in sources.files() if path.suffix in TEXT_FILES]
    found = [
        sources.name_of(path)
        for path in texts
        if path.name not in ALLOWED and DOWNLOAD_ADDRESS.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_modules_are_named_by_what_they_hold():
    names = {path.stem for path in sources.modules()} | {p.parent.name for p in sources.modules()}
    assert names & EMPTY_NAMES == set()


@pytest.mark.parametrize("package", ["webapp", "geo"])
def test_every_library_imported_is_a_declared_dependency(package):
    declared = declared_distributions()
    owners = packages_distributions()
    undeclared = {
        f"{sources.name_of(path)}: {name}"
        for path in sources.modules(package)
        for name in imported_by(path.read_text(encoding="utf-8"))
        if name not in FIRST_PARTY | set(sys.stdlib_module_names)
        and not {owner.lower() for owner in owners.get(name, [name])} & declared
    }
    assert undeclared == set()


def test_templates_have_no_inline_styles():
    pattern = re.compile(r"\sstyle=|<style|\son[a-z]+=\"")
    assert [p.name for p in sources.templates() if pattern.search(p.read_text("utf-8"))] == []


def test_every_template_is_used():
    """Named in a view or in another template; a view may put a name together with f-strings."""
    folder = ROOT / "webapp" / "templates"
    names = [path.relative_to(folder).as_posix() for path in sources.templates()]
    users = [*sources.modules("webapp"), *sources.templates()]
    code = "\n".join(path.read_text("utf-8") for path in users)
    assert [name for name in names if name not in code] == []


def test_every_macro_is_used():
    code = "\n".join(path.read_text("utf-8") for path in sources.templates())
    macros = re.findall(r"{%-?\s*macro\s+(\w+)", code)
    assert [name for name in macros if len(re.findall(rf"\b{name}\b", code)) < 2] == []


def declared_distributions() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[\[<>=~ ;]", line)[0].lower() for line in wanted}
    # Parts of the libraries named: Flask brings Werkzeug, Jinja and click; folium brings branca.
    parts = {"werkzeug", "jinja2", "click", "markupsafe", "branca", "pydantic_core"}
    return parts | names | {name.replace("-", "_") for name in names}


def imported_by(code: str) -> set[str]:
    """The first parts of all names a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found
