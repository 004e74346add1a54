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
MOST_WRITE_INS = 20
MOST_CHOICES = 5
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
                raise ValueError(sentence)

    @property
    def name(self) -> str:
        """The title of the file."""
        return self.title

    @property
    def choose_line(self) -> str:
        """应选3名, or 应选10项 of projects; empty where nothing is chosen among the names."""
        if self.to_choose is None:
            return ""
        return f"应选{self.to_choose}{'名' if self.kind is BallotKind.ELECTION else '项'}"


def style_of(kind: BallotKind, *, post: int, round_number: int) -> str:
    """The code of a ballot's style, the same on every copy: layout version, kind and post, round (HT1-E3-R1).

    `post` is the place of the post among the session's ballots of this kind, 1 to 99.
    """
    return f"HT{LAYOUT_VERSION}-{kind}{post}-R{round_number}"


def _faults(ballot: BallotSheet) -> list[tuple[bool, str]]:
    number, heads = len(ballot.candidates), len(ballot.detail_heads)
    return [
        (_STYLE.fullmatch(ballot.style) is None, f"{ballot.style!r} is no style: HT1-E3-R1"),
        (not 1 <= number <= MOST_CANDIDATES, f"{number} names, not 1 to {MOST_CANDIDATES}"),
        (not 0 <= ballot.write_ins <= MOST_WRITE_INS, f"{ballot.write_ins} write-ins, not 0 to {MOST_WRITE_INS}"),
        (len(ballot.choices) == 1 or len(ballot.choices) > MOST_CHOICES, "no choices, or 2 to 5"),
        (any(len(row.details) != heads for row in ballot.candidates), "not one detail for each of detail_heads"),
        (heads > 0 and ballot.place is MarkPlace.ABOVE, "details need rows; here the boxes stand above the names"),
        (any(not row.name.strip() for row in ballot.candidates), "a name is empty"),
    ]
