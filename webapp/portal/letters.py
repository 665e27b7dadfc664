"""Letters the desk sends where `MAIL_URL` is set, each in both languages."""

from __future__ import annotations

import smtplib
import threading
from collections.abc import Callable
from dataclasses import dataclass

import flask_babel
from flask import url_for
from flask_babel import lazy_gettext as _l

from webapp import current, i18n, logs
from webapp.current import Language
from webapp.services.accounts.links import Purpose
from webapp.services.mail import Letter, Mailer

PAGES = {Purpose.INVITATION: "portal.invitation", Purpose.RESET: "portal.new_password"}
INVITATION = (
    _l("Your account at the district desk of Shanghai Scenes"),
    _l("You have been invited to the district desk of Shanghai Scenes. Choose a password here:"),
    _l("The link works once, within seven days."),
)
RESET = (
    _l("A new password for the district desk of Shanghai Scenes"),
    _l("Somebody asked for a new password for your account. Choose one here:"),
    _l("The link works once, for a short time. If it was not you, ignore this letter."),
)
TEXTS = {Purpose.INVITATION: INVITATION, Purpose.RESET: RESET}
CHANGES = {
    "password": _l("The password of your account at the district desk was changed."),
    "second-step-on": _l("Two-step sign-in was turned on for your account at the district desk."),
    "second-step-off": _l("Two-step sign-in was turned off for your account at the district desk."),
}
NOTE = _l("If it was not you, tell your administrator at once.")


@dataclass(frozen=True, slots=True)
class OneTimeLink:
    """What a link is for, and its token."""

    purpose: Purpose
    token: str

    def address(self, lang: str) -> str:
        """The whole address, with the token in its query: the path is what logs keep."""
        path = url_for(PAGES[self.purpose], lang=lang, key=self.token)
        return current.whole_address(path)


def can_send() -> bool:
    """Whether mail is set up."""
    return bool(current.settings().mail_url)


def send_link(email: str, link: OneTimeLink) -> None:
    """Send a one-time link."""
    subject, text, note = TEXTS[link.purpose]

    def body(lang: Language) -> str:
        return f"{text}\n\n{link.address(lang)}\n\n{note}"

    _send(email, subject, body)


def tell_change(email: str, change: str) -> None:
    """Tell somebody that how they sign in was changed."""
    _send(email, CHANGES[change], lambda _lang: f"{CHANGES[change]}\n{NOTE}")


def _send(email: str, subject: object, body: Callable[[Language], str]) -> None:
    """Send in the background: whoever waits for the page learns nothing from how long it takes."""
    if not can_send():
        return
    settings = current.settings()
    parts, subjects = [], []
    for lang in i18n.LANGUAGES:
        with flask_babel.force_locale(i18n.LOCALES[lang]):
            parts.append(body(lang))
            subjects.append(str(subject))
    letter = Letter(email, " · ".join(subjects), "\n\n— — —\n\n".join(parts))
    mailer = Mailer(settings.mail_url, settings.mail_from)
    threading.Thread(target=_hand_over, args=(mailer, letter), daemon=True).start()


def _hand_over(mailer: Mailer, letter: Letter) -> None:
    try:
        mailer.send(letter)
    except (OSError, smtplib.SMTPException) as fault:
        logs.log.error("mail failed", subject=letter.subject, exc_info=fault)
