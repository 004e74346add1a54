"""Papers as Word files that an office goes on editing; one door for every shape of paper."""

from functools import singledispatch

from huitang.adapters.papers.docx.paper import paper_docx
from huitang.adapters.papers.paper import Paper


@singledispatch
def docx_of(printable: object) -> bytes:
    """The Word file of any printable; the same printable is the same bytes.

    :raises TypeError: nobody wrote how this kind of paper becomes a Word file.
    """
    raise TypeError(f"no Word file is written of {type(printable).__name__}")


docx_of.register(Paper, paper_docx)
