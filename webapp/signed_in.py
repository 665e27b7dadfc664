"""Who is signed in at the browser of this request, by its cookie."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Response, g, request

from webapp import current
from webapp.domain.desk_faults import SignedOut
from webapp.services.accounts import sessions
from webapp.services.accounts.sessions import SignedIn
from webapp.services.accounts.work import keyed, new_token


def cookie_name() -> str:
    """`__Host-` makes browsers insist on HTTPS, this host and no domain."""
    return "__Host-desk" if _is_secure() else "desk"


def cookie_options() -> dict[str, Any]:
    """No script reads the cookie, no other site's form sends it; it ends with the browser."""
    return {"path": "/", "httponly": True, "samesite": "Lax", "secure": _is_secure()}


def desk_token() -> str:
    """The browser's secret: the session's id, or of a visit before anybody signs in."""
    if "desk_token" not in g:
        g.desk_token = request.cookies.get(cookie_name(), "")
    if not g.desk_token:
        use_token(new_token())
    return str(g.desk_token)


def use_token(token: str) -> None:
    """Give the browser another secret with this answer."""
    g.desk_token, g.desk_token_is_new = token, True
    g.pop("desk_person", None)


def keep_token(answer: Response) -> Response:
    """Set the cookie where the secret is a new one."""
    if g.get("desk_token_is_new"):
        answer.set_cookie(cookie_name(), g.desk_token, **cookie_options())
    return answer


def form_token() -> str:
    """What each form of this browser carries; other sites can neither read nor guess it."""
    return keyed(current.settings().secret_key, "form", desk_token()).hex()


def find_signed_in(stage: str = "full") -> SignedIn | None:
    """Whoever is signed in, None if nobody; `password` finds who still has to give a code."""
    if "desk_person" not in g:
        with current.database().read() as connection:
            g.desk_person = sessions.find_signed_in(
                connection, desk_token(), idle_limit(), current.instant()
            )
    person: SignedIn | None = g.desk_person
    return person if person and person.session.stage == stage else None


def signed_in() -> SignedIn:
    """Whoever is signed in; raises `SignedOut`."""
    person = find_signed_in()
    if person is None:
        raise SignedOut
    return person


def use_session(person: SignedIn, *, at_once: bool = False) -> None:
    """Note that the session is in use, so that it does not end."""
    if not at_once and not sessions.is_due(person, current.instant()):
        return
    with current.database().write() as connection:
        sessions.touch(connection, person, current.instant())
    g.pop("desk_person", None)


def idle_limit() -> timedelta:
    """After how long without use a session ends."""
    return timedelta(minutes=current.settings().desk_idle_min)


def _is_secure() -> bool:
    return current.settings().base_url.startswith("https://")
