"""The edit key between browser and server: in the address once, then in a cookie of that plan.

See the decision on saved plans: no address that one might pass on holds the key.
"""

from __future__ import annotations

import re

from flask import Response, request, url_for

from webapp import current
from webapp.domain.saved_plans import KEPT
from webapp.i18n import LANGUAGES

COOKIE = "plan-key"
_LAST_PART = re.compile(r"[A-Za-z0-9_-]{22,64}(?=/?\s*$)")


def given_key(in_address: str | None) -> str:
    """The key of this request: in its address, in a field, or in the cookie; else empty."""
    return in_address or typed_key() or request.cookies.get(COOKIE, "")


def typed_key() -> str:
    """The key in the field: alone, or at the end of the address it came with."""
    found = _LAST_PART.search(request.form.get("key", "")[:400])
    return found[0] if found else ""


def keep_key(answer: Response, token: str, key: str) -> Response:
    """Leave the key with the browser, for the pages that change this plan and no others."""
    for path in _paths(token):
        answer.set_cookie(
            COOKIE,
            key,
            max_age=KEPT,
            path=path,
            samesite="Lax",
            httponly=True,
            secure=request.is_secure,
        )
    return answer


def forget_key(answer: Response, token: str) -> Response:
    """Take the key away from the browser."""
    for path in _paths(token):
        answer.delete_cookie(COOKIE, path=path, samesite="Lax", httponly=True)
    return answer


def key_url(token: str, key: str) -> str:
    """The whole address that changes a plan."""
    path = url_for("pages.plan_owner", token=token, key=key, at=None)
    return current.whole_address(path)


def secretly(answer: Response) -> Response:
    """Have nobody keep the answer or hear where its reader came from."""
    answer.headers["Cache-Control"] = "no-store"
    # Not no-referrer: browsers would then send forms with "Origin: null".
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _paths(token: str) -> list[str]:
    return [url_for("pages.plan_owner", lang=lang, token=token, at=None) for lang in LANGUAGES]
