"""SQLite and PostgreSQL answer alike: the same hits in the same order, the same totals."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search import recall
from webapp.services.search import Found, find, find_place, suggest, text_match
from webapp.store.search import venue_ids
from webapp.store.session import Database

LETTERS = "外滩上海博物馆南京路公园酒吧食堂abcdeghijnostuwxyz  '1"
shared = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_every_query_of_the_set(sqlite_catalogue: Database, postgresql_catalogue: Database):
    asked = random.Random(5).sample(recall.queries(), 120)
    with sqlite_catalogue.read() as one, postgresql_catalogue.read() as other:
        for query in asked:
            assert told(find(one, query.words, "zh")) == told(find(other, query.words, "zh"))


@shared
@given(words=st.one_of(st.text(LETTERS, max_size=12), st.text(max_size=12)))
def test_whatever_is_typed(sqlite_catalogue: Database, postgresql_catalogue: Database, words: str):
    with sqlite_catalogue.read() as one, postgresql_catalogue.read() as other:
        found = find(one, words, "en")
        assert told(found) == told(find(other, words, "en"))
        assert suggest(one, words, "en") == suggest(other, words, "en")
        assert find_place(one, words, "en") == find_place(other, words, "en")
        match = text_match(one, words)
        assert match == text_match(other, words)
        ids = venue_ids(one, match.expression)
        assert ids == venue_ids(other, match.expression)
        assert set(match.best) <= set(ids)


def told(found: Found) -> tuple[object, ...]:
    hits = [(hit.type, hit.key, hit.marks, hit.also) for hit in found.hits]
    return hits, found.corrected, dict(found.totals), found.match
