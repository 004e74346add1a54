"""The small Markdown papers are written in, so that an office can change its wording without a programmer.

    # 标题              ## 一、…  ### （一）…  #### 1.…  ##### （1）…      > 题注
    plain lines are paragraphs; **黑体** and *楷体* inside a line; GFM tables; `---` begins a new page

A box is opened by `::: 名称` and closed by `:::`; docs/paper-markup.md lists them all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from huitang.adapters.papers.paper import (
    Addressee,
    Attachments,
    Blank,
    Block,
    Face,
    Head,
    Heading,
    Imprint,
    Names,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    SignLines,
    Table,
    Title,
)

_INLINE = re.compile(r"\\(?P<plain>[\\*|#>:-])|\*\*(?P<hei>.+?)\*\*|\*(?P<kai>.+?)\*")
_ALIGN = {"text-align:left": "l", "text-align:right": "r", "text-align:center": "c"}


class MarkupIsWrong(ValueError):
    """`line` counts from 1; `name` is the box nobody knows, or the text that stands where it cannot."""

    def __init__(self, line: int, name: str) -> None:
        self.line, self.name = line, name
        super().__init__(line, name)


@dataclass(frozen=True)
class _Box:
    """One `:::` box: what stands behind its name, its lines and its blocks."""

    words: tuple[str, ...]
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    line: int

    def number(self, otherwise: int) -> int:
        return next((int(word) for word in self.words if word.isdigit()), otherwise)

    def at(self, place: int) -> str:
        return self.lines[place] if place < len(self.lines) else ""


@lru_cache(maxsize=256)
def read_markup(text: str, *, name: str) -> Paper:
    """The same text is the same paper, so it is read once while it stays as it is.

    :raises MarkupIsWrong: a box that is not known, or not in its place
    """
    paper = Paper(name=name, blocks=())
    for part in _parts(_parser().parse(text)):
        paper = part(paper) if callable(part) else replace(paper, blocks=(*paper.blocks, part))
    return paper


@cache
def _parser() -> MarkdownIt:
    """Made once: it keeps nothing of what it reads, and a pack is forty papers."""
    parser = MarkdownIt("zero").enable(["heading", "table", "blockquote", "hr"])
    container_plugin(parser, "box", validate=lambda *_: True)
    return parser


def escape(value: str) -> str:
    """So that a fact stays what it is: no star, bar or line break in it becomes markup."""
    one_line = " ".join(value.split("\n"))
    return re.sub(r"^([#>:-])", r"\\\1", re.sub(r"([\\*|])", r"\\\1", one_line))


def runs_of(text: str) -> tuple[Run, ...]:
    """The faces inside one line."""
    runs: list[Run] = []
    last = 0
    for found in _INLINE.finditer(text):
        runs.append(Run(text[last : found.start()]))
        face = Face.HEI if found["hei"] else Face.KAI if found["kai"] else Face.BODY
        inner = found["hei"] or found["kai"] or found["plain"]
        runs.append(Run(_plain(inner) if face is not Face.BODY else inner, face))
        last = found.end()
    runs.append(Run(text[last:]))
    return tuple(_joined(run for run in runs if run.text))


def _plain(text: str) -> str:
    return re.sub(r"\\([\\*|#>:-])", r"\1", text)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    held: Run | None = None
    for run in runs:
        if held is not None and held.face is run.face:
            held = Run(held.text + run.text, held.face)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


_Change = Callable[[Paper], Paper]


def _parts(tokens: Sequence[Token]) -> Iterator[Block | _Change]:
    place = 0
    while place < len(tokens):
        end = _end_of(tokens, place)
        yield from _part(tokens[place : end + 1])
        place = end + 1


def _end_of(tokens: Sequence[Token], place: int) -> int:
    """Where the token opened here is closed."""
    depth = 0
    for there in range(place, len(tokens)):
        depth += tokens[there].nesting
        if depth == 0:
            return there
    return len(tokens) - 1


def _part(tokens: Sequence[Token]) -> Iterator[Block | _Change]:
    kind = tokens[0].type
    if kind == "heading_open":
        yield _heading(tokens)
    elif kind == "blockquote_open":
        yield from (Note(_plain(line).replace("/", "\n")) for line in _lines(tokens))
    elif kind == "paragraph_open":
        yield from (Paragraph(runs_of(line)) for line in _lines(tokens))
    elif kind == "table_open":
        yield _table(tokens)
    elif kind == "hr":
        yield PageBreak()
    elif kind == "container_box_open":
        yield from _box(tokens)


def _heading(tokens: Sequence[Token]) -> Block:
    text = _plain(tokens[1].content)
    level = int(tokens[0].tag[1]) - 1
    return Title(text.replace("/", "\n")) if level == 0 else Heading(level, text)


def _lines(tokens: Sequence[Token]) -> list[str]:
    return [line for token in tokens if token.type == "inline" for line in token.content.split("\n")]


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[str]] = []
    for token, inner in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_plain(inner.content) if inner.type == "inline" else "")
    align = [_ALIGN.get(str(token.attrs.get("style")), "c") for token in tokens if token.type == "th_open"]
    head = tuple(rows[0]) if any(rows[0]) else ()  # a form's table has no heading
    return Table(head=head, rows=tuple(tuple(row) for row in rows[1:]), align="".join(align))


def _box(tokens: Sequence[Token]) -> Iterator[Block | _Change]:
    name, *words = tokens[0].info.split() or [""]
    line = (tokens[0].map or [0])[0] + 1
    if name not in _BOXES:
        raise MarkupIsWrong(line, name)
    inner = tokens[1:-1] if tokens[-1].type == "container_box_close" else tokens[1:]
    blocks = tuple(part for part in _parts(inner) if not callable(part))
    lines = tuple(_plain(text) for text in _lines(inner))
    yield from _BOXES[name](_Box(tuple(words), lines, blocks, line))


def _head(box: _Box) -> Iterator[_Change]:
    yield lambda paper: replace(paper, head=Head(box.at(0), box.at(1), box.at(2)))


def _names(box: _Box) -> Iterator[Block]:
    names = tuple(name for line in box.lines for name in line.split("、") if name)
    yield Names(names, box.number(6))


def _aligned(align: str, *, indent: bool = False) -> Callable[[_Box], Iterator[Block]]:
    def paragraphs(box: _Box) -> Iterator[Block]:
        for block in box.blocks:
            yield replace(block, align=align, indent=indent) if isinstance(block, Paragraph) else block

    return paragraphs


def _dressed_table(box: _Box) -> Iterator[Block]:
    """`::: 表 标题 宽2,1,1 高12`: caption, shares of the columns, least height of a row in mm."""
    widths = next((word[1:] for word in box.words if re.fullmatch(r"宽\d+(,\d+)*", word)), "")
    row_mm = next((int(word[1:]) for word in box.words if re.fullmatch(r"高\d+", word)), 0)
    caption = " ".join(word for word in box.words if not re.fullmatch(r"宽[\d,]+|高\d+", word))
    for block in box.blocks:
        if not isinstance(block, Table):
            raise MarkupIsWrong(box.line, "表")
        shares = tuple(int(share) for share in widths.split(",")) if widths else ()
        yield replace(block, caption=_plain(caption), widths=shares, row_mm=row_mm)


def _signature(box: _Box) -> Iterator[Block]:
    yield Signature(box.at(0), box.at(1), has_seal="盖章" in box.words)


def _landscape(_box: _Box) -> Iterator[_Change]:
    yield lambda paper: replace(paper, is_landscape=True)


def _unnumbered(_box: _Box) -> Iterator[_Change]:
    yield lambda paper: replace(paper, has_page_numbers=False)


_BOXES: dict[str, Callable[[_Box], Iterator[Block | _Change]]] = {
    "版头": _head,
    "主送": lambda box: iter([Addressee(box.at(0))]),
    "附件": lambda box: iter([Attachments(box.lines)]),
    "名单": _names,
    "居中": _aligned("center"),
    "右对齐": _aligned("right"),
    "顶格": _aligned("justify"),
    "表": _dressed_table,
    "落款": _signature,
    "签名": lambda box: iter([SignLines(box.lines)]),
    "版记": lambda box: iter([Imprint(box.at(0), box.at(1), box.at(2))]),
    "空行": lambda box: iter([Blank(box.number(1))]),
    "横排": _landscape,
    "无页码": _unnumbered,
}
BOXES = frozenset(_BOXES)
