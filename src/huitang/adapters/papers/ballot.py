"""选举票, 票决票, 测评票: one sheet a post, its parts before they are laid out.

The mark's place and scheme, the write-in lines and the explanation are the session's own method (practice: the
methods of townships differ in all of them).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from huitang.adapters.papers.drawing import PaperSize

LAYOUT_VERSION = 1
MOST_CANDIDATES = 40
MOST_WRITE_INS = 10
_STYLE = re.compile(r"HT\d{1,2}-[EPSR]\d{1,2}-R\d{1,2}")


class BallotKind(StrEnum):
    """What is voted on; the value is its letter in the style."""

    ELECTION = "E"
    PROJECTS = "P"
    SATISFACTION = "S"
    RATING = "R"


class MarkPlace(StrEnum):
    """Where the box for the mark stands, seen from the name."""

    ABOVE = "ABOVE"  # 姓名上方
    BEFORE = "BEFORE"  # 姓名前
    RIGHT = "RIGHT"  # 姓名右侧
    COLUMN = "COLUMN"  # 姓名后一栏, in a ruled table


@dataclass(frozen=True)
class Candidate:
    """A name as printed; `details` stand in columns of their own (投资、完成时限), one for each of `detail_heads`."""

    name: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class BallotSheet:
    """One post, or one list of projects or items, on one sheet.

    `choices` empty: one box a name, for ○ × ✓ or a rank number; else one box for each choice (赞成 反对 弃权).
    `order_line` stands beside the number to choose (按姓名笔画为序). `seal` names whose seal has its place, empty =
    none. `paper_colour` is told in the pack for the printer and never drawn. `size` None takes the smaller sheet on
    which the words stay large.
    """

    style: str
    kind: BallotKind
    session: str
    title: str
    candidates: tuple[Candidate, ...]
    round: str = ""
    to_choose: int | None = None
    order_line: str = ""
    place: MarkPlace = MarkPlace.ABOVE
    choices: tuple[str, ...] = ()
    name_head: str = "候选人姓名"
    mark_head: str = "符号"
    detail_heads: tuple[str, ...] = ()
    is_numbered: bool = False
    write_ins: int = 0
    write_in_label: str = "另选人"
    write_ins_have_boxes: bool = True
    explanation: tuple[str, ...] = ()
    seal: str = ""
    paper_colour: str = ""
    size: PaperSize | None = None

    def __post_init__(self) -> None:
        for is_wrong, sentence in _faults(self):
            if is_wrong:
                raise BallotIsNotOneSheet(sentence)

    @property
    def name(self) -> str:
        return self.title

    @property
    def choose_line(self) -> str:
        """应选3名, or 应选10项 of projects; empty where nothing is chosen among the names."""
        if self.to_choose is None:
            return ""
        return f"应选{self.to_choose}{'名' if self.kind is BallotKind.ELECTION else '项'}"


class BallotIsNotOneSheet(ValueError):
    """The parts given make no ballot: the sentence says which part."""


class BallotDoesNotFit(Exception):
    """Even the smallest words do not bring everything onto one sheet; nothing is cut, nothing runs over."""

    def __init__(self, ballot: BallotSheet, size: PaperSize) -> None:
        self.ballot, self.size = ballot, size
        larger = "请改用A3纸，或者缩短" if size is PaperSize.A4 else "请缩短"
        super().__init__(
            f"《{ballot.title}》有{len(ballot.candidates)}个候选项，一张{size}纸排不下，没有生成。"
            f"{larger}名称、说明，或者减少另选栏。"
        )


def style_of(kind: BallotKind, *, post: int, round_number: int) -> str:
    """The code of a ballot's style, the same on every copy: layout version, kind and post, round (HT1-E3-R1).

    `post` is the place of the post among the session's ballots of this kind, 1 to 99.
    """
    return f"HT{LAYOUT_VERSION}-{kind}{post}-R{round_number}"


def _faults(ballot: BallotSheet) -> list[tuple[bool, str]]:
    number, heads = len(ballot.candidates), len(ballot.detail_heads)
    return [
        (_STYLE.fullmatch(ballot.style) is None, "票样代码只能由版式、种类和轮次组成，如HT1-E3-R1。"),
        (not 1 <= number <= MOST_CANDIDATES, f"一张票上可以有1到{MOST_CANDIDATES}个候选项，现在是{number}个。"),
        (not 0 <= ballot.write_ins <= MOST_WRITE_INS, f"另选栏可以有0到{MOST_WRITE_INS}行。"),
        (len(ballot.choices) == 1 or len(ballot.choices) > 5, "选项栏可以不设，或者设2到5栏。"),
        (any(len(row.details) != heads for row in ballot.candidates), "每个候选项的说明栏数要与表头一致。"),
        (heads > 0 and ballot.place is MarkPlace.ABOVE, "带说明栏的票，符号栏要在姓名（名称）前面或者后面。"),
        (any(not row.name.strip() for row in ballot.candidates), "候选项的名称不能为空。"),
    ]
