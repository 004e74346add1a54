"""A released text as a paper again, from nothing but its title and blocks: the same record is the same paper on any day."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from huitang.adapters.papers.paper import Block, Heading, Note, Paper, Paragraph, Run, Signature, Table, Title

_SECOND_LEVEL = "（"


def paper_of(title: str, blocks: Iterable[Mapping[str, Any]], *, number: int | None = None) -> Paper:
    """`number` is that of an announcement."""
    numbered = [Note(f"（第{number}号）")] if number else []
    told = [part for block in blocks for part in _parts(block)]
    return Paper(title, (Title(title), *numbered, *told))


def _parts(block: Mapping[str, Any]) -> Iterator[Block]:
    match block["type"]:
        case "table":
            rows = tuple(tuple(map(str, row)) for row in block["rows"])
            yield Table(tuple(map(str, block["head"])), rows, caption=block["caption"])
        case "signature":
            yield Signature(block["organ"], block["day"])
        case "note":
            yield Note(block["text"])
        case "h":
            yield Heading(2 if block["text"].startswith(_SECOND_LEVEL) else 1, block["text"])
        case _:
            yield from (Paragraph((Run(line),)) for line in block["text"].split("\n") if line)
