"""Translation catalogs: extract, update and compile, in a form that does not change by itself.

Runs in the virtual environment: `.venv/bin/python -m bootstrap.catalogs [compile|update]`.
Catalogs hold no dates, line numbers or tool versions and are sorted, so that a stale one shows.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bootstrap.places import ROOT, TRANSLATIONS

LANGUAGES = ("zh", "en")
SOURCE_LANGUAGE = "en"
TEMPLATE = TRANSLATIONS / "messages.pot"
METHODS = [("**.py", "python"), ("**/templates/**", "jinja2.ext:babel_extract")]
OPTIONS = {"**/templates/**": {"trimmed": "true", "silent": "false"}}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "lazy_gettext": None,
    "_l": None,
}
CHANGING_HEADERS = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Generated-By",
    "Last-Translator",
    "Language-Team",
    "Report-Msgid-Bugs-To",
)


def extract() -> Catalog:
    """Every message the sources use."""
    catalog = _new_catalog(None)
    found = extract_from_dir(
        ROOT / "webapp",
        method_map=METHODS,
        options_map=OPTIONS,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for _file, _line, message, comments, context in found:
        catalog.add(message, auto_comments=comments, context=context)
    return catalog


def read(language: str) -> Catalog:
    """The catalog of one language; an empty one when there is none yet."""
    path = place_of(language)
    if not path.exists():
        return _new_catalog(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def place_of(language: str) -> Path:
    """Where the catalog of one language lies."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


def as_text(catalog: Catalog) -> str:
    """The catalog as it is kept: sorted, without places and dates."""
    out = io.BytesIO()
    write_po(out, catalog, no_location=True, sort_output=True, ignore_obsolete=True, width=100)
    lines = out.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING_LINES))


def update() -> None:
    """Write messages.pot and bring both catalogs up to it; new messages stay empty in Chinese."""
    template = extract()
    _write(TEMPLATE, as_text(template))
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(template, no_fuzzy_matching=True)
        if language == SOURCE_LANGUAGE:
            _fill_with_source(catalog)
        _write(place_of(language), as_text(catalog))


def compile_all() -> None:
    """Write the .mo files the site reads."""
    for language in filter(lambda name: place_of(name).exists(), LANGUAGES):
        compiled = io.BytesIO()
        write_mo(compiled, read(language))
        place_of(language).with_suffix(".mo").write_bytes(compiled.getvalue())


_CHANGING_LINES = tuple(f'"{name}' for name in CHANGING_HEADERS)


def _new_catalog(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        domain="messages",
        header_comment="# Texts of the interface. `make translations` writes this file's frame.",
        project="Shanghai Scenes",
        version="1",
        fuzzy=False,
    )


def _fill_with_source(catalog: Catalog) -> None:
    """Messages are written in English: an untranslated one reads as it stands in the source."""
    for message in catalog:
        if message.id and not any(message.string or ()):
            message.string = message.id


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    {"compile": compile_all, "update": update}[sys.argv[1]]()
