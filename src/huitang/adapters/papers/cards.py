"""代表证, 列席证, 工作证, 选举工作证: ten cards of 90 × 54 mm on a sheet of A4, with marks to cut along."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.adapters.papers import measuring
from huitang.adapters.papers.drawing import Align, Drawing, Line, PaperSize, Part, Rect, Sheet, Words, code_of
from huitang.adapters.papers.names_in_columns import widened
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused

CARD_W, CARD_H = 900, 540
COLUMNS, ROWS = 2, 5
MOST_RULES = 5
_X = (PaperSize.A4.portrait[0] - COLUMNS * CARD_W) // 2
_Y = (PaperSize.A4.portrait[1] - ROWS * CARD_H) // 2
_TICK, _OFF = 45, 20
_BAND = 110
_INSIDE = 30
_CODE = 290
_LOWER = 225  # below the band and the two lines of the session
_DETAIL_SIZES = (120, 105, 90)
_SIZES = (  # of name and details, the best first
    *((name, detail) for name in (300, 260, 220, 200) for detail in _DETAIL_SIZES),
    *((name, detail) for name in (180, 160, 140, 120) for detail in _DETAIL_SIZES),
)
_SHORT_NAME = 4  # names up to here stay on one line
_LABEL = 3  # characters of a label
_GREY = "#8c8c8c"


class CardKind(StrEnum):
    """The class of a card; the value is the word on it."""

    DEPUTY = "代表证"
    GUEST = "列席证"
    STAFF = "工作证"
    ELECTION_STAFF = "选举工作证"

    @property
    def colour(self) -> str:
        """Of its band; dark enough for white words, and the word says the same."""
        return _COLOURS[self]

    @property
    def part_taken(self) -> str:
        """What its holder does at the session, at the other end of the band."""
        return _PARTS_TAKEN[self]


_COLOURS = {
    CardKind.DEPUTY: "#b3141b",
    CardKind.GUEST: "#14508c",
    CardKind.STAFF: "#1c6b3a",
    CardKind.ELECTION_STAFF: "#7a4a00",
}
_PARTS_TAKEN = {
    CardKind.DEPUTY: "出席",
    CardKind.GUEST: "列席",
    CardKind.STAFF: "会务",
    CardKind.ELECTION_STAFF: "选举",
}


@dataclass(frozen=True)
class Card:
    """One holder. `code` is the text of the QR that signs a deputy in; empty = no code."""

    kind: CardKind
    name: str
    number: str = ""
    delegation: str = ""
    post: str = ""
    code: str = ""

    @property
    def details(self) -> tuple[str, ...]:
        """What stands below the name, each line with its label."""
        told = (("代表团", self.delegation), ("职　务", self.post), ("编　号", self.number))
        return tuple(f"{label}　{text}" for label, text in told if text)


@dataclass(frozen=True)
class CardSheet:
    """`organ` 清河镇第十九届人民代表大会, `session` 第五次会议; `back` at most five lines, printed behind every card."""

    organ: str
    session: str
    cards: tuple[Card, ...]
    back: tuple[str, ...] = ()
    back_title: str = "会议须知"
    name: str = "会议证件"

    def __post_init__(self) -> None:
        if not self.cards or len(self.back) > MOST_RULES:
            raise ValueError(f"at least one card, and at most {MOST_RULES} lines behind it")


def pages_of(sheet: CardSheet) -> tuple[tuple[Card, ...], ...]:
    """Ten cards a page, in the order given."""
    most = COLUMNS * ROWS
    return tuple(sheet.cards[at : at + most] for at in range(0, len(sheet.cards), most))


def lay_out(sheet: CardSheet) -> Drawing:
    """The pages; with a back, each front is followed by it, mirrored for printing on both sides (long edge)."""
    sheets: list[Sheet] = []
    for cards in pages_of(sheet):
        sheets.append(_page([_front(sheet, card, *_corner(at)) for at, card in enumerate(cards)]))
        if sheet.back:
            sheets.append(_page([_back(sheet, *_corner(at, is_mirrored=True)) for at in range(len(cards))]))
    return Drawing(sheet.name, tuple(sheets))


def _page(cards: list[list[Part]]) -> Sheet:
    return Sheet(*PaperSize.A4.portrait, (*cut_marks(), *(part for card in cards for part in card)))


def _corner(at: int, *, is_mirrored: bool = False) -> tuple[int, int]:
    row, column = divmod(at, COLUMNS)
    return _X + (COLUMNS - 1 - column if is_mirrored else column) * CARD_W, _Y + row * CARD_H


def cut_marks() -> tuple[Line, ...]:
    """Strokes outside the cards at every edge, and small crosses where four cards meet."""
    xs = [_X + at * CARD_W for at in range(COLUMNS + 1)]
    ys = [_Y + at * CARD_H for at in range(ROWS + 1)]
    marks = [Line(x, y, x, y + _TICK, 3) for x in xs for y in (ys[0] - _OFF - _TICK, ys[-1] + _OFF)]
    marks += [Line(x, y, x + _TICK, y, 3) for y in ys for x in (xs[0] - _OFF - _TICK, xs[-1] + _OFF)]
    for x in xs[1:-1]:
        for y in ys[1:-1]:
            marks += [Line(x - 15, y, x + 15, y, 3, _GREY), Line(x, y - 15, x, y + 15, 3, _GREY)]
    return tuple(marks)


def _front(sheet: CardSheet, card: Card, x: int, y: int) -> list[Part]:
    w = CARD_W - 2 * _INSIDE
    parts: list[Part] = [
        Rect(x, y, CARD_W, _BAND, fill=card.kind.colour),
        Words(x + _INSIDE, y + 18, w, card.kind, 210, Face.HEI, Align.LEFT, "#ffffff"),
        Words(x + _INSIDE, y + 34, w, card.kind.part_taken, 120, Face.HEI, Align.RIGHT, "#ffffff"),
        *_session_lines(sheet, x, y + _BAND + 16),
    ]
    if card.code:
        left, top = x + CARD_W - _CODE - 15, y + CARD_H - _CODE - 15
        parts.append(code_of(card.code, x=left, y=top, room=_CODE))
        w -= _CODE
    return [*parts, *_holder(card, x + _INSIDE, y + _LOWER, w)]


def _session_lines(sheet: CardSheet, x: int, y: int) -> list[Words]:
    w = CARD_W - 2 * _INSIDE
    size = next((size for size in (120, 105, 90, 75) if measuring.width(sheet.organ, size) <= w), 0)
    if not size:
        raise PaperIsRefused(Fault.CARD_TOO_FULL, name=sheet.organ)
    lines = (sheet.organ, sheet.session)
    return [Words(x + _INSIDE, y + at * 46, w, line, size, Face.KAI, Align.CENTER) for at, line in enumerate(lines)]


def _holder(card: Card, x: int, y: int, w: int) -> list[Part]:
    """The name as large as it goes, below it what else is known; the name stays larger before the rest does."""
    room = CARD_H - _LOWER - 20
    for size, detail in _SIZES:
        name = measuring.name_lines(widened(card.name), w, size)
        lines = [line for told in card.details for line in _hanging(told, w, detail)]
        name_pitch, pitch = measuring.em(size) * 23 // 20, measuring.em(detail) * 5 // 4
        free = room - len(name) * name_pitch - len(lines) * pitch
        if free >= 0 and len(name) <= _most_lines(card.name):
            top = y + free // 3
            below = top + len(name) * name_pitch + free // 3
            drawn = _stacked(name, x, top, w, size, name_pitch, Face.TITLE)
            return [*drawn, *_stacked(tuple(lines), x, below, w, detail, pitch, Face.BODY)]
    raise PaperIsRefused(Fault.CARD_TOO_FULL, name=card.name)


def _most_lines(name: str) -> int:
    return 1 if len(name) <= _SHORT_NAME else 2


def _hanging(told: str, w: int, size: int) -> list[str]:
    """A label and its text; further lines begin below the text."""
    label, text = told[:_LABEL], told[_LABEL + 1 :]
    lines = measuring.wrap(text, w - (_LABEL + 1) * measuring.em(size), size)
    return [f"{label}　{lines[0]}", *("　" * (_LABEL + 1) + line for line in lines[1:])]


def _stacked(lines: tuple[str, ...], x: int, y: int, w: int, size: int, pitch: int, face: Face) -> list[Words]:
    return [Words(x, y + at * pitch, w, line, size, face) for at, line in enumerate(lines)]


def _back(sheet: CardSheet, x: int, y: int) -> list[Part]:
    w = CARD_W - 2 * _INSIDE
    for size in (120, 105, 90, 75):
        lines = [line for told in sheet.back for line in measuring.wrap(told, w, size)]
        pitch = measuring.em(size) * 13 // 10
        if len(lines) * pitch <= CARD_H - 130:
            title = Words(x + _INSIDE, y + 35, w, sheet.back_title, 140, Face.HEI, Align.CENTER)
            return [title, *_stacked(tuple(lines), x + _INSIDE, y + 110, w, size, pitch, Face.BODY)]
    raise PaperIsRefused(Fault.CARD_TOO_FULL, name=sheet.back_title)
