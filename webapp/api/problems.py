"""Faults as `application/problem+json` (RFC 9457), each type with an address that stays."""

from __future__ import annotations

import orjson
from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

from webapp import logs
from webapp.domain import faults
from webapp.errors import STATUS

TYPE = "application/problem+json"
TITLES = {
    "bad-parameter": "A parameter has a value that cannot be used",
    "unknown-parameter": "There is no such parameter",
    "missing": "There is nothing at this address",
    "refused": "The request cannot be answered",
    "broken": "Something broke on our side",
}


class UnknownParameter(faults.BadParameter):
    """A parameter this address does not have."""


def add_to(api: Blueprint) -> None:
    """Answer the faults of the API's own addresses."""
    api.register_error_handler(faults.Fault, _on_fault)
    api.register_error_handler(HTTPException, on_http)
    api.register_error_handler(Exception, _on_crash)


def problem(status: int, name: str, detail: str) -> Response:
    """A problem of the type `name`; not cached."""
    told = {
        "type": f"/api/problems/{name}",
        "title": TITLES[name],
        "status": status,
        "detail": detail,
        "instance": request.full_path.rstrip("?"),
    }
    answer = Response(orjson.dumps(told), status, content_type=TYPE)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _on_fault(fault: faults.Fault) -> Response:
    if isinstance(fault, UnknownParameter):
        return problem(400, "unknown-parameter", f"“{fault.name}” is no parameter here.")
    if isinstance(fault, faults.BadParameter):
        detail = f"“{fault.value[:60]}” is not a value of “{fault.name}”."
        return problem(400, "bad-parameter", detail)
    if STATUS.get(type(fault)) == 404:
        return problem(404, "missing", str(fault))
    return _on_crash(fault)


def on_http(fault: HTTPException) -> Response:
    """The problem for a status that routing or a view asked for."""
    if fault.code == 404:
        return problem(404, "missing", f"There is nothing at {request.path}.")
    answer = problem(fault.code or 500, "refused", fault.description or fault.name)
    for name, value in fault.get_headers():
        if name in ("Allow", "Retry-After"):
            answer.headers[name] = value
    return answer


def _on_crash(fault: Exception) -> Response:
    logs.log.error("crash", id=logs.request_id(), path=request.path, exc_info=fault)
    return problem(500, "broken", f"It has been noted as {logs.request_id()}.")
