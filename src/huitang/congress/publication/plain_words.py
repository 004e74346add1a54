"""The words of a text as a reader sees them, in order, for searching and for showing what a new version changed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_SAID = ("text", "caption", "title", "sentence", "organ", "day")  # of a block; what else it holds says how it is drawn


def plain_words(title: str, blocks: Iterable[Mapping[str, Any]], facts: Mapping[str, Any]) -> str:
    """One line for each paragraph and each row of a table; then what only the facts of a standing page tell."""
    lines = [title, *lines_of(blocks)]
    shown = set(lines)
    lines += [line for line in dict.fromkeys(_strings(facts)) if line not in shown and _CHINESE.search(line)]
    return "\n".join(lines)


def lines_of(blocks: Iterable[Mapping[str, Any]]) -> list[str]:
    """What the blocks say, line by line."""
    return [line for block in blocks for line in _lines(block) if line]


def _lines(block: Mapping[str, Any]) -> Iterator[str]:
    for name in _SAID:
        if isinstance(block.get(name), str):
            yield from (line.strip() for line in block[name].splitlines())
    if block["type"] == "table":
        yield "  ".join(block["head"])
        yield from ("  ".join(row) for row in block["rows"])


def _strings(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, Mapping):
        for one in found.values():
            yield from _strings(one)
    elif isinstance(found, list | tuple):
        for one in found:
            yield from _strings(one)
