"""The audit trail: filtered, page by page, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeAlias

from flask import Blueprint, Response, render_template, request, url_for
from sqlalchemy import Connection

from webapp import current, signed_in
from webapp.access import requires
from webapp.domain.accounts import CITY_WIDE, Account, Permission
from webapp.domain.audit import Action, Entry
from webapp.domain.desk_faults import DeskMissing
from webapp.domain.faults import BadParameter
from webapp.portal.working import working
from webapp.settings import SHANGHAI
from webapp.store import audit as store
from webapp.store.accounts import accounts_in
from webapp.store.audit import AuditFilter

PER_PAGE = 50
COLUMNS = (
    *("number", "at", "who", "action", "account", "district", "address", "details"),
    *("previous", "hash"),
)
People: TypeAlias = dict[int, Account]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet would take for a formula."""


def add_to(desk: Blueprint) -> None:
    """Register the addresses."""
    desk.add_url_rule("/audit", "audit", audit)
    desk.add_url_rule("/audit.csv", "audit_csv", audit_csv, methods=["POST"])


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the trail is asked for, as in the form; days are Shanghai's."""

    who: str
    action: str
    since: str
    until: str

    def link(self, page: int) -> str:
        """The address of another page of the same."""
        given: dict[str, Any] = {
            "who": self.who,
            "action": self.action,
            "since": self.since,
            "until": self.until,
        }
        kept = {name: value for name, value in given.items() if value}
        return url_for("portal.audit", page=page, **kept)


@requires(Permission.READ_AUDIT)
def audit() -> str:
    """Show the trail: all of it to reviewers and admins, an editor's own and their districts'."""
    asked, account = _asked(), signed_in.signed_in().account
    connection = current.connection()
    people = _people(connection, account)
    page = store.entries_in(connection, _filter(asked, account, people), _page(), PER_PAGE)
    if page.number > page.pages:
        raise DeskMissing(f"page {page.number}")
    return render_template(
        "portal/audit.html",
        page=page,
        asked=asked,
        people=people,
        actions=[action.value for action in Action],
        sees_all=account.role in CITY_WIDE,
        base_address=asked.link,
    )


@requires(Permission.READ_AUDIT)
def audit_csv() -> Response:
    """Hand out what the filter matches; that this was done becomes part of the trail."""
    asked, account = _asked(), signed_in.signed_in().account
    with working() as work:
        people = _people(work.connection, account)
        matching = _filter(asked, account, people)
        entries = list(store.every_entry(work.connection, matching))
        work.record(Action.EXPORTED, rows=str(len(entries)))
    text = "\ufeff" + "".join(_lines(entries, people))
    answer = Response(text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="audit.csv"'
    return answer


def _lines(entries: list[Entry], people: People) -> Iterator[str]:
    yield _line(COLUMNS)
    for entry in entries:
        at = datetime.fromisoformat(entry.at).astimezone(SHANGHAI).isoformat()
        who, subject = _name(people, entry.account_id), _name(people, entry.subject_id)
        told = (entry.number, at, who, entry.action, subject, entry.district, entry.address)
        yield _line((*told, entry.details, entry.previous, entry.hash))


def _line(cells: tuple[object, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([_harmless(str(cell)) for cell in cells])
    return text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _name(people: People, account_id: int | None) -> str:
    if account_id is None:
        return ""
    return people[account_id].email if account_id in people else f"#{account_id}"


def _people(connection: Connection, account: Account) -> People:
    """Whom the reader may know by name: everybody, or an editor only themselves."""
    everybody = accounts_in(connection) if account.role in CITY_WIDE else (account,)
    return {each.id: each for each in everybody}


def _asked() -> Asked:
    given = {name: request.values.get(name, "") for name in ("who", "action", "since", "until")}
    return Asked(**given)


def _filter(asked: Asked, account: Account, people: People) -> AuditFilter:
    own = None if account.role in CITY_WIDE else account.id
    if asked.action and asked.action not in set(Action):
        raise BadParameter("action", asked.action)
    return AuditFilter(
        account_id=_who(asked.who, people),
        action=asked.action or None,
        since=_instant(asked.since, "since", 0),
        before=_instant(asked.until, "until", 1),
        own=own,
        districts=account.districts,
    )


def _who(raw: str, people: People) -> int | None:
    """The account asked for; one the reader may not know of is as missing as one there is not."""
    if not raw:
        return None
    number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else -1
    if number not in people:
        raise DeskMissing(raw)
    return number


def _instant(raw: str, name: str, days: int) -> str | None:
    """The beginning of a day in Shanghai, or of the next, as the trail writes instants."""
    if not raw:
        return None
    try:
        day = date.fromisoformat(raw) + timedelta(days=days)
        midnight = datetime.combine(day, time(), SHANGHAI).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadParameter(name, raw) from None
    return midnight.isoformat(timespec="microseconds")


def _page() -> int:
    raw = request.args.get("page", "1")
    if not (raw.isascii() and raw.isdigit() and 0 < int(raw[:9] or 0) < 10**8):
        raise BadParameter("page", raw)
    return int(raw[:9])
