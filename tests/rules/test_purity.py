"""The rules stay exact and pure: no division, no floats, no rounding, no imports but a short list."""

import ast
from pathlib import Path

import pytest

RULES = Path(__file__).resolve().parents[2] / "src" / "huitang" / "rules"
ALLOWED = {
    "collections",
    "collections.abc",
    "dataclasses",
    "datetime",
    "enum",
    "fractions",
    "itertools",
    "re",
    "types",
    "typing",
}
CLOCKS = {"now", "today", "utcnow"}
OPENERS = {"round", "float", "open", "eval", "exec", "__import__", "print", "input"}


def find_impurities(source: str) -> list[str]:
    nodes = list(ast.walk(ast.parse(source)))
    return [f"{type(node).__name__}" for node in nodes if _is_inexact(node) or _is_foreign(node)]


def _is_inexact(node: ast.AST) -> bool:
    match node:
        case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()) | ast.Constant(value=float()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in OPENERS
        case ast.Attribute(attr=name):
            return name in CLOCKS
    return False


def _is_foreign(node: ast.AST) -> bool:
    match node:
        case ast.Import():
            return not all(_allowed(a.name) for a in node.names)
        case ast.ImportFrom():
            return bool(node.level) or not _allowed(node.module or "")
    return False


def _allowed(module: str) -> bool:
    return module in ALLOWED or module == "huitang.rules" or module.startswith("huitang.rules.")


@pytest.mark.parametrize("path", sorted(RULES.rglob("*.py")), ids=lambda p: p.name)
def test_every_rule_module_is_exact_and_pure(path: Path) -> None:
    assert find_impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(RULES.rglob("*.py")), ids=lambda p: p.name)
def test_no_rule_module_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize(
    "planted",
    [
        "x = 1 / 2",
        "x /= 2",
        "x = 0.667",
        "x = round(2)",
        "x = float(2)",
        "import random",
        "import os.path",
        "from django.db import models",
        "from . import quorum",
        "from huitang.congress import journal",
        "import datetime\nd = datetime.date.today()",
        "f = open('x')",
        "def f():\n    import time",
    ],
)
def test_each_planted_impurity_is_found(planted: str) -> None:
    assert find_impurities(planted)
