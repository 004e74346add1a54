"""A text paper as PDF."""

from dataclasses import asdict
from typing import Any

from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.paper import Block, Paper
from huitang.adapters.papers.pdf.compiling import compile_typst


def draw(paper: Paper, *, fonts: FontSet) -> bytes:
    """The paper in the geometry of its profile."""
    return compile_typst("paper.typ", _values(paper), fonts=fonts)


def _values(paper: Paper) -> dict[str, Any]:
    return {"name": paper.name, "blocks": [_block(block) for block in paper.blocks]}


def _block(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__, **asdict(block)}
