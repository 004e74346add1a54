"""Lists that say how long they are: 共9人：…, 重点抓好五个方面的工作, 一是…二是….

A comma inside an item looks like one between items, so most lists are only found too short, never too long.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from huitang.adapters.texts.text import Part
from huitang.congress.proofreading.numerals import NUMERAL, read_number
from huitang.congress.proofreading.passages import Line, Reading

_COUNT = re.compile(
    rf"(?<![第\d.年月至\-—~～零〇一二三四五六七八九十百])(?P<n>{NUMERAL})(?P<unit>个方面|个强势攻坚|个重点|个|项|件|名|人|条|点|大)"
    r"(?P<thing>[^，。；：、（）]{0,14})"
)
_NAMES_COUNT = re.compile(rf"[（](?:共|计|合计)?(?P<n>{NUMERAL})(?:人|名)[，）]")
_ENDS_IN_COLON = re.compile(r"[：:]\s*$")
NUMBERED = (
    ("（{}）", re.compile(r"^\s*（(?P<n>[一二三四五六七八九十]{1,3})）")),
    ("{}、", re.compile(r"^\s*(?P<n>[一二三四五六七八九十]{1,3})、")),
    ("1.", re.compile(r"^\s*(?P<n>\d{1,2})[.、．](?!\d)")),
    ("（1）", re.compile(r"^\s*（(?P<n>\d{1,2})）")),
)
_INLINE = re.compile(r"(?P<n>[一二三四五六七八九十]{1,2})(?:是|要|为)")
_H = "[一-鿿㐀-䶿\U00020000-\U0003ffff]"  # 䶮 and 𬭎 stand in names, outside the usual block
_PERSON = re.compile(rf"^(?:{_H}{{2,4}}|{_H}{{1,8}}(?:·{_H}{{1,8}})+)(?:[（][^（）]{{1,18}}[）])?$")
_WIDENED = re.compile(rf"(?<!{_H})({_H})[ \u3000]+({_H})(?!{_H})")
_ROLL_TITLE = re.compile(r"名单|名册")


@dataclass(frozen=True)
class CountSaid:
    """A count with the number of items that were found behind it. `is_exact`: no item can have been cut in two."""

    paragraph: int
    start: int
    end: int
    words: str
    number: int
    found: int
    is_exact: bool


def list_counts(text: Reading) -> tuple[CountSaid, ...]:
    """Every count whose list could be found."""
    said = [one for line in text.lines if line.source.part is not Part.CELL for one in _in_line(text, line)]
    return tuple(said)


def _in_line(text: Reading, line: Line) -> Iterator[CountSaid]:
    for found in _NAMES_COUNT.finditer(line.text):
        names = _names_after(text, line, found.end())
        if names:
            yield _said(line, found, names, is_exact=True)
    for found in _COUNT.finditer(line.text):
        counted = _items_after(text, line, found)
        if counted and read_number(found["n"]):
            yield _said(line, found, counted[0], is_exact=counted[1])


def _said(line: Line, found: re.Match[str], items: int, *, is_exact: bool) -> CountSaid:
    start, end = found.span("n")
    return CountSaid(line.number, start, end, found["n"], read_number(found["n"]) or 0, items, is_exact)


def _names_after(text: Reading, line: Line, place: int) -> int:
    """How many names follow in this and the next paragraphs; 0 when what follows is no list of names."""
    rest = line.text[place:].partition("：")[2]
    names = len(persons(rest))
    if names or not _ROLL_TITLE.search(line.text):
        return names
    for following in text.lines[line.number + 1 :]:
        more = len(persons(following.text))
        if not more and following.text.strip():
            if names:
                break
            if not re.fullmatch(r"\s*[（].*[）]\s*", following.text):
                break
        names += more
    return names


def persons(words: str) -> list[str]:
    """The names in a line of nothing but names; none otherwise."""
    closed = _WIDENED.sub(r"\1\2", words.strip(" \u3000。"))
    parts = [part for part in re.split(r"[、，\s\u3000]+", closed) if part]
    return parts if all(_PERSON.match(part) for part in parts) else []


def _items_after(text: Reading, line: Line, found: re.Match[str]) -> tuple[int, bool] | None:
    """How many items the list has, and whether that is certain."""
    rest = line.text[found.end() :]
    if rest[:1] != "：":
        return None
    if not rest[1:].strip():
        return _following(text, line)
    inline = _inline(rest)
    if inline:
        return inline, True
    body = rest[1:].partition("。")[0]
    if "；" in body:
        return None
    items = [item for item in body.split("、") if item]
    people = len(persons(body))
    if people > 1:
        return people, True
    return (len(items), False) if len(items) > 1 and not re.search(r"[，：]", body) else None


def _inline(rest: str) -> int:
    """一是…二是…三是…: the last of an unbroken row."""
    wanted = 1
    for found in _INLINE.finditer(rest):
        if read_number(found["n"]) == wanted:
            wanted += 1
    return wanted - 1 if wanted > 2 else 0


def _following(text: Reading, line: Line) -> tuple[int, bool] | None:
    """Numbered paragraphs, or the rows of a table, after a paragraph that ends in a colon."""
    after = [one for one in text.lines[line.number + 1 :] if one.text.strip()]
    if not after:
        return None
    if after[0].source.cell or (len(after) > 1 and after[1].source.cell):
        return _rows(text, after[0] if after[0].source.cell else after[1])
    for _, pattern in NUMBERED:
        begins = pattern.match(after[0].text)
        if begins and read_number(begins["n"]) == 1:
            return _run_of(pattern, after), True
    return None


def _run_of(pattern: re.Pattern[str], after: list[Line]) -> int:
    wanted = 1
    for line in after:
        found = pattern.match(line.text)
        if found is None:
            continue
        if read_number(found["n"]) != wanted:
            break
        wanted += 1
    return wanted - 1


def _rows(text: Reading, first: Line) -> tuple[int, bool] | None:
    """Rows of a table whose first column counts 1, 2, 3."""
    if first.source.cell is None:
        return None
    numbers = [row[0].text.strip() for row in text.tables[first.source.cell.table][1:]]
    rows = [number for number in numbers if number.isdigit()]
    return (len(rows), True) if rows and rows == [str(n) for n in range(1, len(rows) + 1)] else None
