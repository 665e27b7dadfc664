"""Small units: modules, functions and parameter lists stay within what one reads at a glance."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

from tests.fixtures import sources

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
LONGEST_MEDIAN_MODULE = 100
LONGEST_MEDIAN_FUNCTION = 8
MOST_PARAMETERS = 5


def test_no_module_is_longer_than_300_lines():
    lengths = {sources.name_of(path): lines_in(path) for path in sources.modules()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_half_the_modules_have_at_most_100_lines():
    assert median(lines_in(path) for path in sources.modules()) <= LONGEST_MEDIAN_MODULE


def test_no_function_is_longer_than_50_lines():
    too_long = {name: n for name, n in function_lengths() if n > LONGEST_FUNCTION}
    assert too_long == {}


def test_half_the_functions_have_at_most_8_lines():
    assert median(n for _, n in function_lengths()) <= LONGEST_MEDIAN_FUNCTION


def test_no_function_takes_more_than_5_parameters():
    too_many = {
        f"{sources.name_of(path)}:{function.name}": parameters_of(function)
        for path in sources.modules()
        for function in sources.functions(path)
        if parameters_of(function) > MOST_PARAMETERS
    }
    assert too_many == {}


def lines_in(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths() -> list[tuple[str, int]]:
    return [
        (f"{sources.name_of(path)}:{function.name}", length_of(function))
        for path in sources.modules()
        for function in sources.functions(path)
    ]


def length_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring left out."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        total -= (first.end_lineno or first.lineno) - first.lineno + 1
    return total


def parameters_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args]
    without_self = [a for a in named if a.arg not in ("self", "cls")]
    return len(without_self)
