"""Words of the desk for codes: roles, deeds, refusals."""

from __future__ import annotations

import json
from datetime import datetime

from flask import Flask
from flask_babel import lazy_gettext as _l

from webapp import current
from webapp.domain.desk_faults import AccountRefused, PasswordRefused, TriedTooOften
from webapp.domain.passwords import SHORTEST
from webapp.settings import SHANGHAI
from webapp.words import gettext as _
from webapp.words import ngettext

ROLES = {
    "editor": _l("Editor (district office)"),
    "reviewer": _l("Reviewer (city)"),
    "admin": _l("Administrator"),
}
ACTIONS = {
    "signed-in": _l("Signed in"),
    "signed-out": _l("Signed out"),
    "sign-in-failed": _l("Sign-in failed"),
    "invited": _l("Invited"),
    "invitation-accepted": _l("Invitation accepted"),
    "reset-requested": _l("Asked for a new password by mail"),
    "reset-link-made": _l("Link for a new password made"),
    "password-reset": _l("New password set by link"),
    "password-changed": _l("Password changed"),
    "second-step-on": _l("Two-step sign-in turned on"),
    "second-step-off": _l("Two-step sign-in turned off"),
    "recovery-code-used": _l("Recovery code used"),
    "recovery-codes-made": _l("New recovery codes made"),
    "session-ended": _l("One session ended"),
    "other-sessions-ended": _l("All other sessions ended"),
    "role-changed": _l("Role or districts changed"),
    "deactivated": _l("Account deactivated"),
    "reactivated": _l("Account reactivated"),
    "exported": _l("Audit trail exported"),
}
REFUSALS = {
    "email": _l("This is no e-mail address. Write it as in name@example.org."),
    "exists": _l("There is an account with this address already."),
    "districts-needed": _l("Choose at least one district for an editor."),
    "districts-unknown": _l("One of the districts does not exist."),
    "last-admin": _l("This is the last administrator. Make somebody else one first."),
    "inactive": _l("The account is deactivated. Reactivate it first."),
}
DETAILS = {
    "role": _l("role"),
    "districts": _l("districts"),
    "was": _l("was"),
    "is": _l("is now"),
    "count": _l("count"),
    "step": _l("step"),
    "rows": _l("rows"),
    "by": _l("by"),
}


def register(app: Flask) -> None:
    """Offer the words to templates."""
    app.jinja_env.globals.update(desk_roles=ROLES, desk_actions=ACTIONS)
    app.jinja_env.filters.update(desk_time=time_words, desk_details=details_words)


def time_words(at: datetime | str) -> str:
    """An instant as `2026-11-20 21:40`, Shanghai; takes the ISO text of the trail as well."""
    instant = datetime.fromisoformat(at) if isinstance(at, str) else at
    return instant.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")


def details_words(details: str) -> str:
    """What an entry of the trail says in particular."""
    comma, colon = ("；", "：") if current.lang() == "zh" else ("; ", ": ")
    told = [(DETAILS.get(name, name), value) for name, value in json.loads(details).items()]
    return comma.join(f"{word}{colon}{_value(value)}" for word, value in told if value)


def _value(value: str) -> str:
    role, *districts = value.split(" ")
    return " ".join([str(ROLES.get(role, role)), *districts])


def weakness_words(refused: PasswordRefused) -> str:
    """Why a new password is refused, and what to do."""
    known = {
        "short": _("Use at least %(least)d characters, such as four words.", least=SHORTEST),
        "long": _("Use at most 128 characters."),
        "common": _("Many people use this password or one like it. Choose another."),
        "own-name": _("This is little more than your name or e-mail address. Choose another."),
    }
    return known[refused.weakness.value]


def refusal_words(refused: AccountRefused) -> str:
    """Why an account cannot be made or changed this way."""
    return str(REFUSALS[refused.reason])


def sign_in_words() -> str:
    """What everybody is told whose sign-in failed, whatever the reason."""
    return _("That did not work. E-mail or password is wrong, or the account is not in use.")


def code_words() -> str:
    """What is said of a code that is not right."""
    return _("This code is not right, or was used before. Wait for the next one.")


def wait_words(refused: TriedTooOften) -> str:
    """How long to wait after too many tries."""
    minutes = max(1, -(-refused.wait_s // 60))
    return ngettext(
        "Too many tries. Wait %(num)d minute, then try again.",
        "Too many tries. Wait %(num)d minutes, then try again.",
        minutes,
    )
