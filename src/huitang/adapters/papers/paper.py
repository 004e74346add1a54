"""A paper as its parts, before any format: what the Word writer, the PDF writer and the proofreader all read.

Terms follow GB/T 9704-2012 where it has one; the Chinese name stands beside each part.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Face(StrEnum):
    """The four classes of typeface the standard names, and the one of page numbers."""

    TITLE = "title"  # 小标宋
    BODY = "body"  # 仿宋
    HEI = "hei"  # 黑体
    KAI = "kai"  # 楷体
    SONG = "song"  # 宋体


@dataclass(frozen=True)
class Run:
    """Characters of one face inside a paragraph; labels of minutes are HEI, stage notes of scripts KAI."""

    text: str
    face: Face = Face.BODY


@dataclass(frozen=True)
class Title:
    """标题. A line break in `text` is kept; otherwise the writer balances the lines."""

    text: str


@dataclass(frozen=True)
class Note:
    """题注: the line in brackets under a title, or date and speaker of a report."""

    text: str


@dataclass(frozen=True)
class Heading:
    """结构层次: 1 = 一、 (黑体), 2 = （一） (楷体), 3 = 1. (仿宋), 4 = （1） (仿宋). The number is part of `text`."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """正文: first line two characters in, unless `indent` is off. `align`: justify, left, center, right."""

    runs: tuple[Run, ...]
    align: str = "justify"
    indent: bool = True

    @property
    def text(self) -> str:
        """All its characters, whatever the face."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Addressee:
    """主送机关: flush left, ends with a full-width colon."""

    text: str


@dataclass(frozen=True)
class Attachments:
    """附件说明: one line below the body, no punctuation at the ends."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """`head` may be empty; `widths` are shares of the line (whole numbers; empty = by content); `row_mm` the least height of a row,
    for tables people write in by hand; `align` one letter a column, l c r (empty = centred)."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    widths: tuple[int, ...] = ()
    align: str = ""
    row_mm: int = 0


@dataclass(frozen=True)
class Names:
    """名单: names in columns, two-character names widened to three when drawn (stored names stay clean)."""

    names: tuple[str, ...]
    columns: int = 6


@dataclass(frozen=True)
class Signature:
    """落款: organ and date (2025年4月1日); `has_seal` chooses between the two geometries of the standard."""

    organ: str
    day: str
    has_seal: bool = False


@dataclass(frozen=True)
class SignLines:
    """Labels with a line beside each, for signing by hand."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Blank:
    """空行."""

    lines: int = 1


@dataclass(frozen=True)
class PageBreak:
    """另起一页."""


@dataclass(frozen=True)
class Imprint:
    """版记 at the foot of the last page: 抄送, and who printed it when."""

    copied_to: str
    printed_by: str
    printed_on: str


@dataclass(frozen=True)
class Stamp:
    """核对: behind a released text, where the public reads it and by what a reader sees that both are the same."""

    code: str
    address: str
    released_at: str
    version: int = 1

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands beside the QR code of the address."""
        return (
            f"校验码：{self.code}",
            f"发布时间：{self.released_at}　第{self.version}版",
            f"网址：{self.address}",
            "扫码或打开网址，校验码和文字与网上一致，才是原文。",
        )


Block = (
    Title
    | Note
    | Heading
    | Paragraph
    | Addressee
    | Attachments
    | Table
    | Names
    | Signature
    | SignLines
    | Blank
    | PageBreak
    | Imprint
    | Stamp
)


@dataclass(frozen=True)
class Head:
    """版头: the red mark (发文机关标志), the number (发文字号) and, for upward papers, the signer (签发人)."""

    mark: str
    number: str = ""
    signer: str = ""


@dataclass(frozen=True)
class Paper:
    """`name` is the title of the file; `profile` a key of `profiles.PROFILES`."""

    name: str
    blocks: tuple[Block, ...]
    head: Head | None = None
    profile: str = "gbt9704"
    is_landscape: bool = False
    has_page_numbers: bool = True


def stamped(paper: Paper, stamp: Stamp) -> Paper:
    """The same paper with a stamp behind its text, above an imprint."""
    blocks = paper.blocks
    end = next((at for at, block in enumerate(blocks) if isinstance(block, Imprint)), len(blocks))
    return replace(paper, blocks=(*blocks[:end], stamp, *blocks[end:]))
