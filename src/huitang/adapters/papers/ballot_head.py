"""The head of a ballot (session, title, round, how many to choose) and its foot (explanation, style, seal)."""

from dataclasses import dataclass

from huitang.adapters.papers import measuring
from huitang.adapters.papers.ballot import BallotSheet
from huitang.adapters.papers.ballot_cells import LEFT, Scale
from huitang.adapters.papers.drawing import Align, Circle, Line, Part, Words, code_of
from huitang.adapters.papers.paper import Face

SEAL = 420  # the seal of a township's organ is 42 mm across
_TOP = 130
_BESIDE_CORNERS = 250
_FOOT = 275  # below it only the style's code, between the corner marks
_SEAL_BELOW = 110  # between the corner mark and the code, as low as printers reach
_CODE = 203  # seven tenths of a millimetre a module
_GREY = "#8c8c8c"


@dataclass(frozen=True)
class Head:
    """What is drawn, and where the names may begin."""

    parts: tuple[Part, ...]
    bottom: int


@dataclass(frozen=True)
class Foot:
    """What is drawn, and where the names must end."""

    parts: tuple[Part, ...]
    top: int


def stack(
    text: str, *, x: int, y: int, w: int, size: int, face: Face, align: Align, is_balanced: bool = False
) -> tuple[tuple[Words, ...], int]:
    """The lines of a text below each other, and where the next may begin."""
    lines = (measuring.balance if is_balanced else measuring.wrap)(text, w, size) if text else ()
    pitch = pitch_of(size)
    drawn = [Words(x, y + pitch * at, w, line, size, face, align) for at, line in enumerate(lines)]
    return tuple(drawn), y + pitch * len(lines)


def pitch_of(size: int) -> int:
    """From one line to the next."""
    return measuring.em(size) * 27 // 20


def draw_head(ballot: BallotSheet, scale: Scale, *, width: int) -> Head:
    """Centred between the upper corner marks; the number to choose at the left below."""
    x, w = _BESIDE_CORNERS, width - 2 * _BESIDE_CORNERS
    title = 260 if scale.names > 160 else 220
    parts: list[Part] = []
    y = _TOP
    for text, size, face in (
        (ballot.session, 160, Face.KAI),
        (ballot.title, title, Face.TITLE),
        (ballot.round, 160, Face.KAI),
    ):
        drawn, y = stack(text, x=x, y=y, w=w, size=size, face=face, align=Align.CENTER, is_balanced=True)
        parts += drawn
        y += 10 if drawn else 0
    told = "　".join(filter(None, [ballot.choose_line, ballot.order_line]))
    drawn, y = stack(
        told, x=LEFT, y=y + 15, w=width - 2 * LEFT, size=max(140, scale.words), face=Face.HEI, align=Align.LEFT
    )
    return Head((*parts, *drawn), y + 25)


def draw_foot(ballot: BallotSheet, scale: Scale, *, width: int, height: int) -> Foot:
    """The explanation, beside it the place of the seal, below it the code of the style."""
    code = _draw_code(ballot.style, width=width, height=height)
    seal, right, seal_top = _draw_seal(ballot.seal, width=width, height=height)
    lines = _explanation_lines(ballot.explanation, right - LEFT, scale.words)
    pitch = measuring.em(scale.words) * 29 // 20
    top = min(height - _FOOT - pitch * len(lines), seal_top)
    words = tuple(
        Words(LEFT, top + pitch * at, right - LEFT, line, scale.words, Face.HEI if at == 0 else Face.BODY)
        for at, line in enumerate(lines)
    )
    rule = (Line(LEFT, top - 25, width - LEFT, top - 25, stroke=4),) if words else ()
    return Foot((*rule, *words, *seal, *code), top - 50)


def _explanation_lines(paragraphs: tuple[str, ...], room: int, size: int) -> list[str]:
    lines = [line for told in paragraphs for line in measuring.wrap(told, room, size)]
    return ["说　明", *lines] if lines else []


def _draw_code(style: str, *, width: int, height: int) -> tuple[Part, ...]:
    x, y = (width - _CODE) // 2, height - _FOOT + 20
    label = Words(x + _CODE, y + _CODE // 2 - 18, 240, style, 100, Face.HEI)
    return code_of(style, x=x, y=y, room=_CODE, least_module=7, error="q"), label


def _draw_seal(seal: str, *, width: int, height: int) -> tuple[tuple[Part, ...], int, int]:
    """The circle, how far words may go beside it, and its top."""
    if not seal:
        return (), width - LEFT, height - _FOOT
    x, y = width - _BESIDE_CORNERS - SEAL, height - _SEAL_BELOW - SEAL
    words = [*measuring.balance(seal, SEAL - 80, 105), "（盖章处）"]
    pitch = pitch_of(105)
    top = y + (SEAL - pitch * len(words)) // 2
    drawn = tuple(
        Words(x + 40, top + pitch * at, SEAL - 80, line, 105, Face.KAI, Align.CENTER, _GREY)
        for at, line in enumerate(words)
    )
    return (Circle(x, y, SEAL, stroke=5, colour=_GREY, is_dashed=True), *drawn), x - 40, y
