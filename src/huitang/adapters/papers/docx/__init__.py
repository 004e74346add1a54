"""Papers as Word files that an office goes on editing; `docx_of` is the one door, each module registers its papers."""

from huitang.adapters.papers.docx import ballot, cards, certificate, paper, seating
from huitang.adapters.papers.docx.writing import docx_of

__all__ = ["ballot", "cards", "certificate", "docx_of", "paper", "seating"]
