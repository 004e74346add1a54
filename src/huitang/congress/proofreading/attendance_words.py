"""Sentences about who came: 应到代表95名，因事、因病请假4名，实到代表91名."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from huitang.congress.proofreading.passages import Line, Passage, Reading

_WHO = r"(?:会)?(?:的)?(?:会议|大会)?(?:镇|乡|正式|人大|全体)*(?:代表)?(?:人数)?(?:为|共|有|的|：)*\s*"
_N = r"(?P<n>\d{1,4})\s*(?:名|人|位)"
_LABELS = {
    "in_office": re.compile(rf"(?<!不)应(?:到|出席|参加){_WHO}{_N}(?!列席)"),
    "present": re.compile(rf"(?:实到|实际到会|实际出席|到会){_WHO}{_N}(?!列席)"),
    "on_leave": re.compile(rf"请(?:了)?假(?:的)?{_WHO}{_N}"),
    "absent": re.compile(rf"(?:缺席|未到会|无故未到){_WHO}{_N}"),
}
_LEAVE_OF_KINDS = re.compile(rf"(?:(?:事|病|公|产)假|因[^，、。；]{{1,3}}请假)(?:的)?{_WHO}{_N}")
_THOSE_PRESENT = re.compile(
    r"(?P<n>\d{1,4})名(?:镇|乡)?(?:人大)?代表(?:出席|参加|到会)(?:了)?(?:本次|这次)?(?:会议|大会)"
)
_BASE = re.compile(r"(?:全体|实有|共有)(?:镇|乡)?(?:人大)?代表(?P<n>\d{1,4})(?:名|人)")
_THERE = re.compile(r"(?<![应列])(?:出席|到会)(?:的)?(?:会议)?(?:的)?(?:代表)?(?P<n>\d{1,4})(?:名|人)")
_SPLIT = re.compile(r"应(?:到|出席|参加)")
PAPERS_ISSUED = re.compile(
    r"(?:(?:发出|发放|共发)(?:选举票|表决票|票决票|选票|票)|发出(?=\d{1,4}\s*张[，、]\s*收回))(?P<n>\d{1,4})\s*张"
)
PAPERS_COLLECTED = re.compile(r"(?:收回|共收)(?:选举票|表决票|票决票|选票|票)?(?P<n>\d{1,4})\s*张")
PAPERS_VALID = re.compile(r"(?<!无)有效(?:选举票|表决票|票决票|选票|票)(?:为|共)?(?P<n>\d{1,4})\s*张")
PAPERS_VOID = re.compile(r"(?:无效(?:选举票|表决票|票决票|选票|票)|废票)(?:为|共)?(?P<n>\d{1,4})\s*张")


@dataclass(frozen=True)
class Figure:
    """A number with its place."""

    number: int
    start: int
    end: int

    @property
    def place(self) -> tuple[int, int]:
        return self.start, self.end


@dataclass(frozen=True)
class AttendanceSaid:
    """The figures of one meeting as a passage gives them; what it does not give is None."""

    passage: Passage
    in_office: Figure | None = None
    on_leave: Figure | None = None
    absent: Figure | None = None
    present: Figure | None = None

    @property
    def figures(self) -> dict[str, Figure]:
        every = {name: getattr(self, name) for name in ("in_office", "on_leave", "absent", "present")}
        return {name: figure for name, figure in every.items() if figure is not None}


@dataclass(frozen=True)
class PapersSaid:
    """全体代表95名，出席91名；发出选票91张，收回91张."""

    passage: Passage
    in_office: Figure | None = None
    present: Figure | None = None
    issued: Figure | None = None
    collected: Figure | None = None
    valid: Figure | None = None
    void: Figure | None = None


def list_attendance(text: Reading) -> tuple[AttendanceSaid, ...]:
    said = [one for line in text.lines for one in _in_line(line)]
    return tuple(one for one in said if one.figures)


def list_those_present(text: Reading) -> tuple[AttendanceSaid, ...]:
    """106名人大代表出席会议: who came, where nobody says how many were due."""
    return tuple(
        AttendanceSaid(line.sentence_at(found.start()), present=_figure(found, 0))
        for line, found in text.matches(_THOSE_PRESENT)
        if not re.search(r"代表团|小组|应到", line.sentence_at(found.start()).text)
    )


def list_papers(text: Reading) -> tuple[PapersSaid, ...]:
    return tuple(said for line in text.lines for said in _papers_in(line))


def _in_line(line: Line) -> Iterator[AttendanceSaid]:
    """应到 opens a group; it takes what follows in its own and the next sentence."""
    starts = [found.start() for found in _SPLIT.finditer(line.text)]
    for start, following in pairwise([*starts, len(line.text)]):
        own = line.sentence_at(start)
        then = line.sentence_at(own.end) if own.end < len(line.text) else own
        words = line.text[start : min(following, max(own.end, then.end))]
        passage = Passage(line.number, start, words)
        found = {name: _first(pattern, passage) for name, pattern in _LABELS.items()}
        if found["in_office"]:
            yield AttendanceSaid(passage, **{**found, "on_leave": _on_leave(found["on_leave"], passage)})


def _on_leave(said: Figure | None, passage: Passage) -> Figure | None:
    """事假2人、病假1人 make three on leave, and so do 因病请假1名，因事请假2名; 请假3人，其中病假1人 is three."""
    kinds = [_figure(found, passage.start) for found in _LEAVE_OF_KINDS.finditer(passage.text)]
    if not kinds or (said and said not in kinds):
        return said
    return Figure(sum(kind.number for kind in kinds), kinds[0].start, kinds[-1].end)


def _papers_in(line: Line) -> Iterator[PapersSaid]:
    """One statement about papers or about who could vote: what stands before one full stop."""
    for found in re.finditer(r"[^。]+", line.text):
        passage = Passage(line.number, found.start(), found[0])
        said = PapersSaid(
            passage,
            in_office=_first(_BASE, passage),
            present=_first(_THERE, passage) or _first(_LABELS["present"], passage),
            issued=_first(PAPERS_ISSUED, passage),
            collected=_first(PAPERS_COLLECTED, passage),
            valid=_first(PAPERS_VALID, passage),
            void=_first(PAPERS_VOID, passage),
        )
        if said.issued or said.valid or (said.in_office and said.present):
            yield said


def _first(pattern: re.Pattern[str], passage: Passage) -> Figure | None:
    found = pattern.search(passage.text)
    return _figure(found, passage.start) if found else None


def _figure(found: re.Match[str], offset: int) -> Figure:
    return Figure(int(found["n"]), found.start("n") + offset, found.end("n") + offset)
