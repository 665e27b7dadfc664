"""Both languages are complete, and the catalogs match the sources."""

from __future__ import annotations

import re

import pytest

from bootstrap import catalogs

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
HALF_WIDTH = re.compile(r"[一-鿿][,;:!?](?=\s|$|[一-鿿])")


def test_the_template_is_up_to_date():
    """Run `make translations` when this fails."""
    kept = catalogs.TEMPLATE.read_text(encoding="utf-8")
    assert messages_in(kept) == messages_in(catalogs.as_text(catalogs.extract()))
    assert kept == catalogs.as_text(catalogs.extract())


@pytest.mark.parametrize("language", catalogs.LANGUAGES)
def test_a_catalog_has_every_message_and_no_other(language):
    wanted = {(message.id, message.context) for message in catalogs.extract() if message.id}
    kept = {(message.id, message.context) for message in catalogs.read(language) if message.id}
    assert kept == wanted


@pytest.mark.parametrize("language", catalogs.LANGUAGES)
def test_every_message_is_translated(language):
    catalog = catalogs.read(language)
    missing = [m.id for m in catalog if m.id and (m.fuzzy or not all(texts_of(m.string)))]
    assert missing == []


@pytest.mark.parametrize("language", catalogs.LANGUAGES)
def test_placeholders_survive_translation(language):
    catalog = catalogs.read(language)
    differing = [m.id for m in catalog if m.id and not keeps_placeholders(m.id, m.string)]
    assert differing == []


def test_chinese_texts_use_full_width_punctuation():
    catalog = catalogs.read("zh")
    texts = [text for message in catalog if message.id for text in texts_of(message.string)]
    assert [text for text in texts if HALF_WIDTH.search(text)] == []


def keeps_placeholders(source: object, translated: object) -> bool:
    """The translation uses placeholders of its source only; plurals may leave the number out."""
    wanted = {name for text in texts_of(source) for name in PLACEHOLDER.findall(text)}
    found = [set(PLACEHOLDER.findall(text)) for text in texts_of(translated)]
    if isinstance(source, str):
        return all(names == wanted for names in found)
    return all(names <= wanted for names in found) and wanted in found


def texts_of(text: object) -> list[str]:
    return [text] if isinstance(text, str) else [str(part) for part in text]  # type: ignore[attr-defined]


def messages_in(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("msgid")]
