"""Forms of the desk: their token, clean text out of them, and what was wrong."""

from __future__ import annotations

import secrets

from flask import request

from webapp import signed_in
from webapp.domain.desk_faults import FormStale
from webapp.http import SAFE_METHODS

TOKEN = "form_token"  # nosec B105 -- the field's name
LONGEST_TEXT = 200
Faults = dict[str, str]


def check_token() -> None:
    """Raise `FormStale` for a form without the token of this browser."""
    if request.method in SAFE_METHODS:
        return
    given = request.form.get(TOKEN, "") or request.headers.get("X-Form-Token", "")
    if not secrets.compare_digest(given.encode(), signed_in.form_token().encode()):
        raise FormStale


def text_of(name: str) -> str:
    """A line of text as typed, without control characters or white space around it."""
    raw = request.form.get(name, "")
    return "".join(c for c in raw if c.isprintable()).strip()[:LONGEST_TEXT]


def secret_of(name: str) -> str:
    """A password as typed; nothing is cut off or changed."""
    return request.form.get(name, "")
