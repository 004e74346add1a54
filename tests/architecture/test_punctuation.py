"""Chinese words stand with Chinese punctuation: ，；：？！（） and not , ; : ? ! ( )."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

SOURCES = Path(__file__).parents[2] / "src" / "huitang"
HOLE = "\ue000"  # where a value will stand
CHINESE = r"[㐀-鿿、。《》“”，；：？！（）]"
WRONG = re.compile(rf"{CHINESE}\s*[,;:?!()]|[,;:?!()]\s*{CHINESE}|{CHINESE}[{HOLE}]?\.(?=\s|$|{CHINESE})")
WORDS = re.compile(r"[㐀-鿿]")
HELD_OUT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}", re.DOTALL)
VALUE = re.compile(r"\{\{.*?\}\}|\{\w*\}|%\(\w+\)[sd]")


def faults_of(text: str) -> list[str]:
    """What stands beside a wrong mark in one string; a lone bracket whose partner is full-width counts too."""
    if not WORDS.search(text):
        return []
    told = VALUE.sub(HOLE, text)
    found = [told[max(0, m.start() - 6) : m.end() + 6].replace(HOLE, "…") for m in WRONG.finditer(told)]
    if not found and told.count("(") != told.count(")"):
        found = [told]
    return found


def faults_in_python(source: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source)
    passed_over = _docstrings(tree) | _raw_strings(tree, source)
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) not in passed_over | parts:
            for fault in faults_of(_text(node)):
                yield node.lineno, fault
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and _speaks_chinese(function, passed_over):
            yield from _half_width_joins(function)


def _speaks_chinese(function: ast.FunctionDef, passed_over: set[int]) -> bool:
    return any(WORDS.search(_text(node)) for node in ast.walk(function) if id(node) not in passed_over)


def _half_width_joins(function: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr == "join" and _text(node.value) in (",", ";", ":"):
            yield node.lineno, f"{_text(node.value)!r}.join beside Chinese words"


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) if isinstance(part, ast.Constant) else HOLE for part in node.values)
    return ""


def _docstrings(tree: ast.AST) -> set[int]:
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _raw_strings(tree: ast.AST, source: str) -> set[int]:
    lines = source.splitlines()
    return {
        id(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr)
        and isinstance(node, ast.Constant | ast.JoinedStr)
        and re.match(r"(?i)f?rf?[\"']", lines[node.lineno - 1].encode()[node.col_offset :].decode())
    }


def faults_in_template(source: str) -> Iterator[tuple[int, str]]:
    blank = HELD_OUT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), source)
    for number, line in enumerate(blank.splitlines(), start=1):
        for words in _words_of(line):
            for fault in faults_of(words):
                yield number, fault


def _words_of(line: str) -> Iterator[str]:
    """The quoted words inside tags, and the text between tags."""
    for tag in re.findall(r"\{%.*?%\}|\{\{.*?\}\}", line):
        yield from re.findall(r"\"([^\"]*)\"|'[^']*'", tag)
    yield from re.split(r"\{%.*?%\}|<[^>]*>", line)


def faults_in_yaml(source: str) -> Iterator[tuple[int, str]]:
    for token in yaml.scan(source):
        if isinstance(token, yaml.ScalarToken):
            for fault in faults_of(token.value):
                yield token.start_mark.line + 1, fault


def _all_faults() -> list[str]:
    readers = {".py": faults_in_python, ".html": faults_in_template, ".yaml": faults_in_yaml}
    return [
        f"{file.relative_to(SOURCES.parents[1])}:{line}: {fault}"
        for file in sorted(SOURCES.rglob("*"))
        if file.suffix in readers and "migrations" not in file.parts
        for line, fault in readers[file.suffix](file.read_text(encoding="utf-8"))
    ]


def test_chinese_words_stand_with_chinese_punctuation():
    faults = _all_faults()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "words",
    [
        "请刷新,再试",
        "已签到 (补)",
        "结果:通过",
        "好吗?",
        "停!",
        "上传 Excel(xlsx、xls）",
        "共{n}张,已收",
        "第 %(n)s 张;下一张",
    ],
)
def test_half_width_marks_are_found(words):
    assert faults_of(words)


@pytest.mark.parametrize(
    "words",
    ["请刷新，再试", "上传 xlsx, xls 文件", "09:00 开会", "共{n}张，已收", "count: {n}", "对{a}/{b}（1:2）"],
)
def test_marks_of_other_scripts_are_left_alone(words):
    assert not faults_of(words)


def test_lines_are_told_and_docstrings_and_patterns_passed_over():
    source = '"""公告: a notice."""\nPATTERN = r"第(\\d+)届"\nwords = f"{a}年,好"\n'
    assert [line for line, _ in faults_in_python(source)] == [3]
    joined = "def told(names):\n    return f\"选举{','.join(names)}为代表\"\n"
    assert [line for line, _ in faults_in_python(joined)] == [2]
    page = '{# 注: no words #}\n<p title="x">{% translate "好,的" %}</p>\n<p>好的:{{ n }}</p>\n'
    assert [line for line, _ in faults_in_template(page)] == [2, 3]
