"""What the request asks for: its parameters, and what its words were understood to mean."""

from __future__ import annotations

from flask import request
from werkzeug.datastructures import MultiDict


def arguments() -> MultiDict[str, str]:
    """The request's parameters, with those its words mean; what was asked outright wins."""
    return request.args
