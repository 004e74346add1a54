"""Papers as PDF, drawn by Typst from the templates beside this file."""

from functools import singledispatch

from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.paper import Paper
from huitang.adapters.papers.pdf import paper


@singledispatch
def pdf_of(printable: object, *, fonts: FontSet) -> bytes:
    """The PDF of any printable; the same printable with the same fonts is the same bytes."""
    raise TypeError(f"no PDF is drawn of {type(printable).__name__}")


pdf_of.register(Paper, paper.draw)
