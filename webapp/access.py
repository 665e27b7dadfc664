"""Permissions: every view says who may call it, and a view that says nothing is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from flask import Flask, current_app, request

from webapp import current, signed_in
from webapp.domain.accounts import Permission, may, must_have_second_step
from webapp.domain.desk_faults import NotAllowed, SecondStepNeeded
from webapp.services.accounts.sessions import SignedIn

PUBLIC = "public"
P = ParamSpec("P")
R = TypeVar("R")


class AccessUndeclared(Exception):
    """A view was registered without saying who may call it."""


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view as open to everybody."""
    view.access = PUBLIC  # type: ignore[attr-defined]
    return view


def requires(
    permission: Permission, *, in_set_up: bool = False, is_use: bool = True
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a view as open to those signed in whose role has the permission.

    `in_set_up`: also to those who must set up their second step first. Calling a view that is no
    use (`is_use=False`) does not keep a session from ending.
    """

    def mark(view: Callable[P, R]) -> Callable[P, R]:
        declared: Any = view
        declared.access, declared.in_set_up, declared.is_use = permission, in_set_up, is_use
        return view

    return mark


def register(app: Flask) -> None:
    """Check the declaration before each request."""
    app.before_request(_check)


def _check() -> None:
    if request.endpoint is None:
        return
    view: Any = current_app.view_functions[request.endpoint]
    declared = getattr(view, "access", None)
    if declared == PUBLIC:
        return
    if not isinstance(declared, Permission):
        raise AccessUndeclared(request.endpoint)
    _admit(signed_in.signed_in(), declared, view)


def _admit(person: SignedIn, permission: Permission, view: Any) -> None:
    if not may(person.account, permission):
        raise NotAllowed
    if is_in_set_up(person) and not view.in_set_up:
        raise SecondStepNeeded
    if view.is_use:
        signed_in.use_session(person)


def is_in_set_up(person: SignedIn) -> bool:
    """Whether somebody must set up their second step before anything else."""
    rule = current.settings().second_step
    account = person.account
    return not account.has_second_step and must_have_second_step(account.role, rule)
