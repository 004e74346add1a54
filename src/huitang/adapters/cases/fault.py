"""What is wrong with a case: where, and in a sentence of both languages what was expected."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from huitang.rules.legal_text import Text

Path = Sequence[str | int]


class Fault(StrEnum):
    """Faults with the parameters their sentences need."""

    FILE_NOT_FOUND = "FILE_NOT_FOUND"  # name
    NOT_READABLE = "NOT_READABLE"  # name, reason
    NOT_TEXT = "NOT_TEXT"  # name
    NOT_YAML = "NOT_YAML"  # line, column
    NOT_A_MAPPING = "NOT_A_MAPPING"
    SAID_TWICE = "SAID_TWICE"  # key, line
    KEY_IS_NO_TEXT = "KEY_IS_NO_TEXT"  # key
    ALIASED = "ALIASED"
    NO_KIND = "NO_KIND"  # kinds
    UNKNOWN_KIND = "UNKNOWN_KIND"  # told, kinds, near
    MISSING = "MISSING"  # expected
    NOT_A_FIELD = "NOT_A_FIELD"  # near, fields
    NOT_BESIDE_PAPERS = "NOT_BESIDE_PAPERS"
    ONLY_WITH_PAPERS = "ONLY_WITH_PAPERS"
    WRONG_VALUE = "WRONG_VALUE"  # expected, told
    WRONG_NUMBER_OF_MARKS = "WRONG_NUMBER_OF_MARKS"  # printed, marks
    NAMED_TWICE = "NAMED_TWICE"  # name
    REFUSED_BY_RULE = "REFUSED_BY_RULE"  # sentence


SENTENCES: dict[Fault, Text] = {
    Fault.FILE_NOT_FOUND: Text("没有找到文件{name}。", "there is no file {name}"),
    Fault.NOT_READABLE: Text("文件{name}打不开：{reason}。", "the file {name} cannot be read: {reason}"),
    Fault.NOT_TEXT: Text("文件{name}不是UTF-8文本。", "the file {name} is not text in UTF-8"),
    Fault.NOT_YAML: Text(
        "不是YAML或JSON：第{line}行第{column}个字符处读不下去。",
        "not YAML or JSON: it cannot be read at line {line}, column {column}",
    ),
    Fault.NOT_A_MAPPING: Text(
        "一个文件写一个案例，每个值都有字段名。", "a file holds one case, written as fields with their values"
    ),
    Fault.SAID_TWICE: Text("“{key}”写了两次（第{line}行）。", "{key} is said twice (line {line})"),
    Fault.KEY_IS_NO_TEXT: Text("字段名{key}不是文字，请加引号。", "the name {key} is not text; put it between quotes"),
    Fault.ALIASED: Text("不接受YAML的别名（&、*），请写全。", "YAML aliases (& and *) are not taken; write it out"),
    Fault.NO_KIND: Text("没有写是哪一种案例。decide应当是：{kinds}。", "is missing; must be one of {kinds}"),
    Fault.UNKNOWN_KIND: Text(
        "没有“{told}”这种案例{near}。应当是：{kinds}。", "there is no kind {told}{near}; must be one of {kinds}"
    ),
    Fault.MISSING: Text("没有写；应当是{expected}。", "is missing; must be {expected}"),
    Fault.NOT_A_FIELD: Text(
        "这里没有这个字段{near}。可写的有：{fields}。", "is no field here{near}; there are: {fields}"
    ),
    Fault.NOT_BESIDE_PAPERS: Text(
        "写了逐张选票（papers）就不写汇总数，由程序数。", "is counted from the papers; give either papers or totals"
    ),
    Fault.ONLY_WITH_PAPERS: Text("只有写了逐张选票（papers）时才写。", "is only told where papers are given"),
    Fault.WRONG_VALUE: Text("应当是{expected}，不是{told}。", "must be {expected}, not {told}"),
    Fault.WRONG_NUMBER_OF_MARKS: Text(
        "票上印了{printed}名候选人，却有{marks}个符号。",
        "must have {printed} marks, one for each printed name, not {marks}",
    ),
    Fault.NAMED_TWICE: Text("“{name}”出现了两次。", "{name} is named twice; must be named once"),
    Fault.REFUSED_BY_RULE: Text("规则不接受这个案例：{sentence}。", "no rule can decide it: {sentence}"),
}


class CaseIsWrong(Exception):
    """One fault of a case. `line` is set where the file shows the place."""

    def __init__(self, path: Path, fault: Fault, **params: Any) -> None:
        super().__init__(tuple(path), fault, params)
        self.path = tuple(path)
        self.fault = fault
        self.params = params

    @property
    def text(self) -> Text:
        """The path of the field and what is wrong with it."""
        sentence = SENTENCES[self.fault]
        zh = sentence.zh.format(**{key: _zh(told) for key, told in self.params.items()})
        en = sentence.en.format(**{key: _en(told) for key, told in self.params.items()})
        place = self.place
        return Text(f"{place}：{zh}", f"{place}: {en}") if place else Text(zh, en)

    @property
    def place(self) -> str:
        """The path as people write it: votes[2].votes_for."""
        parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return "".join(parts).removeprefix(".")


class CaseHasFaults(Exception):
    """All faults that were found in one file, in the order of the file."""

    def __init__(self, faults: Sequence[CaseIsWrong]) -> None:
        super().__init__(*(str(fault.text.en) for fault in faults))
        self.faults = tuple(faults)


def _zh(told: Any) -> Any:
    return told.zh if isinstance(told, Text) else told


def _en(told: Any) -> Any:
    return told.en if isinstance(told, Text) else told
