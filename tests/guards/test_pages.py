"""Every kind of page in both languages and views keeps to the rules of `page_checks`."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.fixtures import staff
from tests.fixtures.page_kinds import (
    DESK_KINDS,
    LANGUAGES,
    NOT_PAGES,
    PAGE_KINDS,
    SIGNED_IN,
    address,
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", ["standard", "easy"])
@pytest.mark.parametrize("kind", [*PAGE_KINDS, *DESK_KINDS])
def test_a_page_of_each_kind(client, kind, lang, view):
    if kind in SIGNED_IN:
        staff.sign_in(client, SIGNED_IN[kind])
    answer = client.get(address(kind, lang, view))
    assert answer.status_code == (404 if kind == "missing" else 200)


def test_every_address_one_can_open_is_a_kind_of_page(empty_app):
    """A new page joins PAGE_KINDS, and with it every check of every page."""
    opened = {rule.endpoint for rule in empty_app.url_map.iter_rules() if "GET" in rule.methods}
    assert sorted(opened - endpoints_of_kinds(empty_app) - set(NOT_PAGES)) == []


def test_what_is_no_page_is_an_address_and_has_no_kind(empty_app):
    known = {rule.endpoint for rule in empty_app.url_map.iter_rules()}
    assert sorted(set(NOT_PAGES) - known) == []
    assert sorted(set(NOT_PAGES) & endpoints_of_kinds(empty_app)) == []


def endpoints_of_kinds(app: Flask) -> set[str]:
    """What answers the addresses of PAGE_KINDS; a page that is missing shows no view's own page."""
    site = app.url_map.bind("localhost")
    kinds = [kind for kind in (*PAGE_KINDS, *DESK_KINDS) if kind != "missing"]
    return {site.match(urlsplit(address(kind, "en")).path)[0] for kind in kinds}


def test_the_client_notices_a_page_that_breaks_the_rules(make_app):
    app = make_app()
    broken = "<title>Other</title><h1 id=a>One</h1><p id=a style='x'><a href=/nowhere>x</a>"
    app.add_url_rule("/broken", "broken", _declared(lambda: broken))
    with pytest.raises(pytest.fail.Exception) as caught:
        app.test_client().get("/broken")
    for fault in ("does not contain the h1", "occurs 2 times", "inline style", "no view answers"):
        assert fault in str(caught.value)


def _declared(view):
    view.access = "public"
    return view
