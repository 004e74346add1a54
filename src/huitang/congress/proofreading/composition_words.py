"""How deputies divide: 按性别分：女28名，占29.5%；男67名，占70.5%。 And how seats are filled: 名额96名，实有95名，出缺1名."""

import re
from dataclasses import dataclass

from huitang.congress.proofreading.attendance_words import Figure
from huitang.congress.proofreading.passages import Passage, Reading

_DIVIDED = re.compile(r"按(?P<by>[^，。；：\d]{1,8}?)(?:划?分|构成)[：，](?P<shares>[^。]+)")
_SHARE = re.compile(
    r"(?:^|[；，、])(?P<label>[^；，、。]{1,16}?)(?P<n>\d{1,4})(?:名|人)(?:[，、]?占(?:总数的|代表总数的)?(?P<share>\d{1,3}(?:\.\d+)?)%)?"
    r"(?=[；，、]|$)"
)
_SEATS = {
    "quota": re.compile(r"代表(?:总)?名额(?:为|共|有)?(?P<n>\d{1,4})(?:名|个)"),
    "in_office": re.compile(r"(?:实有|在任|现有)(?:镇|乡)?(?:人大)?代表(?:为|共|有)?(?P<n>\d{1,4})(?:名|人)"),
    "suspended": re.compile(r"暂时?停止?执行代表职务的?(?P<n>\d{1,4})(?:名|人)"),
    "vacant": re.compile(r"(?:出缺|缺额)(?:代表)?(?:为|共|有)?(?P<n>\d{1,4})(?:名|人|个)"),
}


@dataclass(frozen=True)
class ShareSaid:
    """One part; `percent` as written, without its sign, empty where none is given."""

    label: str
    number: Figure
    percent: str
    percent_place: tuple[int, int]


@dataclass(frozen=True)
class CompositionSaid:
    """One way to divide them all."""

    passage: Passage
    by: str
    shares: tuple[ShareSaid, ...]

    @property
    def total(self) -> int:
        return sum(one.number.number for one in self.shares)


@dataclass(frozen=True)
class SeatSaid:
    """One figure about seats with its paragraph: quota, in_office, suspended or vacant."""

    paragraph: int
    what: str
    figure: Figure


def list_compositions(text: Reading) -> tuple[CompositionSaid, ...]:
    """Only where at least two parts are told."""
    said = [
        CompositionSaid(Passage(line.number, found.start(), found[0]), found["by"], _shares(found))
        for line, found in text.matches(_DIVIDED)
    ]
    return tuple(one for one in said if len(one.shares) > 1)


def list_seats(text: Reading) -> tuple[SeatSaid, ...]:
    return tuple(
        SeatSaid(line.number, what, Figure(int(found["n"]), found.start("n"), found.end("n")))
        for what, pattern in _SEATS.items()
        for line, found in text.matches(pattern)
    )


def _shares(divided: re.Match[str]) -> tuple[ShareSaid, ...]:
    begins = divided.start("shares")
    return tuple(
        ShareSaid(
            found["label"],
            Figure(int(found["n"]), found.start("n") + begins, found.end("n") + begins),
            found["share"] or "",
            (found.start("share") + begins, found.end("share") + begins),
        )
        for found in _SHARE.finditer(divided["shares"])
    )
