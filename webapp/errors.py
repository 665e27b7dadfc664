"""Faults become answers: one table from exception to status, one designed page for each."""

from __future__ import annotations

from flask import Flask, Response, current_app, make_response, render_template
from werkzeug.exceptions import HTTPException

from webapp import i18n, logs
from webapp.domain import desk_faults, faults
from webapp.words import gettext as _

STATUS: dict[type[faults.Fault], int] = {
    faults.AreaMissing: 404,
    faults.BenefitMissing: 404,
    faults.DistrictMissing: 404,
    faults.EventMissing: 404,
    faults.ItineraryMissing: 404,
    faults.StationMissing: 404,
    faults.TileMissing: 404,
    faults.VenueMissing: 404,
    faults.PageMissing: 404,
    faults.PlanMissing: 404,
    faults.PlanGone: 410,
    faults.PlanKeyWrong: 403,
    faults.TooManyRequests: 429,
    desk_faults.DeskMissing: 404,
    faults.VenueGone: 410,
    faults.BadParameter: 422,
    faults.ForeignOrigin: 403,
}

Words = tuple[str, str]
"""A title and what to do next."""

FAILSAFE = """<!doctype html><html lang="{tag}" data-view="standard"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{text}</p><p>{id}</p>
<p><a href="/{lang}/">{home}</a></p></main></body></html>"""


def register(app: Flask) -> None:
    """Answer every fault with a page in the reader's language."""
    app.register_error_handler(faults.Fault, _on_fault)
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(Exception, _on_crash)


def _on_fault(fault: faults.Fault) -> Response:
    status = STATUS.get(type(fault), 500)
    if status == 500:
        return _on_crash(fault)
    detail = _bad_parameter(fault) if isinstance(fault, faults.BadParameter) else ""
    answer = error_page(status, detail, _words_of(fault))
    if isinstance(fault, faults.TooManyRequests):
        answer.headers["Retry-After"] = str(fault.wait_s)
    return answer


def on_http(fault: HTTPException) -> Response:
    """The page for a status that routing or a view asked for; a redirect stays one."""
    if fault.code is None or fault.code < 400:
        return make_response(fault.get_response())
    answer = error_page(fault.code)
    for name, value in fault.get_headers():
        if name in ("Allow", "Retry-After"):
            answer.headers[name] = value
    return answer


def _on_crash(fault: Exception) -> Response:
    logs.log.error("crash", id=logs.request_id(), path=logs.logged_path(), exc_info=fault)
    try:
        return error_page(500)
    except Exception as second:  # the page of last resort asks nothing of anybody
        logs.log.error("error page failed", id=logs.request_id(), exc_info=second)
        return _failsafe()


def error_page(status: int, detail: str = "", words: Words | None = None) -> Response:
    """The designed page for `status`, with what to do next; not cached."""
    title, text = words or _words(status)
    page = render_template(
        "errors/error.html",
        status=status,
        title=title,
        text=text,
        detail=detail,
        request_id=logs.request_id(),
    )
    answer = make_response(page, status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _bad_parameter(fault: faults.BadParameter) -> str:
    if fault.name == "near":
        return _(
            "“%(value)s” is no position in Shanghai for “near”. "
            "Type a metro station, a street or a place.",
            value=_shown(fault.value),
        )
    return _(
        "“%(value)s” is not a value we can use for “%(name)s”.",
        value=_shown(fault.value),
        name=fault.name,
    )


def _words_of(fault: faults.Fault) -> Words | None:
    """What only this fault says; None where its status says enough."""
    if isinstance(fault, faults.PlanGone):
        return (
            _("This plan is gone"),
            _("Whoever saved it has deleted it, or its time is over. Plan an outing of your own."),
        )
    if isinstance(fault, faults.PlanMissing):
        return (
            _("No such plan"),
            _("The address may not be complete. Ask whoever sent it to send it again."),
        )
    return None


def _shown(value: str) -> str:
    """What was sent, short and without characters no page may hold."""
    return "".join(char for char in value if char.isprintable())[:60]


def _words(status: int) -> Words:
    known = {
        403: (_("This request came from another site"), _("Open the page here and try again.")),
        404: (
            _("No such page"),
            _("The address may be mistyped, or the page has moved. Search, or start again."),
        ),
        405: (_("This does not work here"), _("Go back and use the buttons on the page.")),
        410: (
            _("No longer listed"),
            _("This place has closed or left our catalogue. Others nearby may still be open."),
        ),
        413: (_("That is too large"), _("Send less at once and try again.")),
        422: (
            _("We could not read that"),
            _("Change the value and try again; nothing has been lost."),
        ),
        429: (_("Too many requests"), _("Wait a minute, then try again.")),
        500: (
            _("Something broke on our side"),
            _("It has been noted. Please try again in a minute."),
        ),
        503: (
            _("Back in a moment"),
            _("The catalogue is being prepared. Please try again in a minute."),
        ),
    }
    fallback = (
        known[500] if status >= 500 else (_("That did not work"), _("Go back and try another way."))
    )
    return known.get(status, fallback)


def _failsafe() -> Response:
    lang = i18n.preferred()
    words = {
        "zh": ("我们这边出错了", "已经记录，请稍后再试。", "回到首页"),
        "en": (
            "Something broke on our side",
            "It has been noted. Please try again in a minute.",
            "Home page",
        ),
    }
    title, text, home = words[lang]
    body = FAILSAFE.format(
        tag=i18n.TAGS[lang], lang=lang, title=title, text=text, home=home, id=logs.request_id()
    )
    return current_app.response_class(body, 500, {"Cache-Control": "no-store"})
