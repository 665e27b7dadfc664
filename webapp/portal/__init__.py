"""The district desk under `/<zh|en>/desk/`: for people with an account, never cached."""

from __future__ import annotations

from flask import Blueprint, Flask

from webapp.portal import (
    account,
    account_second_step,
    accounts,
    audit,
    forms,
    frame,
    home,
    passwords,
    refusals,
    signing,
)

PARTS = (home, signing, passwords, account, account_second_step, accounts, audit)


def register(app: Flask) -> None:
    """Add the desk's pages."""
    desk = Blueprint("portal", __name__, url_prefix="/<any(zh, en):lang>/desk")
    for part in PARTS:
        part.add_to(desk)
    desk.before_request(forms.check_token)
    app.register_blueprint(desk)
    frame.register(app)
    refusals.register(app)
