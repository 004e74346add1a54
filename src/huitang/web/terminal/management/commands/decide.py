"""`huitang decide FILE`: one case of the law from a file, decided with its numbers, reasons and provisions."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from huitang.adapters.cases import reading, shape, telling
from huitang.adapters.cases.decide import Decided, decide
from huitang.adapters.cases.fault import CaseHasFaults, CaseIsWrong
from huitang.rules.legal_text import Text

WRONG_CASE = 2
STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = "Decide a case (YAML or JSON): an election count, a quorum, a project vote … See docs/decide.md."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="a case in YAML or JSON; - reads the standard input")
        parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the answer")
        parser.add_argument("--json", action="store_true", help="answer in JSON, with both languages")
        parser.add_argument("--schema", action="store_true", help="print the JSON Schema of all cases")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["schema"]:
            self.stdout.write(schema_text(), ending="")
            return
        english = options["lang"] == "en"
        try:
            decided = _decide(options["file"])
        except _CaseIsRefused as refused:
            self.stderr.write("\n".join(_say(text, english=english) for text in refused.sentences))
            sys.exit(WRONG_CASE)
        answer = _json(telling.plain(decided)) if options["json"] else telling.tell(decided, english=english)
        self.stdout.write(answer, ending="")


class _CaseIsRefused(Exception):
    def __init__(self, *sentences: Text) -> None:
        super().__init__(*(text.en for text in sentences))
        self.sentences = sentences


def _decide(name: str | None) -> Decided:
    if name is None:
        raise _CaseIsRefused(_NO_FILE)
    try:
        text = sys.stdin.read() if name == STANDARD_INPUT else reading.read_text(Path(name))
    except CaseIsWrong as wrong:
        raise _CaseIsRefused(wrong.text) from wrong
    try:
        return decide(reading.read_case(text))
    except CaseIsWrong as wrong:
        raise _CaseIsRefused(_at(name, wrong.text)) from wrong
    except CaseHasFaults as wrong:
        raise _CaseIsRefused(*(_at(_place(name, text, fault), fault.text) for fault in wrong.faults)) from wrong


def _place(name: str, text: str, fault: CaseIsWrong) -> str:
    line = reading.find_line(text, fault.path)
    return f"{name}:{line}" if line else name


def _at(place: str, text: Text) -> Text:
    return Text(f"{place}: {text.zh}", f"{place}: {text.en}")


_NO_FILE = Text(
    "请写案例文件，如huitang decide case.yaml。", "name the file of a case, as in: huitang decide case.yaml"
)


def schema_text() -> str:
    """The published schema, as docs/case-schema.json keeps it."""
    return _json(shape.schema())


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _say(text: Text, *, english: bool) -> str:
    return text.en if english else text.zh
