"""The trail as a page and as a file."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.fixtures import markup
from tests.portal.conftest import Visitor
from webapp.domain.audit import Action, Actor, Deed, hash_of
from webapp.store import audit


@pytest.fixture
def admin(desk) -> Visitor:
    """The administrator's browser."""
    return Visitor(desk).be("admin")


def fill(app, clock, count: int, action: Action = Action.EXPORTED) -> None:
    with app.extensions["database"].write() as connection:
        for number in range(count):
            at = clock.now + timedelta(seconds=number)
            audit.append(connection, Actor(3, "192.0.2.3"), Deed(action), at)


def listed(answer) -> int:
    return len(markup.tree(answer).findall(".//tbody/tr"))


def words(answer) -> str:
    return markup.words(markup.by_id(markup.tree(answer), "main"))


def table(answer) -> list[dict[str, str]]:
    assert answer.text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_filters_by_who_what_and_when(admin, clock, desk):
    clock.pass_by(days=200)
    fill(desk, clock, 3)
    fill(desk, clock, 2, Action.INVITED)
    day = clock.now.date()
    for query, count in [
        ("who=3&action=exported", 3),
        ("action=invited", 2),
        (f"since={day}", 5),
        (f"since={day + timedelta(1)}", 0),
        (f"until={day - timedelta(1)}", 5),
        (f"since={day}&until={day}", 5),
        ("who=4", 1),
    ]:
        assert listed(admin.open(f"audit?{query}")) == count, query


def test_a_day_is_a_day_in_shanghai(admin, clock, desk):
    clock.now = clock.now.replace(month=12, hour=0, minute=0)
    fill(desk, clock, 1)
    day = clock.now.date()
    assert listed(admin.open(f"audit?since={day}&until={day}")) == 1
    assert listed(admin.open(f"audit?action=exported&until={day - timedelta(1)}")) == 0


def test_pages_of_fifty_keep_the_filter(admin, clock, desk):
    fill(desk, clock, 120)
    first = admin.open("audit?action=exported")
    assert "120 entries" in words(first)
    assert listed(first) == 50
    following = markup.tree(first).find(".//a[@rel='next']").get("href")
    assert markup.query(following) == {"action": "exported", "page": "2"}
    last = admin.open("audit?action=exported&page=3")
    assert listed(last) == 20
    assert markup.tree(last).find(".//a[@rel='next']") is None
    assert admin.open("audit?action=exported&page=4").status_code == 404


def test_the_file_holds_what_the_filter_matches_and_proves_itself(admin, clock, desk):
    fill(desk, clock, 60)
    answer = admin.send("audit.csv", action="exported")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="audit.csv"'
    rows = table(answer)
    assert len(rows) == 60
    assert {row["who"] for row in rows} == {"reviewer@example.org"}
    assert all(row["hash"] == after["previous"] for row, after in pairwise(rows))


def test_an_export_is_written_down(admin):
    admin.send("audit.csv")
    (row,) = table(admin.send("audit.csv", action="exported"))
    assert row["who"] == "admin@example.org"
    assert '"rows": "' in row["details"]


def test_no_cell_becomes_a_formula(admin, clock, desk):
    with desk.extensions["database"].write() as connection:
        for start in ("=", "+", "-", "@", "\t"):
            deed = Deed(Action.EXPORTED, None, f"{start}cmd|' /C calc'!A0")
            audit.append(connection, Actor(None, f"{start}1"), deed, clock.now)
    for row in table(admin.send("audit.csv", action="exported")):
        assert row["district"].startswith("'")
        assert row["address"].startswith("'")


def test_editors_do_not_learn_who_their_colleagues_are(clock, desk):
    with desk.extensions["database"].write() as connection:
        deed = Deed(Action.EXPORTED, None, "310101")
        audit.append(connection, Actor(3, "192.0.2.3"), deed, clock.now)
    editor = Visitor(desk).be("editor")
    text = editor.open("audit").text
    assert "a colleague" in text
    assert "reviewer@example.org" not in text + editor.send("audit.csv").text


def test_the_trail_of_a_whole_story_holds(admin, desk, visitor):
    visitor.sign_in()
    visitor.send("account/password", old_password="four plain words together", password="x")
    visitor.send("sign-out")
    visitor.sign_in(password="wrong wrong wrong")
    admin.send("audit.csv")
    answer = desk.test_cli_runner().invoke(args=["audit", "verify"])
    assert answer.exit_code == 0, answer.output
    assert "rows hold; anchor" in answer.output


def test_the_hash_can_be_worked_out_by_anybody(admin, desk):
    """From what the page of the decision says, with no key."""
    with desk.extensions["database"].read() as connection:
        entry = next(iter(audit.every_entry(connection)))
    told = (entry.number, entry.at, entry.account_id, entry.address, entry.action)
    about = (entry.subject_id, entry.district, entry.details, "0" * 64)
    assert entry.hash == hash_of(*told, *about)
