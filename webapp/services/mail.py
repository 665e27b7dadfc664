"""Mail by SMTP, to where `MAIL_URL` points."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

TIMEOUT_S = 10
LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Letter:
    """One message in plain text."""

    to: str
    subject: str
    text: str


class Mailer:
    """Sends letters: `smtps://` with TLS from the start, `smtp://` with STARTTLS.

    Only a server on this machine is spoken to without encryption.
    """

    def __init__(self, url: str, sender: str) -> None:
        """Take `smtp[s]://user:password@host:port` and the address letters come from."""
        self._url, self._sender = urlsplit(url), sender

    def send(self, letter: Letter) -> None:
        """Hand a letter over; raises `OSError` or `smtplib.SMTPException`."""
        message = EmailMessage()
        message["From"], message["To"] = self._sender, letter.to
        message["Subject"] = letter.subject
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        with self._connect() as server:
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
            server.send_message(message)

    def _connect(self) -> smtplib.SMTP:
        host = self._url.hostname or "localhost"
        context = ssl.create_default_context()
        if self._url.scheme == "smtps":
            port = self._url.port or 465
            return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_S, context=context)
        server = smtplib.SMTP(host, self._url.port or 587, timeout=TIMEOUT_S)
        if host not in LOCAL:
            server.starttls(context=context)
        return server
