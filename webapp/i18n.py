"""Language: taken from the address, texts from the catalogs in `translations/`."""

from __future__ import annotations

from typing import Any, cast

from flask import Flask, Response, g, redirect, request, url_for
from flask_babel import Babel
from werkzeug.exceptions import MethodNotAllowed

from webapp import current
from webapp.access import public
from webapp.current import Language
from webapp.settings import ROOT

LANGUAGES: tuple[Language, ...] = ("zh", "en")
TAGS: dict[Language, str] = {"zh": "zh-Hans", "en": "en"}
LOCALES: dict[Language, str] = {"zh": "zh_Hans_CN", "en": "en"}


def register(app: Flask) -> None:
    """Read the language of each request and offer it to templates."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(ROOT / "translations")
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Asia/Shanghai"
    Babel(app, locale_selector=_locale)
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_give_language)
    app.add_url_rule("/", "root", root)
    app.context_processor(_for_templates)


@public
def root() -> Response:
    """Send a visitor to the language their browser asks for."""
    answer = redirect(url_for("pages.home", lang=preferred()))
    answer.headers["Vary"] = "Accept-Language"
    return cast(Response, answer)


def preferred() -> Language:
    """The language of the address, else the browser's choice, else Chinese."""
    head = request.path.split("/", 2)[1]
    best = head if head in LANGUAGES else request.accept_languages.best_match(LANGUAGES, "zh")
    return cast(Language, best)


def other(lang: Language) -> Language:
    """The other of the two languages."""
    return "en" if lang == "zh" else "zh"


def address_in(lang: Language) -> str:
    """This page's path and query in `lang`; home for what is no page one can open again."""
    head, _, rest = request.path.lstrip("/").partition("/")
    if head not in LANGUAGES or not _can_be_opened():
        return f"/{lang}/"
    query = request.query_string.decode("ascii", "replace")
    return f"/{lang}/{rest}?{query}" if query else f"/{lang}/{rest}"


def _can_be_opened() -> bool:
    takes_forms_only = isinstance(request.routing_exception, MethodNotAllowed)
    return request.method in ("GET", "HEAD") and not takes_forms_only


def _locale() -> str:
    return LOCALES[current.lang()]


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    g.lang = (values or {}).pop("lang", None) or preferred()


def _give_language(endpoint: str, values: dict[str, Any]) -> None:
    if "lang" not in values and endpoint.startswith(("pages.", "portal.")):
        values["lang"] = current.lang()


def _for_templates() -> dict[str, Any]:
    lang = current.lang()
    return {
        "lang": lang,
        "lang_tag": TAGS[lang],
        "other_lang": other(lang),
        "other_tag": TAGS[other(lang)],
        "languages": LANGUAGES,
        "lang_tags": TAGS,
        "address_in": address_in,
        "base_url": current.settings().base_url,
    }
