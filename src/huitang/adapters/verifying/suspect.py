"""What is to be checked, whatever it came in: a web page, a Word file, a PDF, plain words."""

from huitang.adapters.texts import pdf_file, reading, web_page
from huitang.adapters.texts.refusal import Fault, TextIsRefused

MAX_BYTES = 20 * 1024 * 1024


def read_suspect(content: bytes) -> str:
    """Its words, each block on a line of its own.

    :raises TextIsRefused: nothing in it, too large, damaged, protected, or nothing that holds words
    """
    if len(content) > MAX_BYTES:
        raise TextIsRefused(Fault.TOO_LARGE, limit_mb=MAX_BYTES // (1024 * 1024))
    if web_page.is_web_page(content):
        return web_page.read_web_page(content).text
    if pdf_file.is_pdf(content):
        return pdf_file.read_pdf(content)
    return "\n".join(paragraph.text for paragraph in reading.read_file(content))
