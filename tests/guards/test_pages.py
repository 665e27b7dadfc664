"""Every kind of page in both languages and views keeps to the rules of `page_checks`."""

from __future__ import annotations

import pytest

from tests.fixtures.page_kinds import LANGUAGES, PAGE_KINDS, address


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", ["standard", "easy"])
@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_of_each_kind(client, kind, lang, view):
    answer = client.get(address(kind, lang, view))
    assert answer.status_code == (404 if kind == "missing" else 200)


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
