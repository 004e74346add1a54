"""A PDF: its words, line by line; how they were set is lost."""

import io

from pypdf import PdfReader
from pypdf.errors import PdfReadError, PyPdfError

from huitang.adapters.texts.refusal import Fault, TextIsRefused

BEGINNING = b"%PDF-"
MAX_PAGES = 400


def is_pdf(content: bytes) -> bool:
    """By its first bytes."""
    return content.startswith(BEGINNING)


def read_pdf(content: bytes) -> str:
    """The words of every page. :raises TextIsRefused: damaged, protected, too long, or pictures only"""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise TextIsRefused(Fault.PROTECTED)
        if len(reader.pages) > MAX_PAGES:
            raise TextIsRefused(Fault.TOO_LONG, limit=MAX_PAGES, length=len(reader.pages))
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, PdfReadError, KeyError, ValueError, TypeError, AttributeError) as broken:
        raise TextIsRefused(Fault.CORRUPT) from broken
    if not text.strip():
        raise TextIsRefused(Fault.NOTHING_WRITTEN)
    return text
