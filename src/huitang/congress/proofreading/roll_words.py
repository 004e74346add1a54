"""Lists of people under a heading that counts them: 一、第一代表团（12人）, （主席团共9人，按姓名笔画为序）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from huitang.adapters.texts.text import Part
from huitang.congress.proofreading import list_words, person_words
from huitang.congress.proofreading.attendance_words import Figure
from huitang.congress.proofreading.numerals import NUMERAL, read_number
from huitang.congress.proofreading.passages import Line, Reading

_HEADED = re.compile(rf"^(?P<title>[^（）。；，：]{{2,24}})[（](?P<n>{NUMERAL})(?:人|名)[）]$")
_NOTED = re.compile(rf"^[（](?P<title>[^（）。；，：\d]{{0,8}}?)共(?P<n>{NUMERAL})(?:人|名)(?:，[^（）]*)?[）]$")
_NUMBERED = re.compile(r"^\s*(?:（?[一二三四五六七八九十]{1,3}(?:、|）)|第[一二三四五六七八九十]{1,3}代表团)")
_NUMBERED_TITLE = re.compile(r"^\s*[一二三四五六七八九十]{1,3}、")
_SHORT = 40
_NAME_COLUMN = "姓名"


@dataclass(frozen=True)
class RollSaid:
    """`title` as the heading gives it, its number left off; `led` are people named as heads before the list (团长：…)."""

    paragraph: int
    title: str
    number: Figure
    names: tuple[str, ...]
    led: int

    @property
    def is_whole(self) -> bool:
        """Heads may stand in the list or before it."""
        return self.number.number in (len(self.names), len(self.names) + self.led)


def list_rolls(text: Reading) -> tuple[RollSaid, ...]:
    """Every heading or note with a count that is followed by names."""
    said = (_said(text, line, found) for line in text.lines if (found := _counted(line)) is not None)
    return tuple(one for one in said if one.names)


def _counted(line: Line) -> re.Match[str] | None:
    if line.source.part is Part.CELL:
        return None
    return _NOTED.match(line.text.strip()) or _HEADED.match(line.text.strip())


def _said(text: Reading, line: Line, found: re.Match[str]) -> RollSaid:
    names: list[str] = []
    led = 0
    first = ""
    counts_all = found.re is _NOTED and not found["title"]
    for kind, people in _following(text, line):
        if kind in ("heading", "counted"):
            first = first or kind
            if names and not (counts_all and kind == first):
                break  # the next list; only a note without a name of its own counts several of a kind
        elif kind == "heads" and not names:
            led += len(people)
        elif kind == "names":
            names += people
    offset = len(line.text) - len(line.text.lstrip())
    start, end = found.span("n")
    number = Figure(read_number(found["n"]) or 0, start + offset, end + offset)
    return RollSaid(line.number, _NUMBERED_TITLE.sub("", found["title"]), number, tuple(names), led)


def _following(text: Reading, line: Line) -> Iterator[tuple[str, list[str]]]:
    """What stands behind, up to the first line of no list: heading, counted (one with its number), heads or names."""
    read: set[int] = set()
    kind, in_columns = "", False
    for one in text.lines[line.number + 1 :]:
        if one.source.cell:
            if one.source.cell.table not in read:
                read.add(one.source.cell.table)
                yield "names", _in_table(text.tables[one.source.cell.table])
        elif one.text.strip():
            may_be_one = kind in ("heading", "counted") or (kind == "names" and in_columns)
            kind, people = _of_line(one, is_headed=may_be_one)
            in_columns = "\t" in one.text or (in_columns and kind == "names")
            if not kind:
                return
            yield kind, people


def _of_line(line: Line, *, is_headed: bool) -> tuple[str, list[str]]:
    """A word alone is a name below a heading or a row of names, or where it looks like one; else it heads what follows."""
    words = line.text.strip()
    counted = _counted(line)
    if counted:
        return ("counted", []) if counted.re is _HEADED else ("", [])
    if line.source.part is Part.HEADING or _NUMBERED.match(words):
        return "heading", []
    if "：" in words:
        heads = list_words.persons(words.partition("：")[2])
        return ("heads", heads) if len(words) < _SHORT else ("", [])
    names = list_words.persons(words)
    if not names:
        return "", []
    is_list = sum(map(person_words.looks_like_a_name, names)) * 2 >= len(names)
    is_row = "\t" in line.text  # names set in columns
    return ("names", names) if is_row or is_list or (is_headed and len(names) == 1) else ("heading", [])


def _in_table(rows: list[list[Line]]) -> list[str]:
    """The cells under every 姓名 of the head, row by row."""
    columns = {line.source.cell.column for line in rows[0] if line.source.cell and line.text.strip() == _NAME_COLUMN}
    return [
        line.source.text.strip()
        for row in rows[1:]
        for line in row
        if line.source.cell and line.source.cell.column in columns and line.text.strip()
    ]
