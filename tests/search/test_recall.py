"""What people type finds what they mean: first, or among the first five."""

from __future__ import annotations

from sqlalchemy import Connection

from tests.search import recall

AMONG_FIVE = 0.98
FIRST = 0.90
CLASSES = 10
QUERIES = 300


def test_the_query_set_is_large_and_has_every_class():
    asked = recall.queries()
    assert len(asked) >= QUERIES
    assert len({query.sort for query in asked}) >= CLASSES


def test_what_is_meant_stands_in_front(catalogue: Connection):
    given = list(recall.answers(catalogue, recall.queries()))
    for sort, answers in sorted(recall.by_class(given).items()):
        first, five = recall.recall(answers, 1), recall.recall(answers, 5)
        print(f"{sort:15} {len(answers):4} first {first:.3f} among five {five:.3f}")
    for answer in given:
        if answer.place != 0:
            print(answer)
    assert recall.recall(given, 5) >= AMONG_FIVE
    assert recall.recall(given, 1) >= FIRST
