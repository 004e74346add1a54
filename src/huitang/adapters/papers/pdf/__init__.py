"""Papers as PDF, drawn by Typst from the templates beside this file."""

from functools import singledispatch

from huitang.adapters.papers.ballot import BallotSheet
from huitang.adapters.papers.cards import CardSheet
from huitang.adapters.papers.certificate import Certificates
from huitang.adapters.papers.drawing import Drawing
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.paper import Paper
from huitang.adapters.papers.pdf import drawing, paper
from huitang.adapters.papers.seating import SeatPlan


@singledispatch
def pdf_of(printable: object, *, fonts: FontSet) -> bytes:
    """The PDF of any printable; the same printable with the same fonts is the same bytes."""
    raise TypeError(f"no PDF is drawn of {type(printable).__name__}")


pdf_of.register(Paper, paper.draw)
pdf_of.register(Drawing, drawing.draw)
pdf_of.register(BallotSheet, drawing.draw_ballot)
pdf_of.register(CardSheet, drawing.draw_cards)
pdf_of.register(Certificates, drawing.draw_certificates)
pdf_of.register(SeatPlan, drawing.draw_seats)
