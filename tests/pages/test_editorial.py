"""Pages of prose: written in both languages, reachable from the foot of every page."""

from __future__ import annotations

import pytest

from tests.fixtures import markup

LANGUAGES = ("zh", "en")
NAMES = ("about", "help", "checking", "accessibility", "privacy")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_prose_is_written_in_the_readers_language(client, content_dir, name, lang):
    root = markup.tree(client.get(f"/{lang}/{name}"))
    text = (content_dir / "pages" / lang / f"{name}.md").read_text(encoding="utf-8")
    assert markup.words(root.find(".//h1")) == text.splitlines()[0].removeprefix("# ")
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert [markup.words(each) for each in root.findall(".//main//article//h2")] == headings
    assert text.count("\n- ") == len(root.findall(".//main//article//li"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*NAMES, "sources"])
def test_the_foot_of_the_home_page_leads_there(client, name, lang):
    footer = markup.tree(client.get(f"/{lang}/")).find(".//footer")
    assert f"/{lang}/{name}" in markup.addresses(footer)


def test_the_privacy_page_names_every_cookie_the_site_sets(client, content_dir):
    answer = client.get("/en/?view=easy")
    names = {each.split("=")[0] for each in answer.headers.getlist("Set-Cookie")}
    text = (content_dir / "pages" / "en" / "privacy.md").read_text(encoding="utf-8")
    assert names == {"view"}
    assert all(f"`{name}`" in text for name in names)
