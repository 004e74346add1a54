"""Papers as Word files that an office goes on editing; one door for every shape of paper."""

from functools import singledispatch

from huitang.adapters.papers.ballot import BallotSheet
from huitang.adapters.papers.cards import CardSheet
from huitang.adapters.papers.certificate import Certificates
from huitang.adapters.papers.docx.ballot import ballot_docx
from huitang.adapters.papers.docx.cards import cards_docx
from huitang.adapters.papers.docx.certificate import certificates_docx
from huitang.adapters.papers.docx.paper import paper_docx
from huitang.adapters.papers.docx.seating import seating_docx
from huitang.adapters.papers.paper import Paper
from huitang.adapters.papers.seating import SeatPlan


@singledispatch
def docx_of(printable: object) -> bytes:
    """The Word file of any printable; the same printable is the same bytes.

    :raises TypeError: nobody wrote how this kind of paper becomes a Word file.
    """
    raise TypeError(f"no Word file is written of {type(printable).__name__}")


docx_of.register(Paper, paper_docx)
docx_of.register(BallotSheet, ballot_docx)
docx_of.register(CardSheet, cards_docx)
docx_of.register(Certificates, certificates_docx)
docx_of.register(SeatPlan, seating_docx)
