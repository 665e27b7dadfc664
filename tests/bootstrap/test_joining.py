"""Joined sheets and modules do what the separate ones did."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from bootstrap import joining
from bootstrap.joining import CannotJoin
from webapp.static_files import SOURCE


@pytest.fixture
def static(tmp_path):
    for name in ("css", "js/parts", "vendor"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def test_a_sheet_takes_in_its_imports_and_keeps_addresses_right(static):
    (static / "css" / "site.css").write_text(
        '@import url("a.css");\n@import url("../vendor/b.css");\np { color: red }\n'
    )
    (static / "css" / "a.css").write_text("a { background: url(a.png) }\n")
    (static / "vendor" / "b.css").write_text("b { background: url(images/b.png) }\n")
    joining.join_all(static)
    assert (static / "css" / "site.css").read_text() == (
        "a { background: url(a.png) }\n"
        "b { background: url(../vendor/images/b.png) }\n"
        "p { color: red }\n"
    )


def test_comments_and_indentation_stay_at_home(static):
    sheet, script = static / "css" / "site.css", static / "js" / "entry.js"
    sheet.write_text("/* Why. */\n@layer base {\n  p { color: red } /* so */\n}\n")
    script.write_text("/* Why,\n   at length. */\nif (a) {\n  b(`/* ${c} */`);\n}\n")
    joining.join_all(static)
    assert sheet.read_text() == "@layer base {\np { color: red } }\n"
    assert script.read_text() == "if (a) {\nb(`/* ${c} */`);\n}\n"


def test_a_text_of_several_lines_is_refused(static):
    (static / "js" / "entry.js").write_text("say(`one\n  two`);\n")
    with pytest.raises(CannotJoin, match="several lines"):
        joining.join_all(static)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is missing")
def test_modules_run_as_before_each_in_a_scope_of_its_own(static):
    write_modules(static)
    entry = static / "js" / "entry.js"
    before = run(entry)
    joining.join_all(static)
    shutil.rmtree(static / "js" / "parts")
    assert run(entry) == before == "one A 2 one"


def test_a_circle_of_imports_is_refused(static):
    write(static / "js" / "entry.js", 'import a from "./parts/a.js";')
    write(static / "js" / "parts" / "a.js", 'import b from "./b.js";', "export default class A {}")
    write(static / "js" / "parts" / "b.js", 'import a from "./a.js";', "export default class B {}")
    with pytest.raises(CannotJoin, match="imports itself through"):
        joining.join_all(static)


@pytest.mark.parametrize(
    "line", ['import * as b from "./b.js";', "export { a };", "export * from 'b';"]
)
def test_an_unknown_kind_of_import_is_refused(static, line):
    write(static / "js" / "entry.js", 'import a from "./parts/a.js";')
    write(static / "js" / "parts" / "a.js", line, "export default class A {}")
    with pytest.raises(CannotJoin, match=r"^a\.js"):
        joining.join_all(static)


def test_the_site_s_own_files_can_be_joined(tmp_path):
    shutil.copytree(SOURCE, tmp_path / "static")
    joining.join_all(tmp_path / "static")
    for path in (tmp_path / "static" / "js").glob("*.js"):
        assert 'from "./' not in path.read_text(encoding="utf-8")
    for path in (tmp_path / "static" / "css").glob("*.css"):
        assert "@import" not in path.read_text(encoding="utf-8")


def write_modules(static):
    parts = static / "js" / "parts"
    write(static / "js" / "package.json", '{"type": "module"}')
    write(parts / "names.js", 'const x = "one";', "export default function name() { return x; }")
    write(
        parts / "sums.js",
        'import name from "./names.js";',
        "const x = 1;",
        "export class A {}",
        "export const two = x + 1;",
        "export function again() { return name(); }",
    )
    write(
        static / "js" / "entry.js",
        'import name from "./parts/names.js";',
        'import { A as First, again, two } from "./parts/sums.js";',
        "const x = 0;",
        "console.log(name(), First.name, two, again());",
    )


def write(path, *lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def run(entry):
    answer = subprocess.run(["node", entry], capture_output=True, text=True, check=True)
    return answer.stdout.strip()
