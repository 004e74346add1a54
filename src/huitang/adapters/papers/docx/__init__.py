"""Papers as Word files that an office goes on editing. `docx_of(paper)` is the door."""

from huitang.adapters.papers.docx import paper as _paper  # registers Paper
from huitang.adapters.papers.docx.writing import docx_of

__all__ = ["docx_of"]
