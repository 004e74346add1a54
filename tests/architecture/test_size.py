"""Files and functions stay small enough to be read at once."""

import ast
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).parents[2] / "src/huitang"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
LONGEST_FILE = 400
LONGEST_MEDIAN = 10
LONG = 30


def lengths_of(source: str) -> list[int]:
    """Lines of each function, its docstring and decorators left out."""
    return [_length(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]


def _length(function: ast.FunctionDef) -> int:
    documented = ast.get_docstring(function, clean=False) is not None
    docstring = function.body[0] if documented else None
    told = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def test_lengths_are_counted_without_docstrings():
    source = '@decorated\ndef f(\n    a,\n):\n    """One\n    two."""\n    return a\n\n\ndef g(): ...\n'
    assert lengths_of(source) == [4, 1]


@pytest.mark.parametrize("suffix", [".py", ".html", ".yaml"])
def test_no_file_is_longer_than_one_sitting(suffix):
    files = [path for path in SOURCE.rglob(f"*{suffix}") if "migrations" not in path.parts]
    assert files
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in files}
    assert {str(path.relative_to(SOURCE)): count for path, count in lines.items() if count > LONGEST_FILE} == {}


def test_half_of_all_functions_are_at_most_ten_lines_and_nine_in_ten_at_most_thirty():
    lengths = [length for path in FILES for length in lengths_of(path.read_text(encoding="utf-8"))]
    assert len(lengths) > 500
    assert median(lengths) <= LONGEST_MEDIAN
    short = sum(length <= LONG for length in lengths)
    assert short * 10 >= len(lengths) * 9
