"""Expressions in the words of FTS5 and of PostgreSQL's text search."""

from __future__ import annotations

from collections.abc import Callable

from webapp.domain.search_terms.expressions import All, Expression, Prefix, Token


def fts5_query(expression: Expression) -> str:
    """Return what stands behind MATCH."""
    return _rendered(expression, _fts5_term, (" AND ", " OR "))


def tsquery(expression: Expression) -> str:
    """Return the text of a `tsquery`."""
    return _rendered(expression, _tsquery_term, (" & ", " | "))


def _rendered(
    expression: Expression, term: Callable[[Token | Prefix], str], words: tuple[str, str]
) -> str:
    if isinstance(expression, Token | Prefix):
        return term(expression)
    joint = words[0] if isinstance(expression, All) else words[1]
    return f"({joint.join(_rendered(part, term, words) for part in expression.parts)})"


def _fts5_term(term: Token | Prefix) -> str:
    return f'"{term.text}"*' if isinstance(term, Prefix) else f'"{term.text}"'


def _tsquery_term(term: Token | Prefix) -> str:
    return f"'{term.text}':*" if isinstance(term, Prefix) else f"'{term.text}'"
