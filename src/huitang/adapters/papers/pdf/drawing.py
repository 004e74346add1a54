"""Papers laid out to measure as PDF: each part is put where it was laid out."""

from dataclasses import asdict
from typing import Any

from huitang.adapters.papers import ballot_layout, cards, certificate, seating_layout
from huitang.adapters.papers.ballot import BallotSheet
from huitang.adapters.papers.cards import CardSheet
from huitang.adapters.papers.certificate import Certificates
from huitang.adapters.papers.drawing import Drawing, Sheet
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.pdf.compiling import compile_typst
from huitang.adapters.papers.seating import SeatPlan


def draw(drawing: Drawing, *, fonts: FontSet) -> bytes:
    """The sheets of a drawing, one page each."""
    values = {"name": drawing.name, "sheets": [_sheet(sheet) for sheet in drawing.sheets]}
    return compile_typst("drawing.typ", values, fonts=fonts)


def draw_ballot(ballot: BallotSheet, *, fonts: FontSet) -> bytes:
    """One sheet, the same for every voter."""
    return draw(ballot_layout.lay_out(ballot).drawing, fonts=fonts)


def draw_cards(sheet: CardSheet, *, fonts: FontSet) -> bytes:
    """Ten cards a page."""
    return draw(cards.lay_out(sheet), fonts=fonts)


def draw_certificates(certificates: Certificates, *, fonts: FontSet) -> bytes:
    """One page each."""
    return draw(certificate.lay_out(certificates), fonts=fonts)


def draw_seats(plan: SeatPlan, *, fonts: FontSet) -> bytes:
    """The hall on one sheet."""
    return draw(seating_layout.lay_out(plan), fonts=fonts)


def _sheet(sheet: Sheet) -> dict[str, Any]:
    parts = [{"kind": type(part).__name__, **asdict(part)} for part in sheet.parts]
    return {"w": sheet.w, "h": sheet.h, "parts": parts}
