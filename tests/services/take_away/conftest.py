"""Files are written in the language of a request."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from webapp.services.take_away.route import TakeAwayRoute

Write = Callable[[Callable[[TakeAwayRoute, str], bytes], TakeAwayRoute, str], bytes]


@pytest.fixture
def write(empty_app: Flask) -> Iterator[Write]:
    """Write a route as a page in that language would."""

    def written(
        form: Callable[[TakeAwayRoute, str], bytes], route: TakeAwayRoute, lang: str
    ) -> bytes:
        with empty_app.test_request_context(f"/{lang}/"):
            empty_app.preprocess_request()
            return form(route, lang)

    return written
