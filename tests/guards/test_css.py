"""Style sheets: logical properties for both directions of writing, values only in the tokens."""

from __future__ import annotations

import re

import pytest

from webapp.static_files import SOURCE

SHEETS = sorted((SOURCE / "css").glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SIDE = "left|right|top|bottom"
PHYSICAL = re.compile(
    rf"(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:{SIDE})\b"
    rf"|(?<![\w-])(?:{SIDE}|(?:min-|max-)?(?:width|height))\s*:"
    r"|(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius|border-radius:\s*[^;{}/()]+(?:\([^)]*\))?\s+\S"
)
NO_PROPERTY = re.compile(r"@media[^{]+|env\([^)]*\)")
RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|(?<![\w-])(?:rgba?|hsla?|oklch)\(")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_property_names_a_side_of_the_screen(sheet):
    assert PHYSICAL.findall(rules_of(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_colours_are_written_in_the_tokens(sheet):
    if not sheet.name.startswith("tokens"):
        assert RAW_COLOUR.findall(rules_of(sheet)) == []


@pytest.mark.parametrize(
    "rule",
    [
        *("a { margin-left: 0 }", "a{left:0}", "a { text-align: right }", "a { min-width: 1rem }"),
        *("a { border-radius: 1px 0 0 1px }", "a { border-radius: var(--r) 0 0 var(--r) }"),
    ],
)
def test_sides_are_noticed(rule):
    assert PHYSICAL.search(rule)


def rules_of(sheet) -> str:
    """The text of a style sheet without comments, media conditions and what devices say."""
    return NO_PROPERTY.sub(" ", COMMENT.sub("", sheet.read_text(encoding="utf-8")))
