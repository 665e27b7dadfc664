"""Small values made fit for a link or a label."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from flask import Flask

from webapp.store.source_records import Source


def register(app: Flask) -> None:
    """Offer the filters below to templates."""
    app.jinja_env.filters.update(phone_link=phone_link, host_of=host_of, source_name=source_name)


def phone_link(number: str) -> str:
    """A telephone number for `tel:`: digits and a leading plus, `+862163184477`."""
    first = number.split("/", maxsplit=1)[0].split("、", maxsplit=1)[0]
    digits = "".join(char for char in first if char.isdigit())
    return f"+{digits}" if first.strip().startswith("+") else digits


def host_of(address: str) -> str:
    """The host of a web address, without `www.`."""
    return urlsplit(address).netloc.removeprefix("www.")


def source_name(source_id: str, sources: Iterable[Source]) -> str:
    """The publisher behind a source id, the id itself when it is not among `sources`."""
    return next((source.publisher for source in sources if source.id == source_id), source_id)
