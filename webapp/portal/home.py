"""The desk's first page: who one is here and what one can do now."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp import current
from webapp.access import requires
from webapp.domain.accounts import CITY_WIDE, Permission
from webapp.portal.districts import names_of
from webapp.signed_in import signed_in


def add_to(desk: Blueprint) -> None:
    """Register the address."""
    desk.add_url_rule("/", "home", home)


@requires(Permission.DESK)
def home() -> str:
    """Say what the person's role can do on the desk as it is."""
    account = signed_in().account
    return render_template(
        "portal/home.html",
        account=account,
        districts=names_of(current.connection(), account.districts),
        is_city_wide=account.role in CITY_WIDE,
    )
