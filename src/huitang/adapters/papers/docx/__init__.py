"""Papers as Word files that an office goes on editing. `docx_of(paper)` is the door."""

from huitang.adapters.papers.docx import ballot as _ballot  # each registers its own kind of paper
from huitang.adapters.papers.docx import cards as _cards
from huitang.adapters.papers.docx import certificate as _certificate
from huitang.adapters.papers.docx import paper as _paper
from huitang.adapters.papers.docx import seating as _seating
from huitang.adapters.papers.docx.writing import docx_of

__all__ = ["docx_of"]
