"""Plans without accounts: saved, shared, changed, deleted, brought back."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from tests.fixtures import markup
from tests.fixtures.page_kinds import LANGUAGES
from tests.fixtures.planned import FRIDAY, fields_of, stops_of

TOKEN = re.compile(r"/plans/([A-Za-z0-9_-]+)")
KEY = re.compile(r"/edit/([A-Za-z0-9_-]+)")


@pytest.fixture(scope="module")
def site(app):
    """The shared site: plans are added, nothing else of it changes."""
    return app


@pytest.fixture
def visitor(site):
    """A browser of its own, with its own cookies: `visitor()`."""
    return site.test_client


def form_to(root, ending: str):
    return next(form for form in root.iter("form") if form.get("action", "").endswith(ending))


def save(browser, lang="en", title="", **changes):
    """Plan, fill in the form as the page gives it, send it; returns plan, token and key."""
    planned = markup.tree(browser.get(f"/{lang}/plan?{urlencode({**FRIDAY, **changes})}"))
    form = form_to(planned, f"/{lang}/plans")
    sent = [pair for pair in fields_of(form) if pair[0] != "title"] + [("title", title)]
    answer = browser.post(form.get("action"), data=urlencode(sent), content_type=FORM)
    assert answer.status_code == 303, answer.text
    address = answer.headers["Location"]
    return planned, TOKEN.search(address)[1], KEY.search(address)[1]


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_saved_plan_is_the_plan_that_was_saved(visitor, lang):
    planned, token, key = save(visitor(), lang, "周五 with 小李")
    answer = visitor().get(f"/{lang}/plans/{token}")
    root = markup.tree(answer)
    assert stops_of(root) == stops_of(planned)
    assert "周五 with 小李" in markup.words(next(root.iter("h1")))
    assert key not in answer.text
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "Change this stop" not in answer.text
    assert "data-lost" not in answer.text
    assert "data-moved" not in answer.text
    assert not [form for form in root.iter("form") if "/edit" in form.get("action", "")]


def test_token_and_key_cannot_be_guessed(visitor):
    pairs = [save(visitor())[1:] for _ in range(3)]
    for token, key in pairs:
        assert len(token) * 6 >= 128
        assert len(key) * 6 >= 128
        assert token not in key
    assert len({part for pair in pairs for part in pair}) == 6


def test_the_key_is_stored_nowhere(visitor, site):
    _planned, token, key = save(visitor(), title="Where is it?")
    with site.extensions["database"].read() as connection:
        rows = connection.exec_driver_sql(f"SELECT * FROM plans WHERE token = '{token}'").mappings()
        stored = {name: str(value) for row in rows for name, value in row.items()}
    assert stored["title"] == "Where is it?"
    assert all(key not in value and key[:12] not in value for value in stored.values())
    assert set(stored) == {
        *("token", "key_hash", "title", "body", "earlier", "saved_at", "expires_on", "deleted_at")
    }
    assert "127.0.0.1" not in str(stored)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_addresses_are_shown_once_to_whoever_saved(visitor, lang):
    browser = visitor()
    _planned, token, key = save(browser, lang)
    answer = browser.get(f"/{lang}/plans/{token}/edit/{key}?done=new", follow_redirects=True)
    assert answer.request.path == f"/{lang}/plans/{token}/edit"
    assert f"http://localhost/{lang}/plans/{token}/edit/{key}" in answer.text
    links = {a.get("href") for a in markup.tree(answer).iter("a")}
    assert f"/{lang}/plans/{token}" in links
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    other = "en" if lang == "zh" else "zh"
    assert browser.get(f"/{other}/plans/{token}/edit").status_code == 200
    assert visitor().get(f"/{lang}/plans/{token}/edit").status_code == 403


def test_without_cookies_the_edit_address_is_enough(site):
    browser = site.test_client(use_cookies=False)
    _planned, token, key = save(browser)
    mine = f"/en/plans/{token}/edit/{key}"
    answer = browser.get(mine)
    assert answer.status_code == 200
    assert "Undo the last change" not in answer.text
    assert browser.post(mine, data={"do": "delete"}).status_code == 303
    assert browser.get(f"/en/plans/{token}").status_code == 410


def test_the_cookie_goes_to_the_pages_that_change_the_plan_only(visitor):
    browser = visitor()
    _planned, token, _key = save(browser)
    answer = browser.get(f"/en/plans/{token}")
    assert "plan-key" not in answer.request.headers.get("Cookie", "")
    answer = browser.get(f"/en/plans/{token}/edit")
    assert "plan-key=" in answer.request.headers["Cookie"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_deleted_gone_and_brought_back(visitor, lang):
    browser = visitor()
    _planned, token, _key = save(browser, lang)
    mine, shared = f"/{lang}/plans/{token}/edit", f"/{lang}/plans/{token}"
    assert browser.post(mine, data={"do": "delete"}).status_code == 303
    gone = visitor().get(shared)
    assert gone.status_code == 410
    assert {"zh": "行程", "en": "This plan is gone"}[lang] in gone.text
    assert browser.post(mine, data={"do": "restore"}).status_code == 303
    assert visitor().get(shared).status_code == 200


def test_wrong_keys_open_nothing(visitor):
    _planned, token, key = save(visitor())
    _other, _token, another = save(visitor())
    mine = f"/en/plans/{token}/edit"
    for wrong in (another, key[:-1] + ("A" if key[-1] != "A" else "B"), "x", "%22", "a" * 32):
        answer = visitor().get(f"{mine}/{wrong}")
        assert answer.status_code == 403
        assert key not in answer.text
        assert visitor().post(f"{mine}/{wrong}", data={"do": "delete"}).status_code == 403
    assert visitor().post(mine, data={"do": "delete", "key": another}).status_code == 403
    assert visitor().get(f"/en/plans/{token}").status_code == 200
    assert visitor().get(f"/en/plans/{'a' * 24}/edit/{key}").status_code == 404


def test_the_key_can_be_typed_and_nothing_sent_is_lost(visitor):
    _planned, token, key = save(visitor())
    browser = visitor()
    refused = browser.post(f"/en/plans/{token}/edit", data={"do": "delete", "title": "kept?"})
    form = form_to(markup.tree(refused), f"/plans/{token}/edit")
    assert ("title", "kept?") in fields_of(form)
    whole = f" http://localhost/en/plans/{token}/edit/{key} "
    sent = [(name, whole if name == "key" else value) for name, value in fields_of(form)]
    assert browser.post(form.get("action"), data=dict(sent)).status_code == 303
    assert browser.get(f"/en/plans/{token}").status_code == 410


def test_missing_plans_are_missing(client):
    for path in ("a" * 24, "short", "-" * 24, "%E4%BA%BA"):
        assert client.get(f"/en/plans/{path}").status_code == 404
        assert client.get(f"/zh/plans/{path}/edit").status_code == 404
    assert client.get("/en/plans").headers["Location"].endswith("/en/plan")


def test_a_plan_is_changed_in_the_planner_and_the_change_undone(visitor):
    browser = visitor()
    _planned, token, key = save(browser, title="Friday")
    owner = markup.tree(browser.get(f"/en/plans/{token}/edit"))
    planner = next(a.get("href") for a in owner.iter("a") if "/plan?" in a.get("href", ""))
    assert key not in planner
    before = stops_of(markup.tree(visitor().get(f"/en/plans/{token}")))
    opened = markup.tree(browser.get(planner))
    assert [stop[0] for stop in stops_of(opened)] == [stop[0] for stop in before]
    shorter = next(a.get("href") for a in opened.iter("a") if "Leave out" in markup.words(a))
    form = form_to(markup.tree(browser.get(shorter)), f"/plans/{token}/edit")
    assert ("title", "Friday") in fields_of(form)
    answer = browser.post(
        form.get("action"), data=urlencode([*fields_of(form), ("do", "save")]), content_type=FORM
    )
    assert answer.status_code == 303
    after = stops_of(markup.tree(visitor().get(f"/en/plans/{token}")))
    assert len(after) == len(before) - 1
    assert browser.post(f"/en/plans/{token}/edit", data={"do": "back"}).status_code == 303
    assert stops_of(markup.tree(visitor().get(f"/en/plans/{token}"))) == before


def test_a_copy_is_a_plan_of_ones_own(visitor):
    _planned, token, _key = save(visitor())
    shared = markup.tree(visitor().get(f"/en/plans/{token}"))
    copy = next(f for f in shared.iter("form") if f.get("action", "").endswith("/en/plan"))
    planner = visitor().get(f"/en/plan?{urlencode(fields_of(copy))}")
    opened = markup.tree(planner)
    assert [each[0] for each in stops_of(opened)] == [each[0] for each in stops_of(shared)]
    assert token not in planner.text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "很" * 61}, "at most 60 characters"),
        ({"website": "http://spam.example"}, "hidden field"),
        ({"until": "17:00"}, "later than the start"),
        ({"start": ""}, "Say where you start"),
        ({"at": "2026-11-20T04:30", "until": "05:30", "scenario": "silver"}, "no plan"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, changes, words):
    sent = {**FRIDAY, "title": "A night", "wish": "jazz", **changes}
    answer = client.post("/en/plans", data=sent)
    assert answer.status_code == 422
    root = markup.tree(answer)
    assert words in markup.words(next(e for e in root.iter("div") if e.get("role") == "alert"))
    back = next(a.get("href") for a in root.iter("a") if "/plan?" in a.get("href", ""))
    assert dict(parse_qsl(urlsplit(back).query))["wish"] == sent["wish"]


def test_other_sites_cannot_save_or_delete(visitor):
    browser = visitor()
    _planned, token, _key = save(browser)
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert browser.post("/en/plans", data=FRIDAY, headers=headers).status_code == 403
        mine = f"/en/plans/{token}/edit"
        assert browser.post(mine, data={"do": "delete"}, headers=headers).status_code == 403
    assert browser.get(f"/en/plans/{token}").status_code == 200


def test_a_bare_point_is_stored_coarsely(visitor):
    _planned, token, _key = save(visitor(), start="31.23456,121.47654")
    answer = visitor().get(f"/en/plans/{token}")
    assert "31.2345" not in answer.text
    assert "31.235" in answer.text
    assert "data-moved" not in answer.text


def test_saving_too_often_has_to_wait(make_app):
    app = make_app()
    browser = app.test_client()
    codes = [browser.post("/en/plans", data={"start": ""}).status_code for _ in range(61)]
    assert set(codes[:60]) == {422}
    assert codes[60] == 429
    answer = browser.post("/zh/plans", data={"start": ""})
    assert 0 < int(answer.headers["Retry-After"]) <= 600
