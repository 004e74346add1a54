"""A text paper as PDF: what paper.typ is handed for each part."""

from dataclasses import asdict
from typing import Any

from huitang.adapters.papers.column_shares import count_columns, natural_width, shares_of
from huitang.adapters.papers.drawing import code_of
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.names_in_columns import rows_of
from huitang.adapters.papers.paper import (
    Blank,
    Block,
    Head,
    Imprint,
    Names,
    Note,
    Paper,
    Signature,
    SignLines,
    Stamp,
    Table,
    Title,
)
from huitang.adapters.papers.pdf.compiling import compile_typst
from huitang.adapters.papers.profiles import PROFILES, Profile, mark_size
from huitang.adapters.papers.spacing import STAMP_SIDE, ends_short, with_gaps
from huitang.adapters.papers.title_lines import balance

HELD = (Signature, Stamp)


def draw(paper: Paper, *, fonts: FontSet) -> bytes:
    """The paper in the geometry of its profile."""
    return compile_typst("paper.typ", values_of(paper), fonts=fonts)


def values_of(paper: Paper) -> dict[str, Any]:
    """What paper.typ is handed, all measures and words of the paper."""
    sheet = PROFILES[paper.profile]
    return {
        "name": paper.name,
        "sheet": asdict(sheet),
        "lines": _lines(sheet, paper.is_landscape),
        "is_landscape": paper.is_landscape,
        "has_page_numbers": paper.has_page_numbers,
        "head": _head(paper.head) if paper.head else None,
        "parts": _parts(paper, sheet),
    }


def _lines(sheet: Profile, is_landscape: bool) -> int:
    return sheet.text_width * 7200 // 1270 // sheet.pitch if is_landscape else sheet.lines


def _characters(sheet: Profile, is_landscape: bool) -> int:
    return sheet.text_height * sheet.characters // sheet.text_width if is_landscape else sheet.characters


def _head(head: Head) -> dict[str, Any]:
    return {**asdict(head), "size": mark_size(head.mark)}


def _parts(paper: Paper, sheet: Profile) -> list[dict[str, Any]]:
    blocks = with_gaps(paper)
    characters = _characters(sheet, paper.is_landscape)
    return [
        {"kind": type(block).__name__, **asdict(block), **_added(block, characters, sheet), "sticks": sticks}
        for block, sticks in zip(blocks, _sticking(blocks), strict=True)
    ]


def _sticking(blocks: tuple[Block, ...]) -> list[bool]:
    """Which blocks stay with a signature, a stamp or a last short paragraph, so that none stands on a page alone."""
    after = [*blocks[1:], None]
    beyond = [*after[1:], None]
    sticks = [
        isinstance(following, HELD) or (isinstance(following, Blank) and isinstance(last, HELD))
        for following, last in zip(after, beyond, strict=True)
    ]
    if ends_short(blocks):
        sticks[-2] = True
    return sticks


def _added(block: Block, characters: int, sheet: Profile) -> dict[str, Any]:
    match block:
        case Title():
            return {"lines": balance(block.text)}
        case Note():
            return {"lines": balance(block.text, characters)}
        case Names():
            return {"cells": [asdict(cell) for row in rows_of(block, characters) for cell in row]}
        case Table():
            return _table(block, characters, sheet)
        case SignLines():
            return {"columns": 1 if len(block.labels) < 4 else 2}
        case Imprint():
            return _imprint(block)
        case Stamp():
            return {
                "lines": block.lines,
                "runs": code_of(block.address, x=0, y=0, room=STAMP_SIDE).runs,
                "side": STAMP_SIDE,
            }
        case _:
            return {}


def _table(table: Table, characters: int, sheet: Profile) -> dict[str, Any]:
    columns = count_columns(table)
    line = 2 * characters * sheet.body_size
    is_roomy = columns < 5 or natural_width(table) * sheet.small_size <= line
    size = sheet.small_size if is_roomy else 12
    return {
        "shares": table.widths or shares_of(table, line // size),
        "align": table.align.ljust(columns, "c"),
        "size": size,
        "head": _filled(table.head, columns) if table.head else (),
        "rows": [_filled(row, columns) for row in table.rows],
    }


def _filled(row: tuple[str, ...], columns: int) -> tuple[str, ...]:
    return (*row, *[""] * (columns - len(row)))


def _imprint(imprint: Imprint) -> dict[str, Any]:
    copied, printed = imprint.copied_to, imprint.printed_on
    return {
        "copied_to": copied if not copied or copied.endswith("。") else f"{copied}。",
        "printed_on": printed if not printed or printed.endswith("印发") else f"{printed}印发",
    }
