"""Blocks of a released text, shaped for a page: tables with headings in every cell, charts beside their tables."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, TypeGuard

Block = dict[str, Any]


def shaped(block: Block) -> Block:
    """A table's cells with their headings, for narrow screens; columns of numbers are marked."""
    if block["type"] != "table":
        return block
    columns = list(zip(*block["rows"], strict=True)) or [()] * len(block["head"])
    head = list(zip(block["head"], map(_is_numeric, columns), strict=True))
    rows = [[(label, cell, right) for (label, right), cell in zip(head, row, strict=True)] for row in block["rows"]]
    return {**block, "head": head, "rows": rows}


def charts_of(blocks: Iterable[Block]) -> list[tuple[Block, Block | None]]:
    """Every chart with the table that follows it."""
    found = list(blocks)
    pairs = zip_longest(found, found[1:])
    return [(one, shaped(then) if _is_table(then) else None) for one, then in pairs if one["type"] == "chart"]


def _is_table(block: Block | None) -> TypeGuard[Block]:
    return block is not None and block["type"] == "table"


def _is_numeric(column: Sequence[str]) -> bool:
    told = [cell for cell in column if cell]
    return bool(told) and all(_is_number(cell) for cell in told)


def _is_number(cell: str) -> bool:
    plain = cell.lstrip("+-").removesuffix("%").replace(",", "")
    return plain.replace(".", "", 1).isdecimal()
