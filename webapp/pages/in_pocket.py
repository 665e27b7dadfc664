"""Pages about what the reader's own device keeps: what was saved, and what to do when offline."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp.access import public


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/saved", "saved", saved)
    pages.add_url_rule("/offline", "offline", offline)


@public
def saved() -> str:
    """What this device saved; the list itself is in the browser and never sent here."""
    return render_template("pages/saved.html")


@public
def offline() -> str:
    """What the service worker shows in place of a page that cannot be fetched.

    It also carries the words the worker and the update bar need, so that they are translated
    where all others are.
    """
    return render_template("pages/offline.html")
