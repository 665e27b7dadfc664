"""Addresses: each says who may call it, none disappears, all are kebab-case."""

from __future__ import annotations

import json
import re
from pathlib import Path

from flask import Flask

ROUTES = Path(__file__).with_name("routes.json")
PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|[a-z0-9-]*(\.[a-z]*)+|healthz|readyz|metrics")
PLACEHOLDER = re.compile(r"<(?:[^:<>]+:)?([a-z_]+)>")
UNSEEN_METHODS = {"HEAD", "OPTIONS"}


def test_every_endpoint_declares_who_may_call_it(empty_app):
    views = empty_app.view_functions.items()
    assert [name for name, view in views if not hasattr(view, "access")] == []


def test_no_address_disappears(empty_app):
    """An address others may have linked to goes only with a redirect in its place."""
    kept = json.loads(ROUTES.read_text(encoding="utf-8"))
    assert [route for route in kept if route not in routes_of(empty_app)] == []


def test_every_address_is_listed_in_routes_json(empty_app):
    """Add what is printed here to routes.json, which keeps it for good."""
    kept = json.loads(ROUTES.read_text(encoding="utf-8"))
    assert [route for route in routes_of(empty_app) if route not in kept] == []


def test_addresses_are_kebab_case(empty_app):
    parts = {
        (rule.rule, part)
        for rule in empty_app.url_map.iter_rules()
        for part in PLACEHOLDER.sub("", rule.rule).split("/")
    }
    assert [rule for rule, part in parts if part and not PART.fullmatch(part)] == []


def routes_of(app: Flask) -> list[str]:
    """Each method and address, such as `GET /<lang>/venues/<slug>`."""
    return sorted(
        f"{method} " + PLACEHOLDER.sub(r"<\1>", rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - UNSEEN_METHODS
    )
