"""What every page of the desk shares: headers, its sections, what templates may ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, request, url_for

from webapp import access, signed_in
from webapp.domain.accounts import Permission, may
from webapp.portal import words
from webapp.services.accounts.sessions import SignedIn
from webapp.words import gettext as _

WARN_BEFORE_S = 120
"""How long before the session ends one is asked whether to go on (WCAG 2.2.1: at least 20 s)."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the desk."""

    word: str
    address: str
    is_here: bool


def register(app: Flask) -> None:
    """Put the headers on and give templates their words."""
    app.after_request(_add_headers)
    app.context_processor(_for_templates)
    words.register(app)


def sections(person: SignedIn) -> list[Section]:
    """The sections this person may open, with the one at hand marked."""
    known = [
        (_("Overview"), "portal.home", Permission.DESK),
        (_("Accounts"), "portal.accounts", Permission.MANAGE_ACCOUNTS),
        (_("Audit trail"), "portal.audit", Permission.READ_AUDIT),
        (_("My account"), "portal.account", Permission.OWN_ACCOUNT),
    ]
    if access.is_in_set_up(person):
        known = known[-1:]
    return [
        Section(word, url_for(endpoint), _is_here(endpoint))
        for word, endpoint, permission in known
        if may(person.account, permission)
    ]


def is_desk() -> bool:
    """Whether the address asked for is the desk's, whatever answers."""
    return request.path.startswith(("/zh/desk", "/en/desk"))


def _is_here(endpoint: str) -> bool:
    parents = {
        "portal.account_one": "portal.accounts",
        "portal.second_step": "portal.account",
        "portal.change_password": "portal.account",  # nosec B105 -- an address
    }
    return parents.get(request.endpoint or "", request.endpoint) == endpoint


def _add_headers(answer: Response) -> Response:
    if is_desk():
        answer.headers["Cache-Control"] = "no-store"
        # Not `no-referrer`: browsers then send forms with the origin `null`, which is refused.
        answer.headers["Referrer-Policy"] = "same-origin"
        answer.headers["X-Robots-Tag"] = "noindex"
        signed_in.keep_token(answer)
    return answer


def _for_templates() -> dict[str, Any]:
    return {
        "form_token": signed_in.form_token,
        "desk_person": signed_in.find_signed_in,
        "desk_sections": sections,
        "warn_before_s": WARN_BEFORE_S,
    }
