"""Read a file by what it contains; its extension is never believed."""

from huitang.adapters.spreadsheets.reading import FOREIGN_BEGINNINGS
from huitang.adapters.texts import plain, word_file
from huitang.adapters.texts.refusal import Fault, TextIsRefused
from huitang.adapters.texts.text import TextParagraph

MAX_BYTES = 3 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_word(content: bytes) -> bool:
    """Whether the file is a zipped package, which among texts only Word makes."""
    return content.startswith(b"PK")


def read_file(content: bytes) -> tuple[TextParagraph, ...]:
    """The paragraphs of a docx or text file.

    :raises TextIsRefused: anything else, or empty, protected, damaged, too large.
    """
    refuse_foreign(content)
    if is_word(content):
        return word_file.read_word(content)
    return plain.read_plain(plain.decode(content))


def refuse_foreign(content: bytes) -> None:
    """:raises TextIsRefused: what is seen from size and first bytes"""
    if not content:
        raise TextIsRefused(Fault.EMPTY_FILE)
    if len(content) > MAX_BYTES:
        raise TextIsRefused(Fault.TOO_LARGE, limit_mb=MAX_BYTES // (1024 * 1024))
    if content.startswith(OLE):
        raise TextIsRefused(Fault.PROTECTED if ENCRYPTED in content else Fault.OLD_WORD)
    beginning = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:16].lower()
    for magic, looks_like in FOREIGN_BEGINNINGS:
        if beginning.startswith(magic.lower()):
            raise TextIsRefused(Fault.NOT_A_TEXT, looks_like=looks_like)
