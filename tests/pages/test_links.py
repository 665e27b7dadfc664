"""Links: a chosen moment travels along, the other language is the same page."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import pytest

from tests.fixtures import markup
from tests.fixtures.page_kinds import OWN_MOMENT, PAGE_KINDS

MOMENT = "2026-02-17T23:30"
TRAVELLERS = [kind for kind in PAGE_KINDS if kind not in OWN_MOMENT]


def open_page(client, kind: str, lang: str = "en", **query: str):
    address = f"/{lang}{PAGE_KINDS[kind]}"
    return client.get(f"{address}{'&' if '?' in address else '?'}{urlencode(query)}")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", TRAVELLERS)
def test_a_chosen_moment_is_in_every_link(client, kind, lang):
    root = markup.tree(open_page(client, kind, lang, at=MOMENT))
    without = [a for a in travelling(root) if markup.query(a).get("at") != MOMENT]
    assert without == []
    assert list(markup.own_pages(root))


@pytest.mark.parametrize("kind", TRAVELLERS)
def test_a_moment_chosen_by_form_is_in_every_link(client, kind):
    on, hour = MOMENT.split("T")
    root = markup.tree(open_page(client, kind, on=on, hour=hour))
    without = [a for a in travelling(root) if not carries(a, on, hour)]
    assert without == []


@pytest.mark.parametrize("kind", TRAVELLERS)
def test_now_is_in_no_link(client, kind):
    """A link copied now must mean the present of whoever opens it."""
    root = markup.tree(open_page(client, kind))
    assert [a for a in travelling(root) if "at=" in a] == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_the_other_language_is_the_same_page_for_the_same_moment(client, kind):
    first = open_page(client, kind, "zh", at=MOMENT)
    switch = markup.tree(first).find(".//header//a[@hreflang]")
    if kind == "card":  # full screen, in Chinese for everybody: it has no switch
        assert switch is None
        return
    second = client.get(switch.get("href"), follow_redirects=True)
    assert second.status_code == first.status_code
    assert switch.get("href").startswith("/en")
    ids = [sorted(markup.venue_ids(markup.tree(answer))) for answer in (first, second)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("path", ["/zh/", "/en/map", "/en/venues"])
def test_the_section_at_hand_is_marked(client, path):
    root = markup.tree(client.get(path))
    for nav in (*markup.with_class(root, "sign__nav"), *markup.with_class(root, "nav")):
        marked = [link.get("href") for link in nav.iter("a") if link.get("aria-current") == "page"]
        assert marked == [path]


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_links_out_of_the_site_tell_it_nothing(client, kind):
    root = markup.tree(open_page(client, kind))
    for link in root.iter("a"):
        if urlsplit(link.get("href") or "").netloc:
            assert {"noopener", "noreferrer"} <= set((link.get("rel") or "").split())


def travelling(root) -> list[str]:
    """Links to pages of ours, without those whose purpose is another moment.

    What is handed to a parent means the moment at which they open it.
    """
    named = [root.find(f".//*[@id='{name}']") for name in ("clock", "hand-over")]
    parts = [part for part in named if part is not None] + markup.with_class(root, "slider")
    others = {address for part in parts for address in markup.addresses(part)}
    return [a for a in markup.own_pages(root) if a not in others]


def carries(address: str, on: str, hour: str) -> bool:
    asked = markup.query(address)
    return asked.get("at") == f"{on}T{hour}" or (asked.get("on"), asked.get("hour")) == (on, hour)
