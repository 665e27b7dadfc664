"""Joins style sheets and script modules that import each other, so that a page asks for few files.

The sources stay native: while developing, browsers follow the imports themselves. A release
carries each sheet of `css/` with its `@import`s, and each module directly in `js/` with the modules
it imports, each of them in a function of its own, so that names never meet. Both lose the comments
and the indentation that only readers of the sources need.
"""

from __future__ import annotations

import os.path
import re
from pathlib import Path

STYLE_IMPORT = re.compile(r'^@import url\("([^"]+)"\);\n', re.MULTILINE)
RELATIVE_URL = re.compile(r"url\((?!data:|#|/|\")([^)]+)\)")
SCRIPT_IMPORT = re.compile(
    r'^import (?P<default>\w+)?(?:, )?(?:\{(?P<names>[^}]*)\})? from "(?P<path>[^"]+)";\n',
    re.MULTILINE,
)
EXPORT = re.compile(
    r"^export (?P<default>default )?(?P<what>(?:async )?\w+\*? )(?P<name>\w+)", re.M
)
COMMENT = re.compile(r"^ */\*.*?\*/\n", re.DOTALL | re.MULTILINE)
STYLE_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
INDENT = re.compile(r"^ +", re.MULTILINE)
STRAY = re.compile(r"^(?:import|export)\b", re.MULTILINE)


class CannotJoin(Exception):
    """A module imports or exports in a way the joiner does not know; the message names it."""


def join_all(static: Path) -> None:
    """Join the sheets and modules below a copy of the static folder, in place."""
    joined = {path: bare_style(path) for path in sorted((static / "css").glob("*.css"))}
    joined |= {path: joined_script(path) for path in sorted((static / "js").glob("*.js"))}
    for path, text in joined.items():
        path.write_text(text, encoding="utf-8")


def bare_style(path: Path) -> str:
    """The sheet with its imports in place, without comments and indentation."""
    return INDENT.sub("", STYLE_COMMENT.sub("", joined_style(path)))


def joined_style(path: Path) -> str:
    """The sheet with its imports in place; relative addresses stay right."""
    text = path.read_text(encoding="utf-8")
    return STYLE_IMPORT.sub(lambda found: _style_from(path.parent, found[1]), text)


def joined_script(path: Path) -> str:
    """The module with what it imports before it, without comments and indentation."""
    parts: dict[Path, str] = {}
    body = _own_scope_imports(path, parts, ())
    return _bare("".join(parts.values()) + body, path)


def _bare(text: str, path: Path) -> str:
    """The script without comments of their own lines; a text over several lines must stay."""
    if any(line.count("`") % 2 for line in text.splitlines()):
        raise CannotJoin(f"{path.name} or what it imports has a text of several lines")
    return INDENT.sub("", COMMENT.sub("", text))


def _style_from(folder: Path, address: str) -> str:
    source = (folder / address).resolve()
    prefix = os.path.relpath(source.parent, folder.resolve())
    text = joined_style(source)
    if prefix == ".":
        return text
    return RELATIVE_URL.sub(lambda found: f"url({prefix}/{found[1]})", text)


def _own_scope_imports(path: Path, parts: dict[Path, str], above: tuple[Path, ...]) -> str:
    """The module's text, its imports read from the scopes in `parts`, which it adds to."""
    if path in above:
        raise CannotJoin(f"{path.name} imports itself through {above[-1].name}")
    text = path.read_text(encoding="utf-8")
    for found in SCRIPT_IMPORT.finditer(text):
        _add(_source_of(path, found), parts, (*above, path))
    return SCRIPT_IMPORT.sub(lambda found: _reading(found, _source_of(path, found)), text)


def _add(source: Path, parts: dict[Path, str], above: tuple[Path, ...]) -> None:
    if source in parts:
        return
    body = _own_scope_imports(source, parts, above)
    exported = [(found["name"], bool(found["default"])) for found in EXPORT.finditer(body)]
    body = EXPORT.sub(r"\g<what>\g<name>", body)
    if STRAY.search(body) or "import(" in body or "import.meta" in body:
        raise CannotJoin(f"{source.name} imports or exports in a way that cannot be joined")
    given = ", ".join(f"default: {name}" if is_default else name for name, is_default in exported)
    parts[source] = f"const {_scope(source)} = (() => {{\n{body}return {{ {given} }};\n}})();\n"


def _source_of(path: Path, found: re.Match[str]) -> Path:
    return (path.parent / found["path"]).resolve()


def _reading(found: re.Match[str], source: Path) -> str:
    """The line that takes imported names from a scope: `import A, { b } from` becomes a const."""
    default = [f"default: {found['default']}"] if found["default"] else []
    names = [name.strip().replace(" as ", ": ") for name in (found["names"] or "").split(",")]
    return f"const {{ {', '.join([*default, *filter(None, names)])} }} = {_scope(source)};\n"


def _scope(source: Path) -> str:
    """A name for a module's scope, such as `map_pin_icons`."""
    return re.sub(r"\W", "_", f"{source.parent.name}_{source.stem}")
